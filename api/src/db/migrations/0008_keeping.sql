CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_by_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`public_key` text NOT NULL,
	`user_id` text NOT NULL,
	`credential_id` text NOT NULL,
	`counter` integer NOT NULL,
	`device_type` text NOT NULL,
	`backed_up` integer NOT NULL,
	`transports` text,
	`created_at` integer,
	`aaguid` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkey_by_user` ON `passkey` (`user_id`);--> statement-breakpoint
CREATE INDEX `passkey_by_credential` ON `passkey` (`credential_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_by_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`given_role` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_by_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`organisation_id` text NOT NULL,
	`name` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_on` text,
	`revoked_at` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_token_hash_unique` ON `api_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_token_by_organisation` ON `api_token` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `day_salt` (
	`day` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `keeper` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`place_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `keeper_by_place` ON `keeper` (`place_id`);--> statement-breakpoint
CREATE INDEX `keeper_by_organisation` ON `keeper` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`website` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organisation_member` (
	`organisation_id` text NOT NULL,
	`user_id` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`organisation_id`, `user_id`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `member_by_user` ON `organisation_member` (`user_id`);--> statement-breakpoint
CREATE TABLE `photo` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text NOT NULL,
	`data` blob NOT NULL,
	`at` text NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `photo_by_place` ON `photo` (`place_id`,`state`);--> statement-breakpoint
CREATE TABLE `privacy_removal` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`what` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reminder` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`user_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`sent_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`answer` text,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_by_place` ON `reminder` (`place_id`);--> statement-breakpoint
CREATE TABLE `risk_note` (
	`id` text PRIMARY KEY NOT NULL,
	`place_id` text NOT NULL,
	`reason` text NOT NULL,
	`amount_gbp` integer,
	`ends_on` text,
	`funder` text,
	`words` text,
	`public` integer NOT NULL,
	`author` text NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text,
	`change_id` integer NOT NULL,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `risk_note_by_place` ON `risk_note` (`place_id`);--> statement-breakpoint
CREATE TABLE `sheet_import` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`organisation_id` text,
	`file_name` text NOT NULL,
	`at` text NOT NULL,
	`cells` text NOT NULL,
	`mapping` text NOT NULL,
	`state` text NOT NULL,
	`counts` text NOT NULL,
	`change_id` integer,
	`undone_by` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_import_by_user` ON `sheet_import` (`user_id`);--> statement-breakpoint
CREATE TABLE `sheet_mapping` (
	`sender` text NOT NULL,
	`header` text NOT NULL,
	`mapping` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`sender`, `header`)
);
--> statement-breakpoint
CREATE TABLE `waiting` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`place_id` text,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`key` text,
	`at` text NOT NULL,
	`role` text NOT NULL,
	`user_id` text,
	`sender_hash` text,
	`doubt` real NOT NULL,
	`apart` integer NOT NULL,
	`reasons` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`decided_at` text,
	`decided_by` text,
	`note` text,
	`change_id` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`change_id`) REFERENCES `change`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "waiting_body_is_json" CHECK(json_valid("waiting"."body"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_reference_unique` ON `waiting` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_key_unique` ON `waiting` (`key`);--> statement-breakpoint
CREATE INDEX `waiting_by_state` ON `waiting` (`state`,`apart`,`at`);--> statement-breakpoint
CREATE INDEX `waiting_by_place` ON `waiting` (`place_id`);--> statement-breakpoint
CREATE INDEX `waiting_by_sender` ON `waiting` (`sender_hash`);--> statement-breakpoint
ALTER TABLE `place` ADD `checked_on` text;--> statement-breakpoint
ALTER TABLE `place` ADD `people_only` integer DEFAULT false NOT NULL;