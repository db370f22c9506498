-- Written and read by nobody: what a consent covers stands with the service that asks it.
alter table case_access drop scopes;
