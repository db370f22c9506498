-- Where other systems are told of events. The secrets are derived and stand nowhere; generation counts them, and until old_until the
-- one before signs along. failures are those since the last success; while resume_at is ahead the endpoint is left alone.
create table webhook (
    id               uuid        primary key,
    url              text        not null,
    event_types      text        not null,
    state            text        not null,
    disabled_because text,
    generation       int         not null,
    old_until        timestamptz,
    failures         int         not null,
    failing_since    timestamptz,
    resume_at        timestamptz,
    created_at       timestamptz not null
);

create table webhook_delivery (
    id         uuid        primary key,
    webhook_id uuid        not null references webhook,
    event_id   uuid        not null,
    event_type text        not null,
    case_id    uuid        not null,
    body       text        not null,
    state      text        not null,
    since      timestamptz not null,
    attempts   int         not null,
    due_at     timestamptz,
    ended_at   timestamptz,
    unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (due_at) where state = 'QUEUED';
create index webhook_delivery_log on webhook_delivery (webhook_id, id desc);

create table webhook_attempt (
    delivery_id uuid        not null references webhook_delivery,
    number      int         not null,
    at          timestamptz not null,
    outcome     text        not null,
    status      int,
    primary key (delivery_id, number)
);
