-- What the delay guard has warned of, for the work list: few cases at any time.
alter table intake_case add column short_of_time boolean not null default false;
create index intake_case_short_of_time on intake_case (case_id) where short_of_time;
