CREATE TABLE `area` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`ward` text NOT NULL,
	`district` text NOT NULL,
	`district_code` text NOT NULL,
	`patch` text NOT NULL,
	`rural_urban` text NOT NULL,
	`ruc_class` text NOT NULL,
	`residents` integer NOT NULL,
	`households` integer NOT NULL,
	`aged_65_over` integer NOT NULL,
	`disabled` integer NOT NULL,
	`edge_metres` integer,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`lon` real NOT NULL,
	`lat` real NOT NULL
);
--> statement-breakpoint
CREATE INDEX `area_by_patch` ON `area` (`patch`,`code`);--> statement-breakpoint
CREATE TABLE `area_shape` (
	`area` text PRIMARY KEY NOT NULL,
	`patch` text NOT NULL,
	`geometry` text NOT NULL,
	`version` text NOT NULL,
	FOREIGN KEY (`area`) REFERENCES `area`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_shape_by_patch` ON `area_shape` (`patch`);--> statement-breakpoint
CREATE TABLE `area_value` (
	`area` text NOT NULL,
	`indicator` text NOT NULL,
	`value` real,
	`reason` text,
	`geography` text NOT NULL,
	`source` text NOT NULL,
	`year` text NOT NULL,
	PRIMARY KEY(`indicator`, `area`),
	FOREIGN KEY (`area`) REFERENCES `area`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `area_value_by_area` ON `area_value` (`area`);--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`author` text NOT NULL,
	`summary` text NOT NULL,
	CONSTRAINT "change_kind" CHECK("change"."kind" in ('load', 'edit', 'merge', 'report'))
);
--> statement-breakpoint
CREATE TABLE `claim` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`place_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`source_detail` text,
	`as_of` text,
	`basis` text NOT NULL,
	`licence` text NOT NULL,
	`author` text NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`source`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_basis" CHECK("claim"."basis" in ('checked', 'published', 'undated')),
	CONSTRAINT "claim_value_is_json" CHECK(json_valid("claim"."value"))
);
--> statement-breakpoint
CREATE INDEX `claim_by_place` ON `claim` (`place_id`,`field`);--> statement-breakpoint
CREATE TABLE `district_shape` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`patch` text NOT NULL,
	`geometry` text NOT NULL,
	`version` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `home_point` (
	`id` integer PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`residents` integer NOT NULL,
	`kind` text NOT NULL,
	FOREIGN KEY (`area`) REFERENCES `area`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `home_point_by_area` ON `home_point` (`area`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `money` (
	`authority` text NOT NULL,
	`authority_code` text NOT NULL,
	`patch` text NOT NULL,
	`year` text NOT NULL,
	`net_current_gbp_thousand` integer NOT NULL,
	PRIMARY KEY(`authority_code`, `year`)
);
--> statement-breakpoint
CREATE TABLE `place` (
	`key` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`kind` text NOT NULL,
	`kind_words` text NOT NULL,
	`status` text NOT NULL,
	`lon` real,
	`lat` real,
	`easting` integer,
	`northing` integer,
	`precision` text NOT NULL,
	`spread_metres` integer NOT NULL,
	`address` text,
	`postcode` text,
	`district` text,
	`patch` text NOT NULL,
	`outside` integer NOT NULL,
	`mobile` integer NOT NULL,
	`phone` text,
	`email` text,
	`website` text,
	`when_words` text,
	`opening_hours` text,
	`for_whom` text,
	`run_by` text,
	`operator` text,
	`year_opened` integer,
	`year_closed` integer,
	`statutory` integer,
	`year_left_statutory` integer,
	`uprn` text,
	`co_located_with` text,
	`notes` text,
	`as_of` text,
	`basis` text NOT NULL,
	`source_name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_id_unique` ON `place` (`id`);--> statement-breakpoint
CREATE INDEX `place_by_name` ON `place` (`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `place_by_patch_kind` ON `place` (`patch`,`kind`,`status`);--> statement-breakpoint
CREATE TABLE `place_name` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`district` text NOT NULL,
	`type` text NOT NULL,
	`patch` text NOT NULL,
	`lon` real NOT NULL,
	`lat` real NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `place_name_by_folded` ON `place_name` (`folded`);--> statement-breakpoint
CREATE TABLE `place_redirect` (
	`from_id` text PRIMARY KEY NOT NULL,
	`to_id` text NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `postcode_sector` (
	`sector` text PRIMARY KEY NOT NULL,
	`folded` text NOT NULL,
	`patch` text NOT NULL,
	`lon` real NOT NULL,
	`lat` real NOT NULL,
	`easting` integer NOT NULL,
	`northing` integer NOT NULL,
	`postcodes` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `problem_report` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reference` text NOT NULL,
	`place_id` text NOT NULL,
	`reason` text NOT NULL,
	`detail` text,
	`at` text NOT NULL,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `problem_report_reference_unique` ON `problem_report` (`reference`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`url` text NOT NULL,
	`licence` text NOT NULL,
	`licence_url` text NOT NULL,
	`attribution` text NOT NULL,
	`vintage` text NOT NULL,
	`caution` text NOT NULL,
	`sha256` text,
	`priority` integer NOT NULL
);
