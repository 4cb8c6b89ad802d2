-- What a person said and what was shown: facts, each with its instant. Everything else is computed.
-- Instants are milliseconds since 1970-01-01T00:00:00Z.

-- What the person chose, by name. Absent: the default.
CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One treatment. What is known about it stands in its versions.
CREATE TABLE procedure (
    id           INTEGER PRIMARY KEY,
    -- When the person said that it was entered by mistake.
    forgotten_ms INTEGER
) STRICT;

-- A treatment as it was entered, corrected, or got its next session; the newest counts.
CREATE TABLE procedure_version (
    id               INTEGER PRIMARY KEY,
    procedure        INTEGER NOT NULL REFERENCES procedure (id),
    recorded_ms      INTEGER NOT NULL,
    protocol         TEXT    NOT NULL,
    protocol_version TEXT    NOT NULL,
    ended_ms         INTEGER NOT NULL,
    -- The IANA zone it took place in.
    zone             TEXT    NOT NULL,
    device           TEXT    NOT NULL,
    -- Needle length in micrometres; unknown: NULL.
    depth_um         INTEGER CHECK (depth_um > 0),
    prp              INTEGER NOT NULL CHECK (prp IN (0, 1)),
    antibiotic       INTEGER NOT NULL CHECK (antibiotic IN (0, 1)),
    pih_prone        INTEGER NOT NULL CHECK (pih_prone IN (0, 1)),
    -- Session n of m.
    session          INTEGER NOT NULL CHECK (session BETWEEN 1 AND sessions),
    sessions         INTEGER NOT NULL,
    -- The booked start of the next session.
    next_session_ms  INTEGER CHECK (next_session_ms > ended_ms)
) STRICT;

CREATE INDEX procedure_version_by_procedure ON procedure_version (procedure, id);

CREATE TABLE procedure_area (
    version INTEGER NOT NULL REFERENCES procedure_version (id),
    area    TEXT    NOT NULL,
    PRIMARY KEY (version, area)
) STRICT, WITHOUT ROWID;

-- What the patient did about an occurrence. Append-only: the newest counts, undo is a newer row.
CREATE TABLE answer (
    id          INTEGER PRIMARY KEY,
    procedure   INTEGER NOT NULL REFERENCES procedure (id),
    instruction TEXT    NOT NULL,
    slot        TEXT    NOT NULL,
    due_ms      INTEGER NOT NULL,
    what        TEXT    NOT NULL CHECK (what IN ('done', 'skipped', 'later', 'undone')),
    at_ms       INTEGER NOT NULL,
    via         TEXT    NOT NULL CHECK (via IN ('notice', 'window'))
) STRICT;

-- One showing. It begins before the notification server is asked and counts as shown when the server took it; one that was
-- begun and not shown is tried again under the same identity.
CREATE TABLE notice (
    id        INTEGER PRIMARY KEY,
    -- Showings with the same identity replace each other: the id of the first.
    identity  INTEGER NOT NULL,
    begun_ms  INTEGER NOT NULL,
    shown_ms  INTEGER,
    -- The server's unique bus name and its own number for the notice: together they name it while that server lives.
    server    TEXT,
    server_id INTEGER
) STRICT;

CREATE INDEX notice_by_identity ON notice (identity, id);

CREATE TABLE notice_line (
    notice      INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
    procedure   INTEGER NOT NULL REFERENCES procedure (id),
    instruction TEXT    NOT NULL,
    slot        TEXT    NOT NULL,
    due_ms      INTEGER NOT NULL,
    PRIMARY KEY (notice, procedure, instruction, slot, due_ms)
) STRICT, WITHOUT ROWID;

-- What a look decided not to show, and why. A reading: should the clock return, it may still be shown.
CREATE TABLE passed_over (
    procedure   INTEGER NOT NULL REFERENCES procedure (id),
    instruction TEXT    NOT NULL,
    slot        TEXT    NOT NULL,
    due_ms      INTEGER NOT NULL,
    cause       TEXT    NOT NULL CHECK (cause IN ('off', 'window closed', 'superseded')),
    at_ms       INTEGER NOT NULL,
    PRIMARY KEY (procedure, instruction, slot, due_ms)
) STRICT, WITHOUT ROWID;
