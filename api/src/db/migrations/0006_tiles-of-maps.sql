CREATE TABLE `__new_tile` (
	`patch` text NOT NULL,
	`z` integer NOT NULL,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`z`, `x`, `y`, `patch`)
);
--> statement-breakpoint
INSERT INTO `__new_tile`("patch", "z", "x", "y", "data") SELECT '', "z", "x", "y", "data" FROM `tile`;--> statement-breakpoint
DROP TABLE `tile`;--> statement-breakpoint
ALTER TABLE `__new_tile` RENAME TO `tile`;--> statement-breakpoint
UPDATE `meta` SET `value` = 'yes' WHERE `key` = 'tiles-wanted';
