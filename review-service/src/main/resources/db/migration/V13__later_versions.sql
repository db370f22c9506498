-- What a later version of an opinion replaces, and why, as JSON: version, date of its signature, a code and words. Null for a first version.
alter table opinion_draft add column replaces text;
alter table submission add column replaces text;
alter table opinion add column replaces text;
