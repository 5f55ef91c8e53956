CREATE TABLE `listing` (
	`source` text NOT NULL,
	`key` text NOT NULL,
	`place_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`first_change` integer NOT NULL,
	`last_change` integer NOT NULL,
	`gone_since` text,
	PRIMARY KEY(`source`, `key`),
	FOREIGN KEY (`source`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `listing_by_place` ON `listing` (`place_id`);--> statement-breakpoint
CREATE TABLE `load_file` (
	`part` text NOT NULL,
	`scope` text NOT NULL,
	`source` text NOT NULL,
	`file` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`rows_read` integer NOT NULL,
	`rows_kept` integer NOT NULL,
	`rows_elsewhere` integer NOT NULL,
	`rows_rejected` integer NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`part`, `scope`, `source`, `file`)
);
--> statement-breakpoint
CREATE TABLE `load_part` (
	`part` text NOT NULL,
	`scope` text NOT NULL,
	`fingerprint` text NOT NULL,
	`at` text NOT NULL,
	`seconds` real NOT NULL,
	PRIMARY KEY(`part`, `scope`)
);
--> statement-breakpoint
CREATE TABLE `merge_candidate` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`)
);
--> statement-breakpoint
CREATE TABLE `merge_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`score` real,
	`reasons` text NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "merge_event_kind" CHECK("merge_event"."kind" in ('merge', 'undo', 'apart'))
);
--> statement-breakpoint
CREATE INDEX `merge_event_by_from` ON `merge_event` (`from_id`);--> statement-breakpoint
CREATE INDEX `merge_event_by_to` ON `merge_event` (`to_id`);--> statement-breakpoint
CREATE TABLE `patch` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`short_name` text NOT NULL,
	`west` real NOT NULL,
	`south` real NOT NULL,
	`east` real NOT NULL,
	`north` real NOT NULL,
	`area_count` integer NOT NULL,
	`residents` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `postcode` (
	`folded` text PRIMARY KEY NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`area` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rejected_row` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`part` text NOT NULL,
	`scope` text NOT NULL,
	`source` text NOT NULL,
	`file` text NOT NULL,
	`row` integer,
	`column` text,
	`problem` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rejected_row_by_part` ON `rejected_row` (`part`,`scope`);--> statement-breakpoint
CREATE TABLE `tile` (
	`z` integer NOT NULL,
	`x` integer NOT NULL,
	`y` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`z`, `x`, `y`)
);
--> statement-breakpoint
ALTER TABLE `area` ADD `origin` text DEFAULT 'starter' NOT NULL;--> statement-breakpoint
ALTER TABLE `place` ADD `gone_since` text;--> statement-breakpoint
CREATE INDEX `place_name_by_patch` ON `place_name` (`patch`);--> statement-breakpoint
CREATE TRIGGER `merge_event_kept` BEFORE UPDATE ON `merge_event` BEGIN
  SELECT RAISE(ABORT, 'A decision is never changed: add another.');
END;
--> statement-breakpoint
CREATE TRIGGER `merge_event_not_removed` BEFORE DELETE ON `merge_event` BEGIN
  SELECT RAISE(ABORT, 'A decision is never removed: add one that undoes it.');
END;
