-- A source read from many pages has no address of its own. The column is made anew rather than the table: claims lean on its rows.
ALTER TABLE `source` RENAME COLUMN `url` TO `url_required`;--> statement-breakpoint
ALTER TABLE `source` ADD COLUMN `url` text;--> statement-breakpoint
UPDATE `source` SET `url` = `url_required`;--> statement-breakpoint
ALTER TABLE `source` DROP COLUMN `url_required`;
