-- Which case led to a case: records may be carried over from there.
create table earlier_case (
    case_id uuid primary key references shelf,
    earlier uuid not null
);

-- A record that was carried over is a document of its own, with its own object. Once per case: one that was taken back again
-- may be carried once more.
alter table document add column carried_from uuid references document;
alter table document add column carried_from_case uuid;
alter table document add constraint document_carried_whole
    check (num_nulls(carried_from, carried_from_case) in (0, 2));
create unique index document_carried_once on document (case_id, carried_from)
    where carried_from is not null and state <> 'withdrawn';
