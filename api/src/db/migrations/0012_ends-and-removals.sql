ALTER TABLE `keeper` ADD `end_change_id` integer REFERENCES change(id);--> statement-breakpoint
ALTER TABLE `organisation` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `email` text;--> statement-breakpoint
ALTER TABLE `risk_note` ADD `withdraw_change_id` integer REFERENCES change(id);--> statement-breakpoint
-- What was said stays said, but for what a person asks to have removed: then its value goes, and says so.
DROP TRIGGER `claim_kept`;
--> statement-breakpoint
CREATE TRIGGER `claim_kept` BEFORE UPDATE ON `claim`
WHEN NOT (new.value = 'null' AND new.source_detail = 'Removed on request' AND new.id = old.id
  AND new.place_id = old.place_id AND new.field = old.field AND new.source = old.source
  AND new.as_of IS old.as_of AND new.basis = old.basis AND new.licence = old.licence
  AND new.author = old.author AND new.change_id = old.change_id)
BEGIN
  SELECT RAISE(ABORT, 'A claim is never changed: add another.');
END;
--> statement-breakpoint
DROP TRIGGER `change_kept`;
--> statement-breakpoint
CREATE TRIGGER `change_kept` BEFORE UPDATE ON `change`
WHEN NOT (new.summary = 'Removed on request' AND new.id = old.id AND new.kind = old.kind AND new.at = old.at
  AND new.author = old.author)
BEGIN
  SELECT RAISE(ABORT, 'The change log is never changed: add to it.');
END;
