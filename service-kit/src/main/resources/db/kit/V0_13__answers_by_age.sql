-- Answers come in the order of their age and leave so; a summary of each stretch of the table finds the old ones, and costs a command nothing.
create index idempotency_age_summary on idempotency using brin (answered_at) with (autosummarize = on, pages_per_range = 32);
drop index idempotency_age;
