-- What the statements of all rules between articles have in common.

-- A title as links and redirects mean it: without section, underscores and leading colon, the first letter large.
CREATE TEMP MACRO bare(link) AS trim(regexp_replace(ltrim(replace(split_part(link, '#', 1), '_', ' '), ': '), '\s+', ' ', 'g'));
CREATE TEMP MACRO canonical(link) AS upper(left(bare(link), 1)) || substr(bare(link), 2);

-- Whether no number lies in both intervals; an end that is null is open. The least share of a difference in the last
-- digits of floats is none.
CREATE TEMP MACRO below(high, high_closed, low, low_closed) AS
    high < low - 1e-9 * abs(low) OR (high <= low + 1e-9 * abs(low) AND NOT (high_closed AND low_closed));

-- First and last day of a year, a month or a day in EDTF, as a day number; null for all else.
CREATE TEMP MACRO edtf_first(edtf) AS CASE
    WHEN regexp_full_match(edtf, '\d{4}') THEN TRY_CAST(edtf || '-01-01' AS DATE)
    WHEN regexp_full_match(edtf, '\d{4}-\d\d') THEN TRY_CAST(edtf || '-01' AS DATE)
    WHEN regexp_full_match(edtf, '\d{4}-\d\d-\d\d') THEN TRY_CAST(edtf AS DATE)
END - DATE '0001-01-01' + 1;
CREATE TEMP MACRO edtf_last(edtf) AS CASE
    WHEN regexp_full_match(edtf, '\d{4}') THEN TRY_CAST(edtf || '-12-31' AS DATE)
    WHEN regexp_full_match(edtf, '\d{4}-\d\d') THEN last_day(TRY_CAST(edtf || '-01' AS DATE))
    WHEN regexp_full_match(edtf, '\d{4}-\d\d-\d\d') THEN TRY_CAST(edtf AS DATE)
END - DATE '0001-01-01' + 1;

CREATE TEMP MACRO apart(low, high, low_closed, high_closed, low2, high2, low_closed2, high_closed2) AS
    coalesce(below(high, high_closed, low2, low_closed2), false) OR coalesce(below(high2, high_closed2, low, low_closed), false);

-- How far two intervals that do not meet are from each other.
CREATE TEMP MACRO gap(low, high, low2, high2) AS
    greatest(coalesce(low2 - high, 0), coalesce(low - high2, 0));

-- Two times that are certainly one: both known, of a year at most, and with a day in common.
CREATE TEMP MACRO same_time(first, last, first2, last2) AS coalesce(
    last - first <= 366 AND last2 - first2 <= 366 AND first <= last2 AND first2 <= last, false);

-- Two times that are certainly two.
CREATE TEMP MACRO other_time(first, last, first2, last2) AS coalesce(last < first2 OR last2 < first, false);

-- A title as a sentence writes it: "Acme" for "Acme (company)".
CREATE TEMP MACRO plain_title(title) AS regexp_replace(title, ' \([^()]*\)$', '');

-- A sentence without its figures. It is asked of every sentence of a corpus: nothing dearer than this.
CREATE TEMP MACRO masked(sentence) AS regexp_replace(rtrim(sentence), '[0-9.,]+', '', 'g');

-- Whether a sentence names its subject so that it is the same in every article: by a name of two words, by a link, or
-- by the title of one of the two articles.
CREATE TEMP MACRO named_in(subject, target, sentence, title, title2) AS coalesce(contains(sentence, subject) AND (
    target <> '' OR regexp_matches(subject, '\p{Lu}[\p{L}’''.-]+ (of |the |and )*\p{Lu}')
    OR subject = plain_title(title) OR subject = plain_title(title2)), false);
