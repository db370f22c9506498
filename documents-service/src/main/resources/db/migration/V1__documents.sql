-- A case's records as a whole: whether more may come, and what its checklist wants of them.
create table shelf (
    case_id      uuid primary key,
    ended_at     timestamptz, -- the case has ended: no more uploads, and reviewers read no more
    submitted_on date,        -- from here the checklist's look-back counts
    submission   text,        -- the case-submitted event; null until the checklist is known
    assessed     text         -- the last records-assessed event, to tell whether the answer differs
);

-- Whoever committed an own reading may read the first opinion.
create table committed_reading (
    case_id  uuid not null,
    reviewer uuid not null,
    primary key (case_id, reviewer)
);

create table document (
    id               uuid        primary key,
    case_id          uuid        not null references shelf,
    state            text        not null check (state in ('uploading', 'received', 'accepted', 'rejected', 'discarded')),
    kind             text        not null,
    clinical_date    date,
    language         text,
    first_opinion    boolean     not null,
    file_name        text        not null,
    uploaded_by      uuid        not null,
    bytes            bigint      not null check (bytes > 0),
    bytes_here       bigint      not null check (bytes_here between 0 and bytes),
    reserved_at      timestamptz not null,
    expires_at       timestamptz not null,
    sha256           text,
    received_at      timestamptz,
    content_type     text,
    rejection_reason text,
    settled_at       timestamptz, -- accepted, rejected or discarded
    object_key       uuid        not null unique default gen_random_uuid(), -- in both buckets; tells nobody anything
    examine_at       timestamptz,
    examinations     int         not null default 0 -- failed ones, for the back-off
);
create index document_of_case on document (case_id, id);
create index document_to_examine on document (examine_at) where state = 'received';
create index document_to_complete on document (id) where state = 'uploading' and bytes_here = bytes;

-- What lies in the quarantine bucket for a document. The row leaves after the bytes have: as long as it is there, there is
-- something to clear.
create table quarantine (
    document_id  uuid primary key references document,
    s3_upload_id text,        -- of the multipart upload, from the first full part on
    parts        int  not null default 0,
    tail         bytea storage external not null default ''::bytea, -- bytes that fill no part yet; they commit with the offset that counts them
    writer       uuid,        -- the one request that may write
    writer_until timestamptz  -- when another request may take over from a writer that was not heard of
);

create table quarantine_part (
    document_id uuid not null references quarantine on delete cascade,
    number      int  not null,
    etag        text not null,
    primary key (document_id, number)
);

-- Who read which bytes: written before the first of them leaves, and never changed.
create table content_reading (
    id          uuid        primary key,
    case_id     uuid        not null,
    document_id uuid        not null,
    reader      text        not null,
    first_byte  bigint      not null,
    last_byte   bigint      not null,
    read_at     timestamptz not null
);
create index content_reading_of_case on content_reading (case_id, id);
create trigger content_reading_is_append_only before update or delete or truncate on content_reading
    for each statement execute function refuse_change();
revoke update, delete, truncate on content_reading from ${runtime_user};
