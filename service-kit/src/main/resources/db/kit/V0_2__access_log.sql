-- Who was let in to see what of a case. Written before anything leaves; only ever added to.
create table access_log (
    case_id   uuid        not null,
    seq       bigint      not null,
    person    uuid        not null,
    standing  text        not null, -- the relation or the role that opened the door
    operation text        not null,
    at        timestamptz not null,
    prev_hash bytea       not null,
    hash      bytea       not null,
    primary key (case_id, seq)
);

-- The end of each case's access log; its row lock makes seq gapless.
create table access_head (
    case_id   uuid   primary key,
    last_seq  bigint not null,
    last_hash bytea  not null
);

create function access_hash(prev bytea, case_id uuid, seq bigint, person uuid, standing text, operation text, at timestamptz)
    returns bytea language sql immutable as
$$
    select sha256(prev || convert_to(concat_ws(E'\n', case_id, seq, person, standing, operation,
                                               (extract(epoch from at) * 1000000)::bigint), 'UTF8'))
$$;

-- One round trip per look: takes the case's head, chains the hash, writes the entry.
create function append_access(p_case uuid, p_person uuid, p_standing text, p_operation text, p_at timestamptz)
    returns bigint language plpgsql as
$$
declare
    head access_head;
    next_hash bytea;
begin
    insert into access_head (case_id, last_seq, last_hash) values (p_case, 0, ''::bytea) on conflict do nothing;
    select * into head from access_head h where h.case_id = p_case for update;
    next_hash := access_hash(head.last_hash, p_case, head.last_seq + 1, p_person, p_standing, p_operation, p_at);
    insert into access_log (case_id, seq, person, standing, operation, at, prev_hash, hash)
    values (p_case, head.last_seq + 1, p_person, p_standing, p_operation, p_at, head.last_hash, next_hash);
    update access_head h set last_seq = head.last_seq + 1, last_hash = next_hash where h.case_id = p_case;
    return head.last_seq + 1;
end
$$;

-- The first seq whose hash does not follow from the one before it, or null when the case's chain holds.
create function first_broken_access(p_case uuid) returns bigint language sql stable as
$$
    select min(a.seq) from (
        select seq, hash, prev_hash,
               lag(hash, 1, ''::bytea) over (order by seq) as expected_prev,
               row_number() over (order by seq) as expected_seq,
               access_hash(prev_hash, case_id, seq, person, standing, operation, at) as expected_hash
        from access_log where case_id = p_case) a
    where a.hash <> a.expected_hash or a.prev_hash <> a.expected_prev or a.seq <> a.expected_seq
$$;

create or replace function refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name;
end
$$;
create trigger access_log_is_append_only before update or delete or truncate on access_log
    for each statement execute function refuse_change();

revoke update, delete, truncate on access_log from ${runtime_user};
