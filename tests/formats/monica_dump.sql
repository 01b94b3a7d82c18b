# ************************************************************
# Zoë Roux dump of data
# ************************************************************

SET FOREIGN_KEY_CHECKS=0;
INSERT IGNORE INTO `accounts` (`id`,`api_key`,`number_of_invitations_sent`) VALUES
 (1,'SECRET-API',0);
INSERT IGNORE INTO `activities` (`id`,`account_id`,`activity_type_id`,`summary`,`description`,`happened_at`,`created_at`,`updated_at`) VALUES
 (7,1,NULL,'Lunch','By the lake','2024-08-09','2024-08-09 08:00:00','2024-08-09 08:00:00');
INSERT IGNORE INTO `contacts` (`id`,`account_id`,`first_name`,`middle_name`,`last_name`,`nickname`,`description`,`uuid`,`is_partial`,`is_dead`,`deceased_special_date_id`,`stay_in_touch_frequency`,`birthday_special_date_id`,`first_met_through_contact_id`,`first_met_special_date_id`,`job`,`company`,`food_preferences`) VALUES
 (1,1,'Ana','M.','Ek','Annie','Likes [b]tea[/b]','aaaa-1',0,0,NULL,30,1,2,2,'Engineer','Acme, Inc.','No fish'),
 (2,1,'Bo',NULL,'Sand',NULL,NULL,'bbbb-2',0,1,3,NULL,4,NULL,NULL,NULL,NULL,NULL),
 (3,1,'Emma',NULL,NULL,NULL,NULL,'cccc-3',1,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL),
 (4,1,'Zoë',NULL,'Roux',NULL,NULL,'dddd-4',0,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT IGNORE INTO `activity_contact` (`activity_id`,`account_id`,`contact_id`) VALUES
 (7,1,1),
 (7,1,2);
INSERT IGNORE INTO `addresses` (`id`,`account_id`,`place_id`,`contact_id`,`name`,`created_at`,`updated_at`) VALUES
 (1,1,1,1,'Home','2020-01-02 08:00:00','2020-01-02 08:00:00');
INSERT IGNORE INTO `calls` (`id`,`account_id`,`contact_id`,`called_at`,`content`,`contact_called`,`created_at`,`updated_at`) VALUES
 (1,1,1,'2024-05-06 00:00:00','Job?',1,'2024-05-06 00:00:00','2024-05-06 00:00:00');
INSERT IGNORE INTO `contact_field_types` (`id`,`account_id`,`name`,`fontawesome_icon`,`protocol`,`delible`,`type`) VALUES
 (1,1,'Email','fa','mailto:',0,'email'),
 (2,1,'Phone','fa','tel:',0,'phone'),
 (3,1,'Telegram','fa',NULL,0,NULL);
INSERT IGNORE INTO `contact_fields` (`id`,`account_id`,`contact_id`,`contact_field_type_id`,`data`) VALUES
 (1,1,1,1,'ana@ek.example'),
 (2,1,1,2,0612345678),
 (3,1,1,3,'ana_ek');
INSERT IGNORE INTO `contact_tag` (`contact_id`,`tag_id`,`account_id`) VALUES
 (1,1,1),
 (1,2,1);
INSERT IGNORE INTO `conversations` (`id`,`account_id`,`contact_id`,`created_at`) VALUES
 (5,1,1,'2024-07-04 00:00:00');
INSERT IGNORE INTO `debts` (`id`,`contact_id`,`in_debt`,`status`,`amount`) VALUES
 (1,1,'yes','inprogress',12.50);
INSERT IGNORE INTO `documents` (`id`,`contact_id`) VALUES
 (1,1);
INSERT IGNORE INTO `entries` (`id`,`title`,`post`) VALUES
 (1,'Day','INSERT IGNORE INTO `contacts` (`id`,`uuid`,`first_name`) VALUES (9,\'evil\',\'Mallory\');'),
 (2,'Day','It\'s; (late), and "quoted" \\ so');
INSERT IGNORE INTO `gifts` (`id`,`contact_id`,`name`,`status`,`date`) VALUES
 (1,1,'A tea pot','idea','2024-02-01 00:00:00'),
 (2,1,'A book','received','2024-03-01 00:00:00');
INSERT IGNORE INTO `life_events` (`id`,`contact_id`,`name`,`happened_at`) VALUES
 (1,1,'New house','2023-09-01 00:00:00');
INSERT IGNORE INTO `messages` (`id`,`contact_id`,`conversation_id`,`content`,`written_at`,`written_by_me`) VALUES
 (1,1,5,'Yes','2024-07-02 00:00:00',1),
 (2,1,5,'Well?','2024-07-01 00:00:00',0);
INSERT IGNORE INTO `notes` (`id`,`contact_id`,`body`,`created_at`) VALUES
 (1,1,'Moves to Lund
in May','2020-01-02 08:00:00');
INSERT IGNORE INTO `pets` (`id`,`contact_id`,`name`) VALUES
 (1,1,'Rex');
INSERT IGNORE INTO `places` (`id`,`account_id`,`street`,`city`,`province`,`postal_code`,`country`) VALUES
 (1,1,'1 Gata, port 2','Lund',NULL,222,'SE');
INSERT IGNORE INTO `recovery_codes` (`id`,`account_id`,`user_id`,`recovery`,`used`) VALUES
 (1,1,1,'SECRET-CODE',0);
INSERT IGNORE INTO `relationship_types` (`id`,`name`) VALUES
 (1,'child'),
 (2,'colleague');
INSERT IGNORE INTO `relationships` (`id`,`relationship_type_id`,`contact_is`,`of_contact`) VALUES
 (1,1,3,1),
 (2,2,2,1);
INSERT IGNORE INTO `reminders` (`id`,`contact_id`,`initial_date`,`title`,`frequency_type`,`frequency_number`,`inactive`) VALUES
 (1,1,'2015-06-12','Wedding','year',1,0),
 (2,1,'1985-04-12','Birthday of Ana','year',1,0),
 (3,1,'2030-01-15','Ask for the plans','one_time',NULL,0),
 (4,1,'2026-01-31','Call','month',1,0);
INSERT IGNORE INTO `special_dates` (`id`,`contact_id`,`uuid`,`is_age_based`,`is_year_unknown`,`date`) VALUES
 (1,1,'s1',0,1,'1985-04-12'),
 (2,1,'s2',0,0,'2019-10-03'),
 (3,2,'s3',0,0,'2022-02-03'),
 (4,2,'s4',1,0,'1950-01-01');
INSERT IGNORE INTO `tags` (`id`,`name`,`name_slug`) VALUES
 (1,'fair','fair'),
 (2,'north','north');
INSERT IGNORE INTO `tasks` (`id`,`contact_id`,`uuid`,`title`,`completed`,`created_at`) VALUES
 (1,1,'x','Send the deck',0,'2020-01-02 08:00:00');
INSERT IGNORE INTO `users` (`id`,`first_name`,`last_name`,`email`,`me_contact_id`,`password`,`remember_token`,`google2fa_secret`,`account_id`) VALUES
 (1,'Zoë','Roux','zoe@roux.example',4,'$2y$SECRET','SECRET-TOKEN','SECRET-2FA',1);
SET FOREIGN_KEY_CHECKS=1;
