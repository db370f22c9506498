-- Told apart from what was never published: an old event that is published once more is not one that waits.
alter table outbox add again boolean not null default false;
