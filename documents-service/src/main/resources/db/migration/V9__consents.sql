-- What the patient allows whom, consent by consent: one may stand while another was revoked. Rows stay: whoever once wrote down
-- a consent is bound by what stands.
create table consent (
    id         uuid primary key,
    case_id    uuid not null,
    person     uuid not null,
    scopes     text not null,
    until      timestamptz,
    revoked_at timestamptz
);
create index consent_of_person on consent (case_id, person);
