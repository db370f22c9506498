-- A case that is read twice: why, and how far the second reading is. Of each case one.
create table second_reading (
    case_id   uuid        primary key,
    reason    text        not null check (reason in ('high-stakes', 'sampled')),
    chosen_at timestamptz not null,
    state     text        not null,
    reader    uuid,                  -- asked, reads, or has read
    details   text        not null   -- JSON: the state's own fields
);
create index second_reading_of_reader on second_reading (reader) where reader is not null;
create index second_reading_in_state on second_reading (state, case_id);

-- A second reader's words stand beside the reviewer's and are kept apart from them.
alter table reading add column second boolean not null default false;

-- Each opinion that a second reading was held against: on each axis what the opinion says of the first one, and what the reading comes to.
create table reading_comparison (
    opinion_id  uuid        primary key references submission,
    case_id     uuid        not null,
    compared_by uuid        not null,
    axes        text        not null, -- JSON: by axis, opinion and second
    differs     boolean     not null,
    compared_at timestamptz not null
);
create index reading_comparison_of_case on reading_comparison (case_id, compared_at);

create table adjudication (
    opinion_id uuid        primary key references reading_comparison,
    case_id    uuid        not null,
    decided_by uuid        not null,
    verdict    text        not null check (verdict in ('first-stands', 'second-stands', 'discuss')),
    text       text        not null,
    decided_at timestamptz not null
);
create index adjudication_of_case on adjudication (case_id, decided_at);

create trigger reading_comparison_is_final before update or delete or truncate on reading_comparison
    for each statement execute function refuse_rewriting();
create trigger adjudication_is_final before update or delete or truncate on adjudication
    for each statement execute function refuse_rewriting();
