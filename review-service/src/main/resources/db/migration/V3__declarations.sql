-- What a reviewer says of their own absences and ties; who never said anything has no row.
create table declaration (
    person      uuid primary key references reviewer,
    version     int  not null,
    content     text not null, -- JSON
    declared_at timestamptz not null
);
