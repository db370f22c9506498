-- A replay that somebody asks for at the database: the service does it, and says what came of it.
alter table dead_letter add replay_asked_at timestamptz, add replay_asked_by text, add replay_refused text;
create index dead_letter_to_replay on dead_letter (replay_asked_at) where replay_asked_at is not null and replayed_at is null;

-- Publication of one case again, from one of its events on.
alter table republication add case_id uuid, add from_seq bigint, alter column since drop not null;

-- What is looked at by the operator's figures.
create index inbox_head_parked on inbox_head (parked_since) where parked_since is not null;
create index dead_letter_open on dead_letter (died_at) where replayed_at is null;
