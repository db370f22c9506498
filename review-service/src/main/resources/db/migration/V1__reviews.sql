-- The directory: where people practise, as far as independence has to be told.
create table organisation (
    id            uuid primary key,
    name          text not null,
    country       text not null, -- ISO 3166-1
    city          text not null,
    level         text not null,
    subspecialties text not null  -- JSON array of SNOMED CT practice codes
);

create table clinician (
    id           uuid primary key,
    organisation uuid not null references organisation,
    name         text not null,
    reviewer     uuid           -- the same person as reviewer, where that is known
);
create index clinician_organisation on clinician (organisation);
create index clinician_reviewer on clinician (reviewer) where reviewer is not null;

create table reviewer (
    person       uuid primary key, -- the identity provider's subject id
    version      int  not null,
    active       boolean not null,
    organisation uuid references organisation,
    capacity     int  not null,
    open_reviews int  not null default 0 check (open_reviews >= 0), -- accepted and not yet signed
    entry        text not null     -- JSON: name, credentials, specialties, languages, licences
);

-- What was heard of the case, as it was told; what comes first waits here for the rest.
create table case_facts (
    case_id   uuid primary key,
    submitted text, -- the event's JSON
    triaged   text, -- the event's JSON
    ready     boolean not null default false,
    ended     boolean not null default false
);

create table case_document (
    case_id       uuid not null,
    document_id   uuid not null,
    kind          text not null, -- LOINC
    clinical_date date,
    primary key (case_id, document_id)
);

create table review (
    case_id  uuid primary key,
    state    text not null,
    reviewer uuid,          -- asked or assigned
    details  text not null  -- JSON: the state's own fields
);
create index review_of_reviewer on review (reviewer, case_id) where reviewer is not null;
create index review_in_state on review (state, case_id);

create table offer (
    id             uuid primary key,
    case_id        uuid not null,
    reviewer       uuid not null,
    made_at        timestamptz not null,
    expires_at     timestamptz not null,
    outcome        text,     -- null while it is open
    outcome_at     timestamptz,
    decline_reason text
);
create unique index one_open_offer_per_case on offer (case_id) where outcome is null;
create index open_offers_of_reviewer on offer (reviewer) where outcome is null;

-- Each run of the matching with everything it saw, so that it can be computed again.
create table matching (
    id       uuid primary key,
    case_id  uuid not null,
    made_at  timestamptz not null,
    snapshot text not null,
    result   text not null
);
create index matching_of_case on matching (case_id, id);

create table reading (
    case_id      uuid primary key,
    reviewer     uuid not null,
    diagnosis    text not null,
    plan         text not null,
    confidence   text not null,
    committed_at timestamptz not null
);

create table question (
    id          uuid primary key,
    case_id     uuid not null,
    addressee   text not null,
    text        text not null,
    asked_at    timestamptz not null,
    answer_due  timestamptz not null,
    answer      text,
    answered_by uuid,
    answered_at timestamptz
);
create index question_of_case on question (case_id, id);

create table opinion_draft (
    case_id    uuid primary key,
    version    int  not null,
    content    text not null, -- JSON
    written_at timestamptz not null
);

create table opinion (
    id              uuid primary key,
    case_id         uuid not null,
    version         int  not null,
    reviewer        uuid not null,
    signer_name     text not null,
    licence_country text not null,
    licence_number  text not null,
    content         text not null, -- JSON
    signed_at       timestamptz not null,
    letter_key      text not null unique,
    letter_sha256   text not null,
    unique (case_id, version)
);

create table follow_up (
    id       uuid primary key,
    case_id  uuid not null,
    asked_by uuid not null,
    text     text not null,
    asked_at timestamptz not null
);
create index follow_up_of_case on follow_up (case_id, id);

-- The signed answer to a follow-up question, part of the opinion it adds to.
create table addendum (
    id           uuid primary key,
    follow_up_id uuid not null unique references follow_up,
    opinion_id   uuid not null references opinion,
    reviewer     uuid not null,
    text         text not null,
    signed_at    timestamptz not null
);

-- What somebody committed or signed stays as it was, whoever asks.
create function refuse_rewriting() returns trigger language plpgsql as
$$
begin
    raise exception 'a row of % is never changed', tg_table_name;
end
$$;
create trigger reading_is_final before update or delete or truncate on reading
    for each statement execute function refuse_rewriting();
create trigger opinion_is_final before update or delete or truncate on opinion
    for each statement execute function refuse_rewriting();
create trigger addendum_is_final before update or delete or truncate on addendum
    for each statement execute function refuse_rewriting();
create trigger follow_up_is_final before update or delete or truncate on follow_up
    for each statement execute function refuse_rewriting();
create trigger matching_is_final before update or delete or truncate on matching
    for each statement execute function refuse_rewriting();
revoke update, delete, truncate on reading, opinion, addendum, follow_up, matching from ${runtime_user};
