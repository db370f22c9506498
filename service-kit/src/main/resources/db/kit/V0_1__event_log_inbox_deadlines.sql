-- What every service's database holds beside its own tables. The runtime user (${runtime_user}) may use these tables, not change them.

-- The event log: the record, the audit's spine and the source for replay. Only ever added to.
create table event (
    case_id     uuid        not null,
    seq         bigint      not null,
    event_id    uuid        not null unique,
    type        text        not null,
    data        text        not null, -- the JSON as sent, byte for byte, so that the hash can be recomputed
    actor       text        not null,
    occurred_at timestamptz not null,
    prev_hash   bytea       not null,
    hash        bytea       not null,
    primary key (case_id, seq)
);

-- The end of each case's log. Its row lock is what makes seq gapless and commits of one case come in seq order.
create table event_head (
    case_id   uuid   primary key,
    last_seq  bigint not null,
    last_hash bytea  not null
);

-- Events not yet acknowledged by Kafka. Rows leave after the ack; position only orders them.
create table outbox (
    position bigint generated always as identity primary key,
    case_id  uuid   not null,
    seq      bigint not null
);

-- Cases whose next event Kafka refuses for good. Only they stop; an operator removes the row once the cause is mended.
create table outbox_refused (
    case_id    uuid        primary key,
    seq        bigint      not null,
    reason     text        not null,
    refused_at timestamptz not null
);

create function event_hash(prev bytea, case_id uuid, seq bigint, event_id uuid, type text, actor text, occurred_at timestamptz, data text)
    returns bytea language sql immutable as
$$
    select sha256(prev || convert_to(concat_ws(E'\n', case_id, seq, event_id, type, actor,
                                               (extract(epoch from occurred_at) * 1000000)::bigint, data), 'UTF8'))
$$;

-- One round trip per event: takes the case's head, chains the hash, writes log and outbox. Returns the event's seq.
create function append_event(p_case uuid, p_event uuid, p_type text, p_data text, p_actor text, p_at timestamptz)
    returns bigint language plpgsql as
$$
declare
    head event_head;
begin
    insert into event_head (case_id, last_seq, last_hash) values (p_case, 0, ''::bytea) on conflict do nothing;
    select * into head from event_head h where h.case_id = p_case for update;
    head.last_hash := event_hash(head.last_hash, p_case, head.last_seq + 1, p_event, p_type, p_actor, p_at, p_data);
    insert into event (case_id, seq, event_id, type, data, actor, occurred_at, prev_hash, hash)
    select p_case, h.last_seq + 1, p_event, p_type, p_data, p_actor, p_at, h.last_hash, head.last_hash
    from event_head h where h.case_id = p_case;
    update event_head h set last_seq = h.last_seq + 1, last_hash = head.last_hash where h.case_id = p_case;
    insert into outbox (case_id, seq) values (p_case, head.last_seq + 1);
    return head.last_seq + 1;
end
$$;

-- The first seq whose hash does not follow from the one before it, or null when the case's chain holds.
create function first_broken_link(p_case uuid) returns bigint language sql stable as
$$
    select min(e.seq) from (
        select seq, hash, prev_hash,
               lag(hash, 1, ''::bytea) over (order by seq) as expected_prev,
               row_number() over (order by seq) as expected_seq,
               event_hash(prev_hash, case_id, seq, event_id, type, actor, occurred_at, data) as expected_hash
        from event where case_id = p_case) e
    where e.hash <> e.expected_hash or e.prev_hash <> e.expected_prev or e.seq <> e.expected_seq
$$;

create function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception 'the event log is append-only';
end
$$;
create trigger event_is_append_only before update or delete or truncate on event
    for each statement execute function refuse_change();

-- What was heard from each source, per case and in its order.
create table inbox_head (
    source       text   not null,
    case_id      uuid   not null,
    last_seq     bigint not null default 0,
    parked_since timestamptz, -- set by a dead letter: later events of the case wait until replay
    primary key (source, case_id)
);

create table inbox (
    source     text        not null,
    case_id    uuid        not null,
    seq        bigint      not null,
    event_id   uuid        not null,
    handled_at timestamptz not null,
    primary key (source, case_id, seq)
);

-- Events that came before their turn, or for a parked case.
create table inbox_waiting (
    source      text        not null,
    case_id     uuid        not null,
    seq         bigint      not null,
    event_id    uuid        not null,
    type        text        not null,
    data        text        not null,
    actor       text        not null,
    occurred_at timestamptz not null,
    arrived_at  timestamptz not null,
    primary key (source, case_id, seq)
);

-- NEXT: its turn, now noted as handled · DUPLICATE · CONFLICT: this seq was another event · GAP: one before it is missing · PARKED.
create function inbox_admit(p_source text, p_case uuid, p_seq bigint, p_event uuid, p_at timestamptz)
    returns text language plpgsql as
$$
declare
    head inbox_head;
begin
    insert into inbox_head (source, case_id) values (p_source, p_case) on conflict do nothing;
    select * into head from inbox_head h where h.source = p_source and h.case_id = p_case for update;
    if p_seq <= head.last_seq then
        perform 1 from inbox i where i.source = p_source and i.case_id = p_case and i.seq = p_seq and i.event_id = p_event;
        return case when found then 'DUPLICATE' else 'CONFLICT' end;
    elsif head.parked_since is not null then
        return 'PARKED';
    elsif p_seq > head.last_seq + 1 then
        return 'GAP';
    end if;
    insert into inbox (source, case_id, seq, event_id, handled_at) values (p_source, p_case, p_seq, p_event, p_at);
    update inbox_head h set last_seq = p_seq where h.source = p_source and h.case_id = p_case;
    return 'NEXT';
end
$$;

-- Messages that could not be applied, with why and where they came from. sent_at: copied to the dead-letter topic.
create table dead_letter (
    id            uuid        primary key,
    source        text,
    case_id       uuid,
    seq           bigint,
    topic         text        not null,
    partition     int         not null,
    record_offset bigint      not null,
    headers       text        not null,
    payload       bytea,
    reason        text        not null,
    died_at       timestamptz not null,
    sent_at       timestamptz,
    replayed_at   timestamptz
);
create unique index dead_letter_once on dead_letter (topic, partition, record_offset, reason) where replayed_at is null;

-- Answers to commands, kept a day. A second request with the same key gets the same answer.
create table idempotency (
    caller       uuid        not null,
    key          text        not null,
    request_hash text        not null,
    status       int         not null,
    body         text,
    location     text,
    etag         text,
    answered_at  timestamptz not null,
    primary key (caller, key)
);
create index idempotency_age on idempotency (answered_at);

create table deadline (
    case_id  uuid        not null,
    kind     text        not null,
    ref      uuid        not null, -- what the deadline is about: an offer, a question, the case itself
    due_at   timestamptz not null,
    try_at   timestamptz not null,
    attempts int         not null default 0,
    fired_at timestamptz,
    primary key (case_id, kind, ref)
);
create index deadline_due on deadline (try_at) where fired_at is null;

-- Who stands how to a case, folded from every source's events. Checked on every request.
create table case_access (
    case_id  uuid not null,
    person   uuid not null,
    relation text not null,
    scopes   text not null default '',
    until    timestamptz,
    primary key (case_id, person, relation)
);
create index case_access_person on case_access (person, case_id);

revoke update, delete, truncate on event from ${runtime_user};
