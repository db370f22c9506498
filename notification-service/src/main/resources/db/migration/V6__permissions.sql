-- What the patient allows a person of their side on a case, as its last participant-admitted said: scope codes parted by spaces.
-- Whoever was let in before this table is not in it, and is told as before.
create table permission (
    case_id uuid not null,
    person  uuid not null,
    scopes  text not null,
    primary key (case_id, person)
);
