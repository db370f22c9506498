-- What a reminder will say and to whom. Its id is the ref of its deadline, and the event id of what is told.
create table reminder (
    id       uuid primary key,
    case_id  uuid not null,
    kind     text not null,
    subject  uuid not null, -- what it is about: a question, an offer, the case itself
    audience text not null,
    due_at   timestamptz,
    unique (case_id, kind, subject)
);

-- Nobody is reminded of a case that has ended, whatever another source still says of it.
create table ended_case (
    case_id uuid primary key
);
