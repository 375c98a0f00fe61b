-- Pairs of facts of the same wiki, measure or event, subject, scope and time that cannot both be right: the accused one
-- and the one against it.
CREATE TEMP TABLE candidates AS
WITH mine AS (SELECT * FROM facts WHERE (list_contains($measures, what) OR list_contains($events, what))),
told AS (
    SELECT a.wiki, a.page, a.revision, a.title, a.claim, a.mark_start, a.mark_end, a.printed,
        b.page AS page2, b.revision AS revision2, b.title AS title2, b.claim AS claim2,
        b.mark_start AS mark_start2, b.mark_end AS mark_end2, b.printed AS printed2,
        b.context AS context2, a.what, a.about AS subject, a.kind_key, $time = 'same' AS timed,
        coalesce(CASE WHEN $time = 'same' THEN a.time END, '') AS time,
        a.least, a.most, a.least_closed, a.most_closed,
        b.least AS least2, b.most AS most2, b.least_closed AS least_closed2, b.most_closed AS most_closed2,
        a.time_first, a.time_last, b.time_first AS time_first2, b.time_last AS time_last2
    FROM mine a JOIN mine b
        ON a.wiki = b.wiki AND a.what = b.what AND a.about = b.about AND a.kind_key = b.kind_key
        AND a.scopes = b.scopes AND a.narrowed = b.narrowed AND a.attribution = b.attribution
    WHERE a.title <> b.title AND NOT a.own AND (b.own OR (NOT $own AND a.title > b.title))
        AND list_contains($contexts, a.context) AND list_contains($against, b.context)
        AND CASE WHEN a.kind_key = 'date' THEN true
            WHEN $time = 'same' THEN same_time(a.time_first, a.time_last, b.time_first, b.time_last)
            -- "In 1910" is no time of a figure that stands without one.
            ELSE (a.time IS NULL) = (b.time IS NULL)
                AND NOT other_time(a.time_first, a.time_last, b.time_first, b.time_last) END
        AND apart(a.least, a.most, a.least_closed, a.most_closed, b.least, b.most, b.least_closed, b.most_closed)
        AND CASE WHEN a.kind_key = 'date' THEN gap(a.least, a.most, b.least, b.most) > $days
            ELSE gap(a.least, a.most, b.least, b.most)
                >= $apart * greatest(abs(coalesce(a.least, a.most)), abs(coalesce(b.least, b.most))) END
)
SELECT t.* FROM told t
-- A figure that agrees settles it: either article knows both figures, and means two things by them.
ANTI JOIN mine c ON c.wiki = t.wiki AND c.what = t.what AND c.about = t.subject AND c.kind_key = t.kind_key
    AND ((c.title = t.title2 AND c.claim <> t.claim2
            AND NOT apart(c.least, c.most, c.least_closed, c.most_closed, t.least, t.most, t.least_closed, t.most_closed))
        OR (c.title = t.title AND c.claim <> t.claim
            AND NOT apart(c.least, c.most, c.least_closed, c.most_closed,
                t.least2, t.most2, t.least_closed2, t.most_closed2)))
    AND (NOT t.timed OR NOT other_time(c.time_first, c.time_last, t.time_first, t.time_last))
-- One finding for each figure: the infobox speaks first.
QUALIFY row_number() OVER (
    PARTITION BY t.wiki, t.page, t.revision, t.title, t.claim, t.what
    ORDER BY t.context2 <> 'infobox', t.title2, t.claim2) = 1;
