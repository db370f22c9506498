-- A link by which somebody without an account uploads, and does nothing else.
create table upload_link (
    id         uuid        primary key,
    case_id    uuid        not null references shelf,
    token_hash text        not null unique, -- SHA-256 of 256 random bits; the token itself is nowhere
    kinds      text        not null,        -- LOINC codes, one space between two; empty: any
    max_files  int         not null,
    max_bytes  bigint      not null,
    files      int         not null default 0,
    bytes      bigint      not null default 0,
    made_by    uuid        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    check (files between 0 and max_files and bytes between 0 and max_bytes)
);
create index upload_link_of_case on upload_link (case_id, id);

alter table document add column upload_link uuid references upload_link;
create index document_of_link on document (upload_link) where upload_link is not null;
