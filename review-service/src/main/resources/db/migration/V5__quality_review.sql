-- An opinion as its author signed it. It becomes an opinion once somebody else has passed it, and stays here either way.
create table submission (
    opinion_id      uuid primary key,
    case_id         uuid not null,
    version         int  not null,
    reviewer        uuid not null,
    signer_name     text not null,
    licence_country text not null,
    licence_number  text not null,
    content         text not null, -- JSON
    signed_at       timestamptz not null,
    letter_page     text not null, -- JSON: the letter in words
    letter_language text not null
);
create index submission_of_case on submission (case_id, version);

create table quality_review (
    id           uuid primary key,
    case_id      uuid not null,
    opinion_id   uuid not null unique references submission,
    checked_by   uuid not null,
    outcome      text not null check (outcome in ('passed', 'returned')),
    findings     text not null, -- JSON: code and text
    significance text not null, -- JSON: by axis
    checked_at   timestamptz not null
);
create index quality_review_of_case on quality_review (case_id, id);

create trigger submission_is_final before update or delete or truncate on submission
    for each statement execute function refuse_rewriting();
create trigger quality_review_is_final before update or delete or truncate on quality_review
    for each statement execute function refuse_rewriting();
revoke update, delete, truncate on submission, quality_review from ${runtime_user};
