-- One that fired is gone: what it did is in the log, and the same one may be set again.
delete from deadline where fired_at is not null;
drop index deadline_due;
alter table deadline drop column fired_at;
create index deadline_due on deadline (try_at);
