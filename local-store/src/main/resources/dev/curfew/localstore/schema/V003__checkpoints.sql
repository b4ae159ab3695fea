CREATE TABLE checkpoints (
    -- The record up to which the journal was sealed, and that record's hash.
    number INTEGER NOT NULL CHECK (number >= 1),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- Microseconds since 1970.
    at INTEGER NOT NULL,
    -- Ed25519: the key as SubjectPublicKeyInfo.
    public_key BLOB NOT NULL CHECK (length(public_key) = 44),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (number, public_key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER checkpoints_refuse_update BEFORE UPDATE ON checkpoints
BEGIN
    SELECT raise(ABORT, 'a checkpoint stays as it is');
END;

CREATE TRIGGER checkpoints_refuse_delete BEFORE DELETE ON checkpoints
BEGIN
    SELECT raise(ABORT, 'a checkpoint stays as it is');
END;

-- INSERT OR REPLACE deletes without firing a DELETE trigger.
CREATE TRIGGER checkpoints_refuse_replace BEFORE INSERT ON checkpoints
WHEN EXISTS (SELECT 1 FROM checkpoints
    WHERE number = NEW.number AND public_key = NEW.public_key)
BEGIN
    SELECT raise(ABORT, 'a checkpoint stays as it is');
END;
