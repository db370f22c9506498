-- How the copy of a dead letter on its way to Kafka fares: tried again later, or refused for good.
alter table dead_letter add copy_attempts int not null default 0, add copy_at timestamptz, add copy_refused text;
create index dead_letter_to_copy on dead_letter (died_at) where sent_at is null and copy_refused is null;
