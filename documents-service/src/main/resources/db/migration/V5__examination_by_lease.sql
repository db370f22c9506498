-- Whoever examines a document holds it by a lease, not by a transaction: examine_at is when somebody else may take it.
alter table document add column examiner uuid;
-- Why it could not be examined the last time; told apart, since one passes by itself and the other does not.
alter table document add column trouble text
    check (trouble in ('scanner-away', 'store-away', 'bytes-differ', 'bytes-gone'));

-- An object that cannot be removed is tried less and less often, and holds up nothing behind it.
alter table quarantine add column clear_at timestamptz not null default '-infinity';
alter table quarantine add column clearings int not null default 0;
