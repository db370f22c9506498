-- A translation that was found to be wrong: what is wrong with it, and who took it back. It counts as withdrawn for everybody who
-- asks for a state, so that a replica of the version before reads the row too.
alter table document add column fault text check (fault in ('wrong-meaning', 'incomplete', 'wrong-document', 'illegible'));
alter table document add column retracted_by uuid;
alter table document add constraint document_retracted_whole check (num_nulls(fault, retracted_by) in (0, 2));
