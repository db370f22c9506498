-- After a death: who of the patient's side is told nothing more of the case (wholly), or only the few kinds that the code lists.
create table silence (
    case_id uuid    not null,
    person  uuid    not null,
    wholly  boolean not null,
    primary key (case_id, person)
);
