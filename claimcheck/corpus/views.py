"""Summaries of a scan, ready to be asked: what each holds, and the statement behind it."""

from __future__ import annotations

import msgspec


class Summary(msgspec.Struct, frozen=True):
    """A view over the tables of a scan; `columns` says what stands in each of its columns, in order."""

    name: str
    doc: str
    columns: dict[str, str]
    sql: str


_ARTICLE_COUNTS = """count(*) AS articles, sum(claim_count)::BIGINT AS claims,
    sum(finding_count)::BIGINT AS findings, sum(error_count)::BIGINT AS errors,
    sum(warning_count)::BIGINT AS warnings, sum(note_count)::BIGINT AS notes,
    count(*) FILTER (finding_count > 0) AS with_findings"""
_COUNTED = {
    "articles": "Articles that were read to their end.",
    "claims": "Claims in them.",
    "findings": "Findings, of all severities.",
    "errors": "Findings of severity error.",
    "warnings": "Findings of severity warning.",
    "notes": "Findings of severity note.",
    "with_findings": "Articles with at least one finding.",
}

SUMMARIES = (
    Summary(
        "finding_claims",
        "The claims that each finding compares: all columns of `claims`, and which finding.",
        {
            "finding": "Number of the finding in its article.",
            "rule": "Id of its rule.",
            "severity": "Its severity.",
            "message": "What is wrong.",
            "*": "The columns of `claims`.",
        },
        """SELECT f.finding, f.rule, f.severity, f.message, c.*
    FROM (SELECT *, unnest(claims) AS number FROM findings) f
    JOIN claims c ON c.wiki = f.wiki AND c.page = f.page AND c.revision = f.revision AND c.title = f.title
        AND c.claim = f.number""",
    ),
    Summary(
        "by_rule",
        "What each rule found.",
        {
            "rule": "Id of the rule.",
            "severity": "`error`, `warning` or `note`.",
            "confidence": "`high`, `medium` or `low`.",
            "findings": "Its findings.",
            "articles": "Articles in which it found something.",
            "per_1000_articles": "Its findings for every 1,000 articles that were read.",
        },
        """SELECT rule, severity, confidence, count(*) AS findings,
    count(DISTINCT (wiki, page, revision, title)) AS articles,
    round(1000 * count(*) / (SELECT count(*) FROM articles WHERE status = 'ok'), 3) AS per_1000_articles
    FROM findings WHERE state <> 'fixed' GROUP BY ALL ORDER BY findings DESC, rule""",
    ),
    Summary(
        "by_article",
        "Articles with findings, those with the most errors first.",
        {
            "wiki": "Database name of the wiki.",
            "title": "Title of the page.",
            "revision": "Number of the revision.",
            "claims": "Claims in it.",
            "findings": "Findings in it.",
            "errors": "Findings of severity error.",
            "warnings": "Findings of severity warning.",
            "notes": "Findings of severity note.",
        },
        """SELECT wiki, title, revision, claim_count AS claims, finding_count AS findings, error_count AS errors,
    warning_count AS warnings, note_count AS notes
    FROM articles WHERE finding_count > 0 ORDER BY errors DESC, warnings DESC, notes DESC, wiki, title, revision""",
    ),
    Summary(
        "by_list",
        "Each list of articles that was given to the scan (`--list`), such as a WikiProject's.",
        {"list": "Name of the list."} | _COUNTED,
        f"""SELECT list, {_ARTICLE_COUNTS}
    FROM (SELECT unnest(lists) AS list, * FROM articles WHERE status = 'ok') GROUP BY list ORDER BY list""",  # noqa: S608
    ),
    Summary(
        "by_category",
        "Each category that articles put themselves in.",
        {"category": "Its name."} | _COUNTED,
        f"""SELECT category, {_ARTICLE_COUNTS}
    FROM (SELECT unnest(categories) AS category, * FROM articles WHERE status = 'ok')
    GROUP BY category ORDER BY findings DESC, category""",  # noqa: S608
    ),
    Summary(
        "by_measure",
        "What is measured: how often, and how often something is wrong with it.",
        {
            "measure": "Name of the measure.",
            "claims": "Claims that tell it.",
            "articles": "Articles that tell it.",
            "dated": "Claims whose time is known.",
            "findings": "Findings that rest on such a claim.",
        },
        """WITH counted AS (SELECT measure, count(*) AS claims,
        count(DISTINCT (wiki, page, revision, title)) AS articles, count(time) AS dated
        FROM claims WHERE measure IS NOT NULL GROUP BY measure),
    accused AS (SELECT measure, count(DISTINCT (wiki, page, revision, title, finding)) AS findings
        FROM finding_claims WHERE measure IS NOT NULL GROUP BY measure)
    SELECT measure, claims, articles, dated, coalesce(findings, 0) AS findings
    FROM counted LEFT JOIN accused USING (measure) ORDER BY claims DESC, measure""",
    ),
)
"""In an order in which each uses only those before it."""
