-- Who replays a letter says so, and the wish stays until it has an outcome: whoever dies in between leaves it to the next.
alter table dead_letter add replay_claimed_at timestamptz;
