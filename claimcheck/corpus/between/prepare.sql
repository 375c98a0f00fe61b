-- What all rules look at: one revision of each page, the latest, and where redirects lead.
CREATE TEMP TABLE pages AS
SELECT wiki, page, revision, title, name, digest, ignores FROM articles WHERE status = 'ok'
QUALIFY row_number() OVER (PARTITION BY wiki, title ORDER BY revision DESC, name) = 1;

CREATE TEMP TABLE sent AS
SELECT wiki, title, canonical(target) AS target FROM redirects
QUALIFY row_number() OVER (PARTITION BY wiki, title ORDER BY revision DESC, target) = 1;
