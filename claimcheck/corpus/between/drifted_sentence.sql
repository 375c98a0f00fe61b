-- Pairs of sentences of two articles that are the same but for one figure. The sentence without its figures is the key:
-- first only hashes are grouped, so that a corpus of any size takes little memory; then the few that are left are compared.
CREATE TEMP TABLE candidates AS
WITH keys AS (
    SELECT wiki, hash(masked(sentence)) AS key
    FROM claims c SEMI JOIN pages USING (wiki, page, revision, title)
    WHERE context IN ('lead', 'prose', 'list', 'caption') AND length(sentence) BETWEEN 40 AND 900
    GROUP BY wiki, key
    HAVING min(hash(title)) <> max(hash(title)) AND min(hash(digits(sentence))) <> max(hash(digits(sentence)))
),
members AS (
    SELECT c.*, k.key,
        row_number() OVER (PARTITION BY c.wiki, c.page, c.revision, c.title, c.sentence ORDER BY c.claim) AS nth,
        count(*) OVER (PARTITION BY c.wiki, c.page, c.revision, c.title, c.sentence) AS figures,
        max(coalesce(c.quoted, false)) OVER (PARTITION BY c.wiki, c.page, c.revision, c.title, c.sentence) AS speech
    FROM claims c SEMI JOIN pages USING (wiki, page, revision, title)
    JOIN keys k ON k.wiki = c.wiki AND k.key = hash(masked(c.sentence))
    WHERE c.context IN ('lead', 'prose', 'list', 'caption') AND length(c.sentence) BETWEEN 40 AND 900
        AND len(string_split(trim(masked(c.sentence)), ' ')) >= $words
        AND len(regexp_extract_all(c.sentence, '\s\p{Lu}\p{L}+')) >= $names
),
rare AS (
    SELECT wiki, key FROM members GROUP BY wiki, key
    HAVING count(DISTINCT (page, title)) <= $articles AND count(DISTINCT (page, title, sentence)) = count(DISTINCT (page, title))
),
pairs AS (
    SELECT a AS one, b AS two,
        coalesce(a.edtf, '') IS DISTINCT FROM coalesce(b.edtf, '') OR a.low IS DISTINCT FROM b.low
            OR a.high IS DISTINCT FROM b.high OR a.unit IS DISTINCT FROM b.unit OR a.hedge <> b.hedge AS differs,
        count(*) OVER sentences AS compared, count_if(differs) OVER sentences AS different,
        CASE WHEN a.kind = 'date' THEN b.first_day > a.last_day OR a.first_day > b.last_day
            ELSE apart(a.low, a.high, a.low_closed, a.high_closed, b.low, b.high, b.low_closed, b.high_closed)
        END AS conflict
    FROM members a JOIN members b ON a.wiki = b.wiki AND a.key = b.key AND a.nth = b.nth AND a.figures = b.figures
    SEMI JOIN rare ON rare.wiki = a.wiki AND rare.key = a.key
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
