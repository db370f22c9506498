-- What a reviewer reads instead of the file: the same without what says where, when, by whom and on what it was made.
create table reading_copy (
    document_id uuid        primary key references document,
    state       text        not null check (state in ('wanted', 'made', 'failed')),
    try_at      timestamptz not null,
    tries       int         not null default 0, -- of the worker
    away        int         not null default 0, -- of the store, for the back-off
    lease       uuid
);
create index reading_copy_wanted on reading_copy (try_at) where state = 'wanted';

-- Objects of the vault that were made from a document: page 0 is the whole copy, the others are pictures of its pages.
create table derived_object (
    object_key   uuid   primary key,
    document_id  uuid   not null references document,
    page         int    not null,
    content_type text   not null,
    bytes        bigint not null,
    sha256       text   not null,
    unique (document_id, page)
);

insert into reading_copy (document_id, state, try_at)
select id, 'wanted', now() from document
where state = 'accepted' and content_type <> 'text/plain';
