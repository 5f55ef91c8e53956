CREATE TABLE `waiting_alike` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`score` real NOT NULL,
	`reasons` text NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `waiting`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`other_id`) REFERENCES `waiting`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `waiting_alike_by_other` ON `waiting_alike` (`other_id`);--> statement-breakpoint
CREATE TABLE `waiting_put_back` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`waiting_id` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`rejected_at` text NOT NULL,
	`rejected_by` text NOT NULL,
	`note` text,
	FOREIGN KEY (`waiting_id`) REFERENCES `waiting`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `put_back_by_waiting` ON `waiting_put_back` (`waiting_id`);--> statement-breakpoint
CREATE TABLE `waiting_spot` (
	`waiting_id` text PRIMARY KEY NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`precision` text NOT NULL,
	`spread_metres` integer NOT NULL,
	FOREIGN KEY (`waiting_id`) REFERENCES `waiting`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `waiting_spot_by_easting` ON `waiting_spot` (`easting`,`northing`);--> statement-breakpoint
ALTER TABLE `waiting` ADD `same_as` text;