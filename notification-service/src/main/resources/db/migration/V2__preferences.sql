-- One person's wishes. Null: none. zone is an IANA name; choices are kind/channel=true|false where they differ from what everybody has.
alter table preference
    alter column language drop not null,
    add column version     int  not null default 1,
    add column zone        text,
    add column quiet_from  time,
    add column quiet_to    time,
    add column digest_hour int,
    add column choices     text not null default '',
    add check ((quiet_from is null) = (quiet_to is null)),
    add check (zone is not null or (quiet_from is null and digest_hour is null));

-- Whose digest a delivery waits for; null for one that goes by itself.
alter table delivery add column digest_of uuid;
create index delivery_digest on delivery (digest_of, channel, due_at) where digest_of is not null and state = 'QUEUED';
