-- Each timing with where it comes from and since when, as JSON; durations in ISO 8601, such as PT5S.
ALTER TABLE connections ADD COLUMN timings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(timings));

UPDATE connections SET timings = json_object(
    'CACHE_RELOAD', json_object(
        'value', cache_reload, 'source', iif(timings_assumed, 'ASSUMED', 'DECLARED')),
    'AGENT_SYNC', json_object(
        'value', agent_sync, 'source', iif(timings_assumed, 'ASSUMED', 'DECLARED')),
    'DEFAULT_X509_TTL', json_object(
        'value', default_x509_ttl, 'source', iif(timings_assumed, 'ASSUMED', 'DECLARED')),
    'DEFAULT_JWT_TTL', json_object(
        'value', default_jwt_ttl, 'source', iif(timings_assumed, 'ASSUMED', 'DECLARED')));

ALTER TABLE connections DROP COLUMN cache_reload;
ALTER TABLE connections DROP COLUMN agent_sync;
ALTER TABLE connections DROP COLUMN default_x509_ttl;
ALTER TABLE connections DROP COLUMN default_jwt_ttl;
ALTER TABLE connections DROP COLUMN timings_assumed;
