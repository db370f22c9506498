-- Why no copy could be made; null for those that failed before anybody asked.
alter table reading_copy add column reason text check (reason in ('cannot-be-read', 'too-heavy'));
