-- How many pages a record has, once it was counted: a citation of a page that is not there leads nowhere.
alter table case_document add column pages int check (pages > 0);
-- The own reading axis by axis, as JSON; null where it was written as a whole only.
alter table reading add column axes text;
