-- As inbox_admit, and whether the next event of the case came early and waits: asked behind the lock of the case's head, so whoever keeps one
-- waiting has committed by now, or will find this one handled. A question of its own after each commit would cost each event a round trip.
create function inbox_admit_and_look(p_source text, p_case uuid, p_seq bigint, p_event uuid, p_at timestamptz, p_replay boolean,
    out verdict text, out next_waits boolean) language plpgsql as
$$
begin
    verdict := inbox_admit(p_source, p_case, p_seq, p_event, p_at, p_replay);
    next_waits := verdict = 'NEXT'
        and exists (select from inbox_waiting w where w.source = p_source and w.case_id = p_case and w.seq = p_seq + 1);
end
$$;
