-- The short reference people know a case by. Nothing is told about a case before its reference is known here.
create table known_case (
    case_id   uuid primary key,
    reference text not null
);

-- The language a person uses on a case, as the events say it.
create table spoken_language (
    case_id  uuid not null,
    person   uuid not null,
    language text not null,
    primary key (case_id, person)
);

create table preference (
    person     uuid        primary key,
    language   text        not null,
    changed_at timestamptz not null
);

-- What is to be told and not yet spread to persons. A row goes in the transaction that writes its notifications.
create table telling (
    event_id    uuid        not null,
    kind        text        not null,
    audience    text        not null,
    case_id     uuid        not null,
    happened_at timestamptz not null,
    due_at      timestamptz,
    counted     int,
    attempts    int         not null default 0,
    try_at      timestamptz not null,
    primary key (event_id, kind, audience)
);
create index telling_due on telling (try_at);

-- One person is told one thing once: message_key is made of case, kind, recipient and the event, and is the mail's Message-ID.
create table notification (
    id          uuid        primary key,
    case_id     uuid        not null,
    kind        text        not null,
    recipient   uuid        not null,
    event_id    uuid        not null,
    message_key text        not null unique,
    happened_at timestamptz not null,
    due_at      timestamptz,
    counted     int,
    read_at     timestamptz
);
create index notification_inbox on notification (recipient, id desc);
create index notification_unread on notification (recipient) where read_at is null;
create index notification_of_case on notification (case_id, id desc);

-- One notification's way to its recipient over one channel. due_at: while queued, not before; while sending, the lease's end.
create table delivery (
    notification_id uuid        not null references notification,
    channel         text        not null,
    state           text        not null,
    since           timestamptz not null,
    attempts        int         not null,
    due_at          timestamptz,
    ended_at        timestamptz,
    reason          text,
    primary key (notification_id, channel)
);
create index delivery_due on delivery (due_at) where state in ('QUEUED', 'SENDING');
create index delivery_failed on delivery (notification_id desc) where state in ('FAILED', 'UNCERTAIN');

create table attempt (
    notification_id uuid        not null,
    channel         text        not null,
    number          int         not null,
    at              timestamptz not null,
    outcome         text        not null,
    reason          text,
    smtp_code       int,
    primary key (notification_id, channel, number),
    foreign key (notification_id, channel) references delivery
);
