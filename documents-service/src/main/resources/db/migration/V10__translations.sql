-- A translation is a document of its own. It cites the version of the document that was translated: what that is now may be
-- another one, and then the translation is of what was.
alter table document add column translates uuid references document;
alter table document add column source_sha256 text;
alter table document add column source_language text;
alter table document add column manner text check (manner in ('human', 'machine-assisted'));
alter table document add constraint document_cites_whole
    check (num_nulls(translates, source_sha256, source_language, manner) in (0, 4));
create index document_translations on document (translates) where translates is not null;

-- Whom a coordinator asked to translate one document, and until when they see it.
create table engagement (
    id            uuid        primary key,
    case_id       uuid        not null references shelf,
    document_id   uuid        not null references document,
    translator    uuid        not null,
    from_language text        not null,
    to_language   text        not null,
    until         timestamptz not null,
    engaged_by    uuid        not null,
    engaged_at    timestamptz not null,
    ended_at      timestamptz -- by a coordinator, with its source or with its case; what is merely over has none
);
create unique index engagement_in_force on engagement (document_id, translator, to_language) where ended_at is null;
create index engagement_of_case on engagement (case_id, id);
create index engagement_of_translator on engagement (translator, id);
