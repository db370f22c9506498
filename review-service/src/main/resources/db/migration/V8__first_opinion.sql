-- Whether a record holds the first team's opinion: without any there is nothing to compare with.
alter table case_document add column first_opinion boolean not null default false;
