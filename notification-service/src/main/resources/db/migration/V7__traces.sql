-- The trace of the event that is told goes on with what is told of it; null when none was recorded.
alter table telling add traceparent text;
alter table notification add traceparent text;
