-- Triage was set right after this reviewer had accepted: a clinical lead says that they go on, or the case is assigned anew. Of each case the last one.
create table questioned_assignment (
    case_id       uuid        primary key,
    reviewer      uuid        not null,
    rules         text        not null, -- ids of the matching rules that speak against the reviewer by now, parted by spaces
    questioned_at timestamptz not null,
    confirmed_by  uuid,
    confirmed_at  timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null))
);
