-- Its uploader took it back before anybody reviewed it.
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
    check (state in ('uploading', 'received', 'accepted', 'rejected', 'discarded', 'withdrawn'));

-- Until when a reviewer reads on after the release, and the questions that keep it open beyond.
create table follow_up_window (
    case_id uuid        primary key,
    until   timestamptz not null
);
create table open_follow_up (
    follow_up_id uuid primary key,
    case_id      uuid not null
);
create index open_follow_up_of_case on open_follow_up (case_id);
