-- A message that names no case can be replayed by nobody. An operator says why it is put away; it stays, and what it said with it.
alter table dead_letter add dismissed text;
