-- Which operator had the log published again, since when.
create table republication (
    id       uuid        primary key,
    since    timestamptz not null,
    asked_by text        not null,
    asked_at timestamptz not null
);
