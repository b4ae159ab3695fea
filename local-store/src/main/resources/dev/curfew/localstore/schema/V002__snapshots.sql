CREATE TABLE snapshots (
    -- In the order of saving.
    number INTEGER PRIMARY KEY,
    operation_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (operation_id, subject)
) STRICT;
