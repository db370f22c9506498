-- Who broke the glass of a case, why, and what somebody else said of it afterwards. The words (words, note) stand in columns of
-- their own, so that erasure can clear them.
create table glass_break (
    break_id    uuid        primary key,
    case_id     uuid        not null,
    person      uuid        not null,
    reason      text        not null, -- a code
    words       text        not null,
    broken_at   timestamptz not null,
    until       timestamptz not null,
    review_due  timestamptz not null,
    reviewed_by uuid,
    reviewed_at timestamptz,
    outcome     text,                 -- a code
    note        text,
    check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (outcome is null)),
    check (reviewed_by <> person)
);
-- The queue of those who review: few rows at any time. Ids grow with time, and with it their due dates.
create index glass_break_to_review on glass_break (break_id) where reviewed_at is null;
