-- Whose turn it was when: a row for each change, written with what caused it. Clocks are sums of these.
create table case_turn (
    case_id         uuid        not null,
    place           bigint      generated always as identity,
    since           timestamptz not null, -- never before that of the row before it
    turn            text        not null,
    opinion_awaited boolean     not null, -- submitted and not released: the clocks ran
    primary key (case_id, place)
);

-- Cases from before: replayed from what was told of them. Where several were asked at once, the log's last word counts.
with told as (
    select case_id, 'intake' as source, seq, type, data, occurred_at from event
    union all
    select case_id, source, seq, type, data, occurred_at from heard_event),
meant as (
    select case_id, source, seq, type, occurred_at,
           case
               when type in ('intake.case-opened.v1', 'intake.price-quoted.v1', 'review.opinion-released.v1',
                             'review.follow-up-answered.v1') then 'patient'
               when type in ('intake.case-submitted.v1', 'intake.last-participant-removed.v1', 'intake.triage-started.v1',
                             'intake.price-agreed.v1', 'intake.case-triaged.v1', 'intake.case-ready.v1', 'review.offer-declined.v1',
                             'review.offer-expired.v1', 'review.reviewer-not-found.v1', 'review.assignment-ended.v1') then 'coordinator'
               when type = 'review.review-withdrawn.v1' and data::jsonb ->> 'reason' is not null then 'coordinator'
               when type = 'intake.case-held-for-records.v1' then 'record-holder'
               when type in ('review.review-offered.v1', 'review.offer-accepted.v1', 'review.reading-committed.v1',
                             'review.information-given.v1', 'review.information-request-closed.v1', 'review.opinion-returned.v1',
                             'review.follow-up-asked.v1') then 'reviewer'
               when type in ('review.quality-review-requested.v1', 'review.opinion-signed.v1') then 'quality'
               when type in ('intake.case-declined.v1', 'intake.case-redirected.v1', 'intake.case-withdrawn.v1',
                             'intake.case-expired.v1', 'intake.case-closed.v1') then 'nobody'
               when type = 'review.information-requested.v1' then
                   case data::jsonb ->> 'addressee' when 'REQUESTER' then 'patient' when 'COORDINATOR' then 'coordinator' else 'record-holder' end
           end as turn
    from told),
in_order as (
    select case_id, source, seq, turn,
           max(occurred_at) over so_far as since,
           bool_or(type = 'intake.case-submitted.v1') over so_far
               and not bool_or(turn = 'nobody' or type = 'review.opinion-released.v1') over so_far as opinion_awaited
    from meant where turn is not null
    window so_far as (partition by case_id order by occurred_at, source, seq)),
changes as (
    select *, (turn, opinion_awaited) is distinct from (lag(turn) over earlier, lag(opinion_awaited) over earlier) as is_one
    from in_order
    window earlier as (partition by case_id order by since, source, seq))
insert into case_turn (case_id, since, turn, opinion_awaited)
select case_id, since, turn, opinion_awaited from changes where is_one order by case_id, since, source, seq;

-- Now, for the work list.
alter table intake_case add column turn text;
update intake_case c set turn = coalesce((select turn from case_turn t where t.case_id = c.case_id order by place desc limit 1), 'coordinator');
alter table intake_case alter column turn set not null;
create index intake_case_by_turn on intake_case (turn, case_id);

-- A ready case knows its open offers.
update intake_case c
set facts = jsonb_set(jsonb_set(facts::jsonb, '{state,nobodyFound}', to_jsonb(facts::jsonb #>> '{state,search}' = 'NOBODY_FOUND')),
                      '{state,offers}', coalesce((
        select jsonb_agg(o.data::jsonb -> 'offerId') from heard_event o
        where o.case_id = c.case_id and o.type = 'review.review-offered.v1'
          and not exists (select 1 from heard_event e
                          where e.case_id = o.case_id
                            and e.type in ('review.offer-accepted.v1', 'review.offer-declined.v1', 'review.offer-expired.v1', 'review.offer-lapsed.v1')
                            and e.data::jsonb ->> 'offerId' = o.data::jsonb ->> 'offerId')), '[]'))::text
where state = 'ready';

with asked as (
    update intake_case c set turn = 'reviewer'
    where state = 'ready' and turn = 'coordinator' and jsonb_array_length(facts::jsonb #> '{state,offers}') > 0
      and not exists (select 1 from event e where e.case_id = c.case_id and e.type = 'intake.last-participant-removed.v1')
    returning case_id)
insert into case_turn (case_id, since, turn, opinion_awaited) select case_id, now(), 'reviewer', true from asked;

-- An opinion that somebody checks is known as such.
update intake_case c
set facts = jsonb_set(facts::jsonb, '{state,reading,progress}', '"IN_QUALITY_REVIEW"')::text
where state = 'in-review' and turn = 'quality' and facts::jsonb #>> '{state,reading,progress}' = 'WRITING';
