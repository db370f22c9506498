-- A link by which somebody without an account reads the letter that stands, with a passcode.
create table letter_share (
    id            uuid        primary key,
    case_id       uuid        not null,
    token_hash    text        not null unique, -- SHA-256 of 256 random bits; the token itself is nowhere
    passcode_hash text        not null,        -- PBKDF2 with its salt; nor is the passcode
    made_by       uuid        not null,
    made_at       timestamptz not null,
    expires_at    timestamptz not null,
    tries         int         not null default 0 check (tries between 0 and 5), -- since it was last opened; with five it is locked
    opened        int         not null default 0,
    opened_at     timestamptz,
    revoked_at    timestamptz
);
create index letter_share_of_case on letter_share (case_id, id);
