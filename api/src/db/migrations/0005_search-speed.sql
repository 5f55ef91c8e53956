DROP TRIGGER `place_added`;
--> statement-breakpoint
DROP TRIGGER `place_changed`;
--> statement-breakpoint
CREATE TABLE `place_name_word` (
	`words` text NOT NULL,
	`name_id` integer NOT NULL,
	`later` integer NOT NULL,
	`size` integer NOT NULL,
	`patch` text NOT NULL,
	`folded` text NOT NULL,
	PRIMARY KEY(`words`, `name_id`, `later`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `place_name_word_by_name` ON `place_name_word` (`name_id`);--> statement-breakpoint
DROP INDEX `place_by_patch_kind`;--> statement-breakpoint
ALTER TABLE `place` ADD `times_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `place_by_times` ON `place` (`times_name`,`id`);--> statement-breakpoint
CREATE INDEX `place_placed` ON `place` (`patch`,`kind`,`status`,`outside`) WHERE easting is not null;--> statement-breakpoint
CREATE INDEX `place_by_patch_kind` ON `place` (`patch`,`kind`,`status`,`outside`);
--> statement-breakpoint
-- From here the words of places know their patch, so that a search of one map looks at that map's places alone.
UPDATE `place` SET `times_name` = (CASE WHEN `opening_hours` IS NOT NULL THEN '0' WHEN `when_words` IS NOT NULL THEN '1' ELSE '2' END) || `sort_name`;
--> statement-breakpoint
DROP TABLE `place_words`;
--> statement-breakpoint
CREATE VIRTUAL TABLE `place_words` USING fts5(`name`, `address`, `kind`, `for_whom`, `when_words`, `scope`, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');
--> statement-breakpoint
INSERT INTO `place_words` (`rowid`, `name`, `address`, `kind`, `for_whom`, `when_words`, `scope`) SELECT p.key, p.sort_name, replace(replace(concat_ws(', ', p.address, p.postcode, p.district), '''', ''), '’', ''), p.kind_words, replace(replace(p.for_whom, '''', ''), '’', ''), p.when_words, 'patch' || replace(p.patch, '-', '') FROM `place` p;
--> statement-breakpoint
CREATE TRIGGER `place_added` AFTER INSERT ON `place` BEGIN
  INSERT INTO `place_position` SELECT new.key, new.lon, new.lon, new.lat, new.lat WHERE new.lon IS NOT NULL AND new.lat IS NOT NULL;
  INSERT INTO `place_words` (`rowid`, `name`, `address`, `kind`, `for_whom`, `when_words`, `scope`)
    VALUES (new.key, new.sort_name, replace(replace(concat_ws(', ', new.address, new.postcode, new.district), '''', ''), '’', ''), new.kind_words, replace(replace(new.for_whom, '''', ''), '’', ''), new.when_words, 'patch' || replace(new.patch, '-', ''));
END;
--> statement-breakpoint
CREATE TRIGGER `place_changed` AFTER UPDATE ON `place` BEGIN
  DELETE FROM `place_position` WHERE `key` = old.key;
  DELETE FROM `place_words` WHERE `rowid` = old.key;
  INSERT INTO `place_position` SELECT new.key, new.lon, new.lon, new.lat, new.lat WHERE new.lon IS NOT NULL AND new.lat IS NOT NULL;
  INSERT INTO `place_words` (`rowid`, `name`, `address`, `kind`, `for_whom`, `when_words`, `scope`)
    VALUES (new.key, new.sort_name, replace(replace(concat_ws(', ', new.address, new.postcode, new.district), '''', ''), '’', ''), new.kind_words, replace(replace(new.for_whom, '''', ''), '’', ''), new.when_words, 'patch' || replace(new.patch, '-', ''));
END;
--> statement-breakpoint
CREATE TRIGGER `place_name_removed` AFTER DELETE ON `place_name` BEGIN
  DELETE FROM `place_name_word` WHERE `name_id` = old.id;
END;
--> statement-breakpoint
INSERT INTO `place_name_word` (`words`, `name_id`, `later`, `size`, `patch`, `folded`)
  WITH RECURSIVE `part`(`id`, `words`, `later`) AS (
    SELECT `id`, `folded`, 0 FROM `place_name`
    UNION ALL
    SELECT `id`, substr(`words`, instr(`words`, ' ') + 1), 1 FROM `part` WHERE instr(`words`, ' ') > 0
  )
  SELECT part.words, n.id, part.later,
    CASE n.type WHEN 'city' THEN 0 WHEN 'town' THEN 1 WHEN 'village' THEN 2 WHEN 'area' THEN 3 WHEN 'hamlet' THEN 4 ELSE 5 END,
    n.patch, n.folded
  FROM `part` JOIN `place_name` n ON n.id = part.id;
