-- Whoever takes a case over begins with a reading of their own; the one before stays as it was written.
alter table reading add column id uuid not null default gen_random_uuid();
alter table reading drop constraint reading_pkey;
alter table reading add primary key (id);
alter table reading add constraint one_reading_per_reviewer unique (case_id, reviewer);
