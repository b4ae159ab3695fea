-- "Curf" in ASCII: tells a Curfew store from any other SQLite file.
PRAGMA application_id = 1131770470;

CREATE TABLE connections (
    name TEXT NOT NULL PRIMARY KEY,
    address_kind TEXT NOT NULL CHECK (address_kind IN ('unix', 'tcp')),
    address_path TEXT CHECK ((address_path IS NOT NULL) = (address_kind = 'unix')),
    address_host TEXT CHECK ((address_host IS NOT NULL) = (address_kind = 'tcp')),
    address_port INTEGER CHECK ((address_port IS NOT NULL) = (address_kind = 'tcp')),
    credentials_kind TEXT NOT NULL
        CHECK (credentials_kind IN ('local-socket', 'workload-api', 'pem-files', 'pkcs12')),
    workload_api TEXT
        CHECK ((workload_api IS NOT NULL) = (credentials_kind = 'workload-api')),
    certificates_path TEXT
        CHECK ((certificates_path IS NOT NULL) = (credentials_kind = 'pem-files')),
    private_key_path TEXT
        CHECK ((private_key_path IS NOT NULL) = (credentials_kind = 'pem-files')),
    key_store_path TEXT
        CHECK ((key_store_path IS NOT NULL) = (credentials_kind = 'pkcs12')),
    bundle_path TEXT
        CHECK ((bundle_path IS NOT NULL) = (credentials_kind IN ('pem-files', 'pkcs12'))),
    -- Where the passphrase is to be taken from; the passphrase itself has no column.
    passphrase_from TEXT
        CHECK (passphrase_from IN ('environment', 'file', 'prompt'))
        CHECK ((passphrase_from IS NOT NULL) = (credentials_kind = 'pkcs12')),
    passphrase_place TEXT
        CHECK ((passphrase_place IS NOT NULL)
            = (passphrase_from IS NOT NULL AND passphrase_from <> 'prompt')),
    trust_domain TEXT,
    -- Durations in ISO 8601, such as PT5S.
    cache_reload TEXT NOT NULL,
    agent_sync TEXT NOT NULL,
    default_x509_ttl TEXT NOT NULL,
    default_jwt_ttl TEXT NOT NULL,
    timings_assumed INTEGER NOT NULL CHECK (timings_assumed IN (0, 1))
) STRICT;

CREATE TABLE preferences (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
    number INTEGER PRIMARY KEY CHECK (number >= 1),
    -- Microseconds since 1970.
    at INTEGER NOT NULL,
    operation_id TEXT NOT NULL,
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 2147483647),
    phase TEXT NOT NULL
        CHECK (phase IN ('PLANNED', 'SENDING', 'ACCEPTED', 'FAILED', 'CONFIRMED', 'CONTRADICTED',
            'REVERTED', 'FINISHED', 'ABORTED', 'NOTE')),
    operator TEXT NOT NULL,
    connection TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    incident TEXT NOT NULL,
    sent TEXT NOT NULL,
    received TEXT NOT NULL,
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX journal_by_operation ON journal (operation_id, number);

CREATE INDEX journal_by_end ON journal (phase, operation_id)
    WHERE phase IN ('PLANNED', 'FINISHED', 'ABORTED');

-- What the journal remembers of itself, so that a cut tail is found.
CREATE TABLE journal_tip (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL CHECK (count >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

INSERT INTO journal_tip (id, count, hash) VALUES (1, 0, zeroblob(32));

CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;

-- INSERT OR REPLACE deletes without firing a DELETE trigger.
CREATE TRIGGER journal_refuses_replace BEFORE INSERT ON journal
WHEN NEW.number <= (SELECT ifnull(max(number), 0) FROM journal)
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_tip_only_grows BEFORE UPDATE ON journal_tip
WHEN NEW.count <= OLD.count
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_tip_refuses_delete BEFORE DELETE ON journal_tip
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_tip_refuses_replace BEFORE INSERT ON journal_tip
WHEN EXISTS (SELECT 1 FROM journal_tip)
BEGIN
    SELECT raise(ABORT, 'the journal is append-only');
END;
