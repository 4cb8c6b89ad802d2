-- What the patient wrote down of the skin: one check, of one treatment, at one moment. It may be corrected; what was deleted can
-- be brought back for a while, and is then gone for good.
CREATE TABLE check_in (
    id         INTEGER PRIMARY KEY,
    procedure  INTEGER NOT NULL REFERENCES procedure (id),
    at_ms      INTEGER NOT NULL,
    note       TEXT    NOT NULL,
    deleted_ms INTEGER
) STRICT;

CREATE INDEX check_in_by_moment ON check_in (at_ms, id);

-- How much of a symptom, 0 to 10, by the symptom's id in the protocol. A symptom that was passed over has no row.
CREATE TABLE check_in_rating (
    check_in INTEGER NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
    symptom  TEXT    NOT NULL,
    rating   INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 10),
    PRIMARY KEY (check_in, symptom)
) STRICT, WITHOUT ROWID;

-- The warning signs that were ticked.
CREATE TABLE check_in_sign (
    check_in INTEGER NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
    sign     TEXT    NOT NULL,
    PRIMARY KEY (check_in, sign)
) STRICT, WITHOUT ROWID;
