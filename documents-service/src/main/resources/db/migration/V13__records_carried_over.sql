-- Which case led to a case: records may be carried over from there.
create table earlier_case (
    case_id uuid primary key references shelf,
    earlier uuid not null
);

-- A record that was carried over is a document of its own, with its own object. Once per case; when it was taken back there,
-- another may take its place.
create table carried_record (
    case_id     uuid not null references shelf,
    source      uuid not null references document,
    source_case uuid not null,
    document_id uuid not null unique references document,
    primary key (case_id, source)
);
