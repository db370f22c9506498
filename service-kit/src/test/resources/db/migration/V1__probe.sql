create table probe (
    case_id uuid primary key,
    total   int not null
);
create table probe_effect (
    event_id uuid   not null, -- not unique: a second effect must show
    case_id  uuid   not null,
    seq      bigint not null,
    at       bigint generated always as identity
);
create table probe_fired (
    case_id uuid not null,
    ref     uuid not null, -- not unique: firing twice must show
    at      bigint generated always as identity
);
