-- As before with fewer steps: the head is taken and moved by one update, which after a wait for another transaction sees that one's head.
-- The row of a case's first event is made by whoever comes first; the other waits at its key and goes round once more.
create or replace function append_event(p_case uuid, p_event uuid, p_type text, p_data text, p_actor text, p_at timestamptz,
                                        p_trace text default null)
    returns bigint language plpgsql as
$$
declare
    next_seq  bigint;
    prev_hash bytea;
    own_hash  bytea;
begin
    loop
        update event_head h
        set last_seq = h.last_seq + 1,
            last_hash = event_hash(h.last_hash, p_case, h.last_seq + 1, p_event, p_type, p_actor, p_at, p_data)
        where h.case_id = p_case
        returning new.last_seq, old.last_hash, new.last_hash into next_seq, prev_hash, own_hash;
        exit when found;

        insert into event_head (case_id, last_seq, last_hash) values (p_case, 0, ''::bytea) on conflict do nothing;
    end loop;
    insert into event (case_id, seq, event_id, type, data, actor, occurred_at, prev_hash, hash, traceparent)
    values (p_case, next_seq, p_event, p_type, p_data, p_actor, p_at, prev_hash, own_hash, p_trace);
    insert into outbox (case_id, seq) values (p_case, next_seq);
    return next_seq;
end
$$;
