-- Who was asked for what is missing, and what came of it.
create table record_request (
    id           uuid        primary key,
    case_id      uuid        not null references shelf,
    state        text        not null check (state in ('drafted', 'sent', 'reminded', 'arrived', 'refused', 'no-longer-needed')),
    items        text        not null, -- codes of the checklist, one space between two
    organisation uuid,                 -- of review's directory
    holder       text,                 -- a code, for who has no entry there
    channel      text        not null,
    requested_by uuid        not null,
    drafted_at   timestamptz not null,
    sent_at      timestamptz,
    reminded_at  timestamptz,
    answer_due   timestamptz,
    reason       text,                 -- of the holder's refusal
    ended_at     timestamptz,          -- arrived, refused or no longer needed
    check (organisation is not null or holder is not null)
);
create index record_request_of_case on record_request (case_id, id);
