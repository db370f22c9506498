-- Two entries of one hospital would make its own people independent of it: independence is told by ids.
-- What is written from now on is folded by the service; what is there already as well as SQL can, and of two that are
-- the same by then the younger keeps its id in its place, for somebody to look at.
alter table organisation add column place text;
update organisation
set place = regexp_replace(lower(normalize(name, NFKC)), '[[:space:][:punct:]]+', '', 'g') || '|' || country || '|'
            || regexp_replace(lower(normalize(city, NFKC)), '[[:space:][:punct:]]+', '', 'g');
update organisation younger
set place = younger.place || '|' || younger.id
where exists (select 1 from organisation elder where elder.place = younger.place and elder.id < younger.id);
alter table organisation alter column place set not null;
create unique index organisation_once on organisation (place);
