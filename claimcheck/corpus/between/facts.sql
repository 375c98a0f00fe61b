-- Claims that say what they measure or date, and of whom: what rules of the kind one-fact compare. Figures are in base
-- units, dates are the days that they touch.
CREATE TEMP TABLE facts AS
WITH told AS (
    SELECT c.*, CASE
        WHEN c.page_subject THEN c.title
        WHEN c.subject.target <> '' THEN canonical(c.subject.target)
        -- "Ada Mary Corwell (5 May 1901 – 3 June 1980) was": the life that an article opens with.
        WHEN c.event = 'life' AND c.context = 'lead' AND c.subject IS NULL
            AND contains(left(c.sentence, c.sentence_start), string_split(plain_title(c.title), ' ')[-1]) THEN c.title
    END AS named
    FROM claims c SEMI JOIN pages USING (wiki, page, revision, title)
    WHERE c.status = 'ok' AND NOT c.quoted AND c.role IS NULL
        AND (list_contains($measures, c.measure) OR list_contains($events, c.event) OR c.event = 'life')
        AND c.context NOT IN ('citation', 'heading', 'template', 'quote')
        AND NOT regexp_matches(coalesce(c.sentence, ''), $doubts)
),
measured AS (
    SELECT t.*, t.measure AS what, concat_ws('|', coalesce(u.dimension, t.unit), t.per.unit, t.per.counted) AS kind_key,
        (t.low * coalesce(u.factor, 1) + coalesce(u.shift, 0)) / coalesce(t.per.amount, 1) AS least,
        (t.high * coalesce(u.factor, 1) + coalesce(u.shift, 0)) / coalesce(t.per.amount, 1) AS most,
        t.low_closed AS least_closed, t.high_closed AS most_closed,
        t.text AS printed, t.start AS mark_start, t."end" AS mark_end
    FROM told t LEFT JOIN units u ON u.unit = t.unit
    WHERE t.measure IS NOT NULL AND t.kind <> 'date'
),
dated AS (
    SELECT *, event AS what, 'date' AS kind_key, first_day::DOUBLE AS least, last_day::DOUBLE AS most,
        true AS least_closed, true AS most_closed, text AS printed, start AS mark_start, "end" AS mark_end
    FROM told
    WHERE kind = 'date' AND event <> 'life' AND form = 'single' AND NOT contains(edtf, '~') AND NOT contains(edtf, '..')
),
-- "(1900–1980)" behind a name: a birth and a death.
lives AS (
    SELECT t.*, e.what, 'date' AS kind_key, edtf_first(e.part.edtf)::DOUBLE AS least,
        edtf_last(e.part.edtf)::DOUBLE AS most, true AS least_closed, true AS most_closed, e.part.text AS printed,
        e.part.start AS mark_start, e.part."end" AS mark_end
    FROM told t, LATERAL (VALUES ('birth', t.parts[1]), ('death', t.parts[2])) AS e(what, part)
    WHERE t.event = 'life' AND len(t.parts) = 2 AND list_contains($events, e.what)
),
points AS (SELECT * FROM measured UNION ALL BY NAME SELECT * FROM dated UNION ALL BY NAME SELECT * FROM lives)
SELECT p.wiki, p.page, p.revision, p.title, p.claim, p.what, p.kind_key, p.context,
    coalesce(r2.target, r1.target, p.named) AS about,
    coalesce(r2.target, r1.target, p.named) = p.title AS own,
    p.least, p.most, p.least_closed, p.most_closed, p.printed, p.mark_start, p.mark_end,
    p.time, p.time_first, p.time_last,
    list_sort(p.qualifiers) AS narrowed,
    -- Words that narrow a figure; a day has no parts.
    CASE WHEN p.kind_key = 'date' THEN [] ELSE
        scopes(concat_ws(' . ', p.title, array_to_string(p.path, ' . '),
            CASE WHEN p.context <> 'infobox' THEN replace(p.sentence, coalesce(p.counted, chr(0)), ' ') END))
        -- The word before the measure: "the Catholic population" is another one than "the population".
        || CASE WHEN p.context NOT IN ('infobox', 'table') THEN list_filter(
            regexp_extract_all(lower(p.sentence), $before_measure, 1), lambda word: NOT list_contains($neutral, word))
            ELSE [] END
    END AS scopes,
    coalesce(p.attribution, '') AS attribution
FROM points p
LEFT JOIN sent r1 ON r1.wiki = p.wiki AND r1.title = p.named
LEFT JOIN sent r2 ON r2.wiki = p.wiki AND r2.title = r1.target
WHERE p.named IS NOT NULL AND (p.least IS NOT NULL OR p.most IS NOT NULL);
