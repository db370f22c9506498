-- What the patient allows whom, consent by consent: one may stand while another was revoked.
create table consent (
    id      uuid primary key,
    case_id uuid not null,
    person  uuid not null,
    scopes  text not null, -- the programme's codes, separated by blanks
    until   timestamptz
);
create index consent_of_person on consent (case_id, person);
