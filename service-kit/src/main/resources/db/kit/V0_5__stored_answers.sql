-- An answer may hold what people wrote: by its case it is found when that is erased.
alter table idempotency add case_id uuid;
create index idempotency_case on idempotency (case_id) where case_id is not null;

-- The lock tells a request that is being worked on from one that was never seen. Two statements, so that the second sees what was
-- committed until the lock was free: read in one, the answer of a request that has just ended would be missed and its steps run again.
create function stored_answer(p_caller uuid, p_key text)
    returns table (free boolean, request_hash text, status int, body text, location text, etag text) language plpgsql as
$$
begin
    free := pg_try_advisory_xact_lock(hashtextextended(p_caller || ' ' || p_key, 0));
    select i.request_hash, i.status, i.body, i.location, i.etag into request_hash, status, body, location, etag
    from idempotency i where i.caller = p_caller and i.key = p_key;
    return next;
end
$$;
