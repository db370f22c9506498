-- Each later version that was begun, and why. What was written of one that came to nothing stays, for its author to go on with and for a lead to read.
create table amendment (
    id         uuid primary key,
    case_id    uuid not null,
    version    int  not null check (version > 1),
    reviewer   uuid not null,
    reason     text not null,
    text       text not null,
    begun_at   timestamptz not null,
    outcome    text check (outcome in ('released', 'let-be', 'case-closed', 'returned-after-close')), -- null while it is under way
    ended_at   timestamptz,
    ended_by   uuid, -- null where the case has closed
    left_words text, -- JSON, as opinion_draft.content
    check ((outcome is null) = (ended_at is null))
);
create unique index one_amendment_at_a_time on amendment (case_id) where outcome is null;
create index amendment_of_case on amendment (case_id, id);
