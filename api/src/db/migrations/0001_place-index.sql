-- Positions of places, in degrees. One row per place with a position.
CREATE VIRTUAL TABLE `place_position` USING rtree(`key`, `west`, `east`, `south`, `north`);
--> statement-breakpoint
-- Words of places. Accents and apostrophes are ignored; prefixes of two to four letters are indexed.
CREATE VIRTUAL TABLE `place_words` USING fts5(`name`, `address`, `kind`, `for_whom`, `when_words`, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4');
--> statement-breakpoint
CREATE TRIGGER `place_added` AFTER INSERT ON `place` BEGIN
  INSERT INTO `place_position` SELECT new.key, new.lon, new.lon, new.lat, new.lat WHERE new.lon IS NOT NULL AND new.lat IS NOT NULL;
  INSERT INTO `place_words` (`rowid`, `name`, `address`, `kind`, `for_whom`, `when_words`)
    VALUES (new.key, new.sort_name, replace(replace(concat_ws(', ', new.address, new.postcode, new.district), '''', ''), '’', ''), new.kind_words, replace(replace(new.for_whom, '''', ''), '’', ''), new.when_words);
END;
--> statement-breakpoint
CREATE TRIGGER `place_changed` AFTER UPDATE ON `place` BEGIN
  DELETE FROM `place_position` WHERE `key` = old.key;
  DELETE FROM `place_words` WHERE `rowid` = old.key;
  INSERT INTO `place_position` SELECT new.key, new.lon, new.lon, new.lat, new.lat WHERE new.lon IS NOT NULL AND new.lat IS NOT NULL;
  INSERT INTO `place_words` (`rowid`, `name`, `address`, `kind`, `for_whom`, `when_words`)
    VALUES (new.key, new.sort_name, replace(replace(concat_ws(', ', new.address, new.postcode, new.district), '''', ''), '’', ''), new.kind_words, replace(replace(new.for_whom, '''', ''), '’', ''), new.when_words);
END;
--> statement-breakpoint
CREATE TRIGGER `place_removed` AFTER DELETE ON `place` BEGIN
  DELETE FROM `place_position` WHERE `key` = old.key;
  DELETE FROM `place_words` WHERE `rowid` = old.key;
END;
--> statement-breakpoint
-- What was said stays said.
CREATE TRIGGER `claim_kept` BEFORE UPDATE ON `claim` BEGIN
  SELECT RAISE(ABORT, 'A claim is never changed: add another.');
END;
--> statement-breakpoint
CREATE TRIGGER `claim_not_removed` BEFORE DELETE ON `claim` BEGIN
  SELECT RAISE(ABORT, 'A claim is never removed: add one that withdraws it.');
END;
--> statement-breakpoint
CREATE TRIGGER `change_kept` BEFORE UPDATE ON `change` BEGIN
  SELECT RAISE(ABORT, 'The change log is never changed: add to it.');
END;
--> statement-breakpoint
CREATE TRIGGER `change_not_removed` BEFORE DELETE ON `change` BEGIN
  SELECT RAISE(ABORT, 'The change log is never shortened.');
END;
