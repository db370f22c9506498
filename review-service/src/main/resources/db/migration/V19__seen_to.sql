-- What whoever acknowledged a critical finding did about it, and whom it reached.
alter table critical_finding add seen_to text;
