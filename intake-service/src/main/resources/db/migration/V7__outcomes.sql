-- What the patient's side says afterwards of how it went: a row for each round that was asked. Codes only, nobody's words. Erasure
-- clears who answered; the codes then tell of nobody and stay, so that figures somebody has seen do not move.
create table outcome_round (
    case_id            uuid        not null,
    day                int         not null, -- after the opinion's delivery: 21 or 90
    programme          text        not null,
    service            text        not null,
    asked_at           timestamptz not null,
    answerable_until   timestamptz not null,
    answered_by        uuid,
    answered_at        timestamptz,
    understood_illness text,
    understood_options text,
    understood_risks   text,
    followed           text,
    primary key (case_id, day),
    check (num_nulls(answered_at, understood_illness, understood_options, understood_risks, followed) in (0, 5))
);
-- The figures: one year's rounds.
create index outcome_round_of_the_year on outcome_round (asked_at);
