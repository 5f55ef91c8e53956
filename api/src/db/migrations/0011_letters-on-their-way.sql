ALTER TABLE `reminder` ADD `went_at` text;--> statement-breakpoint
UPDATE `reminder` SET `went_at` = `sent_at`;
