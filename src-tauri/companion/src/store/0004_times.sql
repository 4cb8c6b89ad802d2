-- The times of day that the patient chose in place of the protocol's: minutes since midnight, by the clock on the wall; NULL:
-- as the protocol says. The newest counts, from when it was chosen: what was due before keeps its moment. Append-only.
CREATE TABLE chosen_times (
    id          INTEGER PRIMARY KEY,
    chosen_ms   INTEGER NOT NULL,
    morning     INTEGER CHECK (morning BETWEEN 0 AND 1439),
    evening     INTEGER CHECK (evening BETWEEN 0 AND 1439),
    -- Quiet hours, [from, until), perhaps over midnight; equal: none.
    quiet_from  INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until INTEGER CHECK (quiet_until BETWEEN 0 AND 1439),
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
) STRICT;
