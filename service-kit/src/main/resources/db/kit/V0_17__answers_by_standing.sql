-- How the caller stood to the answer's case when it was given, as case_access has it; null for who stood in no relation, and in answers of
-- a version before, which are gone after a day.
alter table idempotency add held text;
