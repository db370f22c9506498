-- Why there will be no answer; null while the question is open, and when it was answered.
alter table question add column closing text check (closing in ('UNANSWERED', 'WITHDRAWN'));
