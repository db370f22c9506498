-- A dead letter is made from the event that failed, whichever way it came: from Kafka, after waiting, asked of its source. identity
-- makes it one letter however often it fails.
alter table dead_letter add origin text, add identity text, add replayed_by text;
update dead_letter set origin = format('%s-%s@%s', topic, partition, record_offset), identity = id::text;
alter table dead_letter alter origin set not null, alter identity set not null;
drop index dead_letter_once;
alter table dead_letter drop topic, drop partition, drop record_offset;
create unique index dead_letter_once on dead_letter (identity) where replayed_at is null;
create index dead_letter_case on dead_letter (source, case_id) where replayed_at is null;

-- When a source that could not fill a gap is asked again.
alter table inbox_head add asked int not null default 0, add ask_at timestamptz;

drop function inbox_admit(text, uuid, bigint, uuid, timestamptz);

-- NEXT: its turn, now noted as handled · DUPLICATE · CONFLICT: this seq was another event · GAP: one before it is missing ·
-- PARKED, unless p_replay: a replay is what a parked case waits for. What waited for its turn leaves with the note that it is handled.
create function inbox_admit(p_source text, p_case uuid, p_seq bigint, p_event uuid, p_at timestamptz, p_replay boolean)
    returns text language plpgsql as
$$
declare
    head inbox_head;
begin
    insert into inbox_head (source, case_id) values (p_source, p_case) on conflict do nothing;
    select * into head from inbox_head h where h.source = p_source and h.case_id = p_case for update;
    if p_seq <= head.last_seq then
        perform 1 from inbox i where i.source = p_source and i.case_id = p_case and i.seq = p_seq and i.event_id = p_event;
        return case when found then 'DUPLICATE' else 'CONFLICT' end;
    elsif head.parked_since is not null and not p_replay then
        return 'PARKED';
    elsif p_seq > head.last_seq + 1 then
        return 'GAP';
    end if;
    insert into inbox (source, case_id, seq, event_id, handled_at) values (p_source, p_case, p_seq, p_event, p_at);
    update inbox_head h set last_seq = p_seq where h.source = p_source and h.case_id = p_case;
    delete from inbox_waiting w where w.source = p_source and w.case_id = p_case and w.seq <= p_seq;
    return 'NEXT';
end
$$;
