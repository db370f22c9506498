-- Whose database this is. A service that finds another's name here does not start. Anybody who can sign in may read it, so that a service
-- which was sent to the wrong database is told so.
create table stamp (
    only_row boolean primary key default true check (only_row),
    service  text    not null
);
insert into stamp (service) values ('${service}');
revoke insert, update, delete on stamp from ${runtime_user};
grant select on stamp to public;
