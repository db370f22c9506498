-- A coordinator goes without an item of a case's checklist. What was withdrawn stays, with who and when.
create table waiver (
    case_id      uuid        not null references shelf,
    item         text        not null,
    reason       text        not null,
    waived_by    uuid        not null,
    waived_at    timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    primary key (case_id, item, waived_at)
);
create unique index waiver_in_force on waiver (case_id, item) where withdrawn_at is null;
