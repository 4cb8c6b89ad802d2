-- What a person needs to know whether reminders can be relied on, and going outside.

-- When it was done, where the patient said that it was earlier than the answer.
ALTER TABLE answer ADD COLUMN done_ms INTEGER CHECK (done_ms <= at_ms);

-- A stretch of time in which an agent looked. What lies between two stretches is a time without reminders.
CREATE TABLE watch (
    id       INTEGER PRIMARY KEY,
    begun_ms INTEGER NOT NULL,
    -- Its newest look, to about a minute.
    beat_ms  INTEGER NOT NULL,
    -- What went before: the computer was off, or asleep, or it ran and no agent did.
    after    TEXT    NOT NULL CHECK (after IN ('off', 'asleep', 'stopped'))
) STRICT;

-- The notification server as the agent last met it. At most one row.
CREATE TABLE server (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    -- NULL: none was there.
    name    TEXT,
    version TEXT    NOT NULL,
    actions INTEGER NOT NULL CHECK (actions IN (0, 1)),
    keeps   INTEGER NOT NULL CHECK (keeps IN (0, 1)),
    met_ms  INTEGER NOT NULL
) STRICT;

-- A notice that the patient asked for, to see whether it can be seen.
CREATE TABLE test (
    id        INTEGER PRIMARY KEY,
    asked_ms  INTEGER NOT NULL,
    shown_ms  INTEGER,
    -- Why the server did not take it.
    refused   TEXT,
    -- What the patient said, and when.
    seen      INTEGER CHECK (seen IN (0, 1)),
    seen_ms   INTEGER
) STRICT;

-- A time outside. It ends when the patient says so, at sunset at the place, or after some hours where that is not known.
CREATE TABLE outing (
    id       INTEGER PRIMARY KEY,
    begun_ms INTEGER NOT NULL,
    -- An IANA zone name; NULL where no place is known.
    place    TEXT,
    back_ms  INTEGER CHECK (back_ms >= begun_ms)
) STRICT;
