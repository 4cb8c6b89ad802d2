-- Which came first, the showing or the answer: a clock that was set back does not tell.

-- The newest answer when it was shown, or 0. NULL: not shown.
ALTER TABLE notice ADD COLUMN said INTEGER CHECK (said >= 0);
UPDATE notice SET said = (SELECT coalesce(max(id), 0) FROM answer WHERE at_ms <= shown_ms) WHERE shown_ms IS NOT NULL;
