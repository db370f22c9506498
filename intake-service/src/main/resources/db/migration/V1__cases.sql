-- What people wrote (patient, content) stands in columns of its own, so that erasure can clear it and leave the case's bones.
create table intake_case (
    case_id           uuid        primary key,
    reference         text        not null unique,
    programme         text        not null,
    programme_version int         not null,
    service           text        not null,
    language          text        not null,
    requester         uuid        not null,
    relation          text        not null,
    opened_at         timestamptz not null,
    changed_at        timestamptz not null,
    state             text        not null,
    facts             text        not null, -- JSON: the state's own data, consents, what is known of the records
    patient           text        not null, -- JSON
    content           text        not null  -- JSON
);
-- The work list: one state, oldest first. Ids grow with time.
create index intake_case_work_list on intake_case (state, case_id);

-- The number behind a case's reference.
create sequence case_number;

-- What a safety screening came to. The answers themselves are not kept: they are about somebody's health, and there is no case yet.
create table screening (
    screening_id      uuid        primary key,
    person            uuid        not null,
    programme         text        not null,
    programme_version int         not null,
    outcome           text        not null,
    screened_at       timestamptz not null,
    case_id           uuid unique -- the case it opened; one screening opens one case
);

-- What other services told of a case, for its timeline. Our own part stands in the event log.
create table heard_event (
    case_id     uuid        not null,
    source      text        not null,
    seq         bigint      not null,
    type        text        not null,
    data        text        not null,
    occurred_at timestamptz not null,
    primary key (case_id, source, seq)
);
