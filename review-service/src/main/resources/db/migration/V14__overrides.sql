-- A clinical lead would ask somebody whom matching excludes; a second one agrees or does not. Which one waits, the review says.
create table assignment_override (
    id          uuid primary key,
    case_id     uuid not null,
    reviewer    uuid not null,
    rules       text not null, -- JSON: the ids of the rules that exclude the reviewer
    proposed_by uuid not null,
    reason      text not null,
    text        text not null,
    proposed_at timestamptz not null,
    outcome     text check (outcome in ('agreed', 'declined')), -- null while it waits, and when it has lapsed
    decided_by  uuid,
    decision    text,
    decided_at  timestamptz,
    offer       uuid references offer,
    matching    uuid references matching, -- what it was agreed on, with all that was seen
    check ((outcome is null) = (decided_by is null) and (decided_by is null) = (decided_at is null)),
    check (outcome is distinct from 'agreed' or (decided_by <> proposed_by and offer is not null and matching is not null))
);
create index override_of_case on assignment_override (case_id, id);

-- Where two clinical leads set the capacity aside. Of an offer that was given back, decline_reason says why from now on, too.
alter table offer add column beyond_capacity boolean not null default false;
