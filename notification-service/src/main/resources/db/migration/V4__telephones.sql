-- Servers answer in SMTP or in HTTP.
alter table attempt rename column smtp_code to reply_code;
