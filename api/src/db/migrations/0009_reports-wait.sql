INSERT INTO `waiting` (`id`, `reference`, `kind`, `place_id`, `title`, `summary`, `body`, `at`, `role`, `doubt`, `apart`, `reasons`)
SELECT lower(hex(randomblob(16))), r.`reference`, 'report', r.`place_id`,
	coalesce(
		(SELECT p.`name` FROM `place` p WHERE p.`id` = r.`place_id`),
		(SELECT json_extract(c.`value`, '$') FROM `claim` c WHERE c.`place_id` = r.`place_id` AND c.`field` = 'name' ORDER BY c.`id` DESC LIMIT 1),
		'A place that is no longer listed'
	),
	CASE r.`reason`
		WHEN 'closed' THEN 'It has closed'
		WHEN 'moved' THEN 'It is somewhere else'
		WHEN 'hours' THEN 'The times are wrong'
		WHEN 'details' THEN 'The phone, website or other details are wrong'
		WHEN 'twice' THEN 'It is listed twice'
		WHEN 'unsuitable' THEN 'It should not be listed'
		ELSE 'Something else'
	END,
	json_object('reason', r.`reason`, 'detail', r.`detail`), r.`at`, 'visitor', 0, 0, '[]'
FROM `problem_report` r ORDER BY r.`id`;
--> statement-breakpoint
DROP TABLE `problem_report`;--> statement-breakpoint
ALTER TABLE `waiting` ADD `copy_of` text;--> statement-breakpoint
CREATE INDEX `waiting_by_original` ON `waiting` (`copy_of`);
