-- How long each released opinion took: all in all, and while it was our turn. No word of the case; it stays when the case is erased.
create table delivery (
    case_id      uuid        primary key,
    programme    text        not null,
    service      text        not null,
    released_at  timestamptz not null,
    waited_hours bigint      not null,
    worked_hours bigint      not null
);
create index delivery_of_the_year on delivery (released_at);
