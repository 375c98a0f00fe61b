-- Pairs of sentences of two articles that are the same but for one figure. The sentence without its figures is the key:
-- first only hashes are grouped, so that a corpus of any size takes little memory; then the few that are left are compared.
CREATE TEMP TABLE candidates AS
WITH keys AS MATERIALIZED (
    SELECT wiki, hash(masked(sentence)) AS key
    FROM claims c SEMI JOIN pages USING (wiki, page, revision, title)
    WHERE context IN ('lead', 'prose', 'list', 'caption') AND length(sentence) BETWEEN 40 AND 900
    GROUP BY wiki, key
    -- What is in many articles goes at once, before anything is compared: there are patterns with 100,000 of them.
    HAVING count(*) <= 50 * $articles AND min(hash(title)) <> max(hash(title))
        AND min(hash(trim(sentence))) <> max(hash(trim(sentence)))
),
-- Few columns of all claims, then all columns of few.
hits AS MATERIALIZED (
    SELECT c.wiki, c.page, c.revision, c.title, c.claim, k.key
    FROM claims c SEMI JOIN pages USING (wiki, page, revision, title)
    JOIN keys k ON k.wiki = c.wiki AND k.key = hash(masked(c.sentence))
    WHERE c.context IN ('lead', 'prose', 'list', 'caption') AND length(c.sentence) BETWEEN 40 AND 900
),
matched AS MATERIALIZED (
    SELECT c.*, h.key FROM claims c JOIN hits h USING (wiki, page, revision, title, claim)
),
members AS MATERIALIZED (
    SELECT *, row_number() OVER (sentences ORDER BY claim) AS nth, count(*) OVER sentences AS figures,
        max(coalesce(quoted, false)) OVER sentences AS speech
    FROM matched
    WHERE len(regexp_extract_all(sentence, '\p{L}+')) >= $words
        AND len(regexp_extract_all(sentence, '\s\p{Lu}\p{L}+')) >= $names
    WINDOW sentences AS (PARTITION BY wiki, page, revision, title, sentence)
),
rare AS (
    SELECT wiki, key FROM members GROUP BY wiki, key
    HAVING count(DISTINCT (page, title)) <= $articles AND count(DISTINCT (page, title, sentence)) = count(DISTINCT (page, title))
),
few AS MATERIALIZED (SELECT m.* FROM members m SEMI JOIN rare USING (wiki, key)),
pairs AS (
    SELECT a AS one, b AS two,
        coalesce(a.edtf, '') IS DISTINCT FROM coalesce(b.edtf, '') OR a.low IS DISTINCT FROM b.low
            OR a.high IS DISTINCT FROM b.high OR a.unit IS DISTINCT FROM b.unit OR a.hedge <> b.hedge AS differs,
        count(*) OVER sentences AS compared, count_if(differs) OVER sentences AS different,
        CASE WHEN a.kind = 'date' THEN b.first_day > a.last_day OR a.first_day > b.last_day
            ELSE apart(a.low, a.high, a.low_closed, a.high_closed, b.low, b.high, b.low_closed, b.high_closed)
        END AS conflict
    FROM few a JOIN few b ON a.wiki = b.wiki AND a.key = b.key AND a.nth = b.nth AND a.figures = b.figures
    WHERE a.title <> b.title AND a.kind = b.kind AND NOT a.speech AND NOT b.speech
        -- The article that the sentence is about is right until something else is known.
        AND (b.page_subject > a.page_subject OR (b.page_subject = a.page_subject AND a.title > b.title))
    WINDOW sentences AS (PARTITION BY a.wiki, a.page, a.revision, a.title, a.sentence, b.page, b.revision, b.title, b.sentence)
)
SELECT one.wiki, one.page, one.revision, one.title, one.claim, one.start AS mark_start, one."end" AS mark_end,
    one.text AS printed, two.page AS page2, two.revision AS revision2, two.title AS title2, two.claim AS claim2,
    two.start AS mark_start2, two."end" AS mark_end2, two.text AS printed2,
    trim(regexp_replace(one.sentence, '\d[\d.,]*', '…', 'g')) AS shared
FROM pairs
WHERE differs AND different = 1 AND compared = one.figures AND conflict AND list_contains($kinds, one.kind)
    AND one.status = 'ok' AND two.status = 'ok' AND one.role IS NOT DISTINCT FROM two.role
    -- Whom the sentence is about it says itself, by a name: "the school" is another one in each article.
    AND named_in(one.subject.text, one.subject.target, one.sentence, one.title, two.title)
    AND named_in(two.subject.text, two.subject.target, two.sentence, one.title, two.title);
