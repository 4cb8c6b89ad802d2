-- Days that the patient wants to keep free: a local date, or some of them on end, and what they are for. What was deleted can be
-- brought back for a while, and is then gone for good.
CREATE TABLE kept_free (
    id         INTEGER PRIMARY KEY,
    -- The first and the last day, 2026-05-12.
    from_day   TEXT    NOT NULL,
    until_day  TEXT    NOT NULL CHECK (from_day <= until_day),
    name       TEXT    NOT NULL,
    deleted_ms INTEGER
) STRICT;

-- What the patient will do then, each by its word.
CREATE TABLE kept_free_doing (
    kept_free INTEGER NOT NULL REFERENCES kept_free (id) ON DELETE CASCADE,
    doing     TEXT    NOT NULL,
    PRIMARY KEY (kept_free, doing)
) STRICT, WITHOUT ROWID;
