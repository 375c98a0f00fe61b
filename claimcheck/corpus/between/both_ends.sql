-- Pairs of dated deeds that join the subjects of two articles, each told in the article of one and linking to the other.
CREATE TEMP TABLE candidates AS
WITH dates AS (
    SELECT c.*, regexp_extract(lower(c.sentence), $verbs) AS verb,
        count(*) OVER (PARTITION BY c.wiki, c.page, c.revision, c.title, c.sentence) AS dates
    FROM claims c SEMI JOIN pages USING (wiki, page, revision, title)
    WHERE c.kind = 'date' AND c.context IN ('lead', 'prose') AND len(c.links) > 0
        AND regexp_matches(lower(c.sentence), $verbs)
        AND NOT regexp_matches(c.sentence, $doubts) AND NOT regexp_matches(c.sentence, $unless)
),
-- One date in the sentence, and that of the article's own subject: no doubt whose and when.
deeds AS (
    SELECT *, canonical(unnest(links)) AS link FROM dates
    WHERE dates = 1 AND status = 'ok' AND form = 'single' AND page_subject AND NOT quoted AND role IS NULL
        AND NOT contains(edtf, '~') AND NOT contains(edtf, '..') AND first_day IS NOT NULL AND last_day IS NOT NULL
),
-- Verb, date and the other's name stand in one clause.
joined AS (
    SELECT d.*, coalesce(r.target, d.link) AS partner, strpos(d.sentence, plain_title(d.link)) AS name_at,
        strpos(lower(d.sentence), d.verb) AS verb_at
    FROM deeds d LEFT JOIN sent r ON r.wiki = d.wiki AND r.title = d.link
),
clauses AS (
    SELECT * FROM joined WHERE name_at > 0 AND NOT regexp_matches(
        substr(sentence, least(name_at, verb_at, sentence_start + 1)::BIGINT,
            (greatest(name_at + length(plain_title(link)), verb_at + length(verb), sentence_start + 1 + length(text))
                - least(name_at, verb_at, sentence_start + 1))::BIGINT), $breaks)
)
SELECT a.wiki, a.page, a.revision, a.title, a.claim, a.start AS mark_start, a."end" AS mark_end, a.text AS printed,
    b.page AS page2, b.revision AS revision2, b.title AS title2, b.claim AS claim2, b.start AS mark_start2,
    b."end" AS mark_end2, b.text AS printed2, a.verb
FROM clauses a JOIN clauses b ON a.wiki = b.wiki AND a.partner = b.title AND b.partner = a.title
WHERE a.title < b.title
    AND greatest(b.first_day - a.last_day, a.first_day - b.last_day) > $days
QUALIFY count(*) OVER (PARTITION BY a.wiki, a.title, b.title) = 1;
