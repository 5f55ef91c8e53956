-- What a person asks to have removed may also be where something was read: the name of a file that is a person's.
DROP TRIGGER `claim_kept`;
--> statement-breakpoint
CREATE TRIGGER `claim_kept` BEFORE UPDATE ON `claim`
WHEN NOT ((new.value = 'null' OR new.value = old.value) AND new.source_detail = 'Removed on request' AND new.id = old.id
  AND new.place_id = old.place_id AND new.field = old.field AND new.source = old.source
  AND new.as_of IS old.as_of AND new.basis = old.basis AND new.licence = old.licence
  AND new.author = old.author AND new.change_id = old.change_id)
BEGIN
  SELECT RAISE(ABORT, 'A claim is never changed: add another.');
END;
