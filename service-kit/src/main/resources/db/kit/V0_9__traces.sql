-- Which trace an event belongs to, in W3C's words; null when none was recorded. No part of what the hash chain proves.
alter table event add traceparent text;
alter table inbox_waiting add traceparent text;

-- p_trace has a default: the version before this one calls it without.
drop function append_event(uuid, uuid, text, text, text, timestamptz);
create function append_event(p_case uuid, p_event uuid, p_type text, p_data text, p_actor text, p_at timestamptz,
                             p_trace text default null)
    returns bigint language plpgsql as
$$
declare
    head event_head;
begin
    insert into event_head (case_id, last_seq, last_hash) values (p_case, 0, ''::bytea) on conflict do nothing;
    select * into head from event_head h where h.case_id = p_case for update;
    head.last_hash := event_hash(head.last_hash, p_case, head.last_seq + 1, p_event, p_type, p_actor, p_at, p_data);
    insert into event (case_id, seq, event_id, type, data, actor, occurred_at, prev_hash, hash, traceparent)
    select p_case, h.last_seq + 1, p_event, p_type, p_data, p_actor, p_at, h.last_hash, head.last_hash, p_trace
    from event_head h where h.case_id = p_case;
    update event_head h set last_seq = h.last_seq + 1, last_hash = head.last_hash where h.case_id = p_case;
    insert into outbox (case_id, seq) values (p_case, head.last_seq + 1);
    return head.last_seq + 1;
end
$$;
