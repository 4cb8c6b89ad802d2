-- The patient's photos. The picture itself is a file of the data folder, named by the SHA-256 of its bytes; a row stands for a
-- file that is there. What was deleted can be brought back for a while, and is then gone for good, with its file.
CREATE TABLE photo (
    id         INTEGER PRIMARY KEY,
    -- The treatment that the patient said it belongs to. None: that follows from the day on which it was taken.
    procedure  INTEGER REFERENCES procedure (id),
    taken_ms   INTEGER NOT NULL,
    hash       TEXT    NOT NULL UNIQUE CHECK (length(hash) = 64),
    width      INTEGER NOT NULL CHECK (width > 0),
    height     INTEGER NOT NULL CHECK (height > 0),
    added_ms   INTEGER NOT NULL,
    deleted_ms INTEGER
) STRICT;

CREATE INDEX photo_by_moment ON photo (taken_ms, id);
