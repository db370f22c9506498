-- A record that came as several photographs is one document, and so is each of them: of the former pages says how many there
-- are to be, of the latter paper says what they are pages of.
alter table document add column pages int check (pages between 1 and 20);
alter table document add column paper uuid references document;
alter table document drop constraint document_bytes_check;
alter table document add constraint document_bytes_check check (bytes > 0 or pages is not null);
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
    check (state in ('gathering', 'uploading', 'received', 'accepted', 'rejected', 'discarded', 'withdrawn'));

-- Which photograph stands where; several at one place until the newest of them is accepted. Changes under the paper's row lock
-- only, which is why it does not stand in the photograph's own row.
create table paper_page (
    document_id uuid primary key references document,
    paper       uuid not null references document,
    number      int  not null check (number > 0)
);
create index paper_page_of_paper on paper_page (paper, number);
