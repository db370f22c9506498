-- What a reviewer saw that cannot wait for the opinion, and who has said that they see to it.
create table critical_finding (
    id              uuid primary key,
    case_id         uuid not null,
    flagged_by      uuid not null,
    text            text not null,
    flagged_at      timestamptz not null,
    acknowledge_by  timestamptz not null,
    acknowledged_by uuid,
    acknowledged_at timestamptz,
    check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index critical_finding_of_case on critical_finding (case_id, id);
