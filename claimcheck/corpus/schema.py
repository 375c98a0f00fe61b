"""The tables of a scan: every column with its type and what stands in it, and the row that holds one article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from claimcheck.corpus.extra import need

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = ("articles", "claims", "findings", "changes", "redirects", "skipped")
BETWEEN = "between"
"""The table that `claimcheck between --save` leaves beside those of the scan."""
NESTED = ("claims", "findings", "changes")
"""Columns of a row that are tables of their own in the store."""


class Column(msgspec.Struct, frozen=True):
    """A column: `type` is text, bool, int32, int64, float64, time, a struct's name, or for lists one in brackets."""

    name: str
    type: str
    doc: str


KEY = (
    Column("wiki", "text", "Database name of the wiki (`enwiki`), empty where unknown."),
    Column("page", "int64", "Number of the page in its wiki, 0 where unknown."),
    Column("revision", "int64", "Number of the revision, 0 where unknown."),
    Column("title", "text", "Title of the page."),
)
"""What each table begins with: it tells which revision of which page a row belongs to."""

STRUCTS: dict[str, tuple[Column, ...]] = {
    "per": (
        Column("amount", "float64", "How many (1000 of “per 1,000 live births”)."),
        Column("unit", "text", "The unit (`day`), null where things are counted."),
        Column("counted", "text", "What is counted (`live births`), null where there is a unit."),
    ),
    "subject": (
        Column("text", "text", "The noun phrase."),
        Column("target", "text", "Where it links to, null where it is not linked."),
    ),
    "part": (
        Column("start", "int64", "First character in the source."),
        Column("end", "int64", "Behind its last character."),
        Column("text", "text", "As printed."),
        Column("value", "float64", "The printed number, null in periods."),
        Column("edtf", "text", "The date, null in ranges of numbers."),
    ),
    "mark": (
        Column("start", "int64", "First character in the source."),
        Column("end", "int64", "Behind its last character."),
        Column("line", "int64", "Line, from 1."),
        Column("column", "int64", "Column, from 1."),
        Column("note", "text", "What is to be said of it."),
    ),
    "ignore": (
        Column("rules", "[text]", "Ids of the rules that are silenced; none for a figure marked as sic (all are)."),
        Column("start", "int64", "First character of the stretch for which it holds."),
        Column("end", "int64", "Behind its last character."),
        Column("line", "int64", "Line of the comment, from 1."),
        Column("column", "int64", "Column of the comment, from 1."),
    ),
    "suggestion": (
        Column("start", "int64", "First character to be replaced."),
        Column("end", "int64", "Behind the last one."),
        Column("replacement", "text", "What to write instead."),
        Column("note", "text", "Why."),
    ),
}

ARTICLES = (
    *KEY,
    Column("name", "text", "What it is reported under: the path of its file, else its title."),
    Column("time", "time", "When the revision was saved (UTC), null where unknown."),
    Column("characters", "int64", "Length of its text in code points."),
    Column("digest", "text", "SHA-1 of its text in hexadecimal, as the wiki's API gives it (`rvprop=sha1`)."),
    Column("status", "text", "`ok`; `failed`, `timeout` or `memory` where it could not be read to its end."),
    Column("message", "text", "Why it could not, null where it could."),
    Column("claim_count", "int32", "Claims in its text, kept as rows or not."),
    Column("finding_count", "int32", "Findings, of all severities."),
    Column("error_count", "int32", "Findings of severity error."),
    Column("warning_count", "int32", "Findings of severity warning."),
    Column("note_count", "int32", "Findings of severity note."),
    Column("suppressed_count", "int32", "Findings that the article itself suppresses; they are no rows."),
    Column("notes", "[text]", "What could not be read as markup, and suppressions that are wrong or not needed."),
    Column("errors", "[text]", "Rules that crashed on it."),
    Column("categories", "[text]", "The categories that its own text puts it in, in order."),
    Column("lists", "[text]", "Names of the `--list NAME=FILE` that it stands on."),
    Column("ignores", "[ignore]", "Its ignore comments that are followed, and its figures that are marked as sic."),
)

CLAIM = (
    Column("claim", "int32", "Number of the claim in its article, from 0, in the order of the text."),
    Column("kind", "text", "`quantity`, `date` or `duration`."),
    Column("text", "text", "The claim as printed, `source[start:end]`."),
    Column("start", "int64", "Its first character in the source, in code points."),
    Column("end", "int64", "Behind its last character."),
    Column("line", "int64", "Line, from 1."),
    Column("column", "int64", "Column, from 1, in code points."),
    Column("status", "text", "`ok`, `impossible` (31 June) or `ambiguous` (12/06/2019)."),
    Column("form", "text", "`single`, `range` or `plus_minus`."),
    Column("value", "float64", "The printed number with its scale, null for ranges and dates."),
    Column("low", "float64", "Lower end of the interval that it means, null where open."),
    Column("high", "float64", "Upper end of the interval, null where open."),
    Column("low_closed", "bool", "Whether the lower end belongs to it."),
    Column("high_closed", "bool", "Whether the upper end belongs to it."),
    Column("hedge", "text", "`exact`, `about`, `more_than`, `at_least`, `less_than` or `at_most`."),
    Column("unit", "text", "pint's long name (`kilometer`), an ISO 4217 code, null for a bare count."),
    Column("per", "per", "Denominator of a rate."),
    Column("counted", "text", "What is counted, as written."),
    Column("measure", "text", "What is measured, by the name that claimcheck gives it (`population`)."),
    Column("event", "text", "What happened on a date (`founded`)."),
    Column("edtf", "text", "A date in Extended Date/Time Format."),
    Column("earliest", "text", "First day that the date can touch (ISO, astronomical years)."),
    Column("latest", "text", "Last day that it can touch."),
    Column("first_day", "int64", "`earliest` as a day number: 1 is 0001-01-01, proleptic Gregorian."),
    Column("last_day", "int64", "`latest` as a day number."),
    Column("readings", "[text]", "The dates that an ambiguous one can mean."),
    Column("time", "text", "The date that the figure is about, in EDTF."),
    Column("time_first", "int64", "First day of `time` as a day number."),
    Column("time_last", "int64", "Last day of `time` as a day number."),
    Column("subject", "subject", "The noun phrase that owns the figure."),
    Column("page_subject", "bool", "Whether that is what the article itself is about."),
    Column("place", "text", "Where on earth the figure holds."),
    Column("qualifiers", "[text]", "Words that narrow what is measured (`male`, `urban`)."),
    Column("role", "text", "`from`, `to`, `by`, `total`, `part`, `average`, `additional` or null."),
    Column("attribution", "text", "The source that the sentence names."),
    Column(
        "context",
        "text",
        "`lead`, `prose`, `quote`, `list`, `table`, `infobox`, `template`, `caption`… of the passage.",
    ),
    Column("path", "[text]", "Section titles, then headers of row and column or template and parameter."),
    Column("section", "text", "Title of its section, null in the lead."),
    Column("citations", "[int32]", "Numbers of the references behind it."),
    Column("recogniser", "text", "What read it."),
    Column("parts", "[part]", "The printed ends of a range or period."),
    Column("sentence", "text", "Its sentence as a reader sees it, at most 1,000 characters."),
    Column("sentence_start", "int32", "Where the claim begins in `sentence`."),
    Column("quoted", "bool", "Whether it stands in a quotation."),
    Column("links", "[text]", "Pages that its sentence links to, in order."),
)

FINDING = (
    Column("finding", "int32", "Number of the finding in its article, from 0, in the order of the text."),
    Column("state", "text", "`stands`; in histories `new` or `fixed` by this revision."),
    Column("rule", "text", "Id of the rule."),
    Column("severity", "text", "`error`, `warning` or `note`."),
    Column("confidence", "text", "`high`, `medium` or `low`."),
    Column("message", "text", "What is wrong."),
    Column("start", "int64", "First character in the source (of the revision before, where it is fixed)."),
    Column("end", "int64", "Behind its last character."),
    Column("line", "int64", "Line, from 1."),
    Column("column", "int64", "Column, from 1."),
    Column("end_line", "int64", "Line of its end."),
    Column("end_column", "int64", "Column of its end, exclusive."),
    Column("related", "[mark]", "Other places that it speaks of."),
    Column("claims", "[int32]", "Numbers of the claims compared (`claim` in claims); none where it is fixed."),
    Column("suggestion", "suggestion", "What an editor may want to write instead."),
    Column("fingerprint", "text", "The same for the same finding in a later version of the article."),
    Column("help_uri", "text", "The rule's page."),
    Column("sentence", "text", "Its sentence as a reader sees it, at most 1,000 characters; null without claims."),
)

CHANGE = (
    Column("before_revision", "int64", "Number of the revision before."),
    Column("change", "text", "`changed`, `added` or `removed`."),
    Column("ways", "[text]", "How a changed claim differs: `value`, `unit`, `magnitude` and so on."),
    Column("factor", "float64", "New divided by old, in the old unit."),
    Column("citation_changed", "bool", "Whether what is cited for it changed, too."),
    Column("claim", "int32", "Number of the claim as it is now (`claim` in claims), null where removed."),
    Column("before_text", "text", "As it was printed; null where added."),
    Column("before_start", "int64", "Its first character in the revision before."),
    Column("before_end", "int64", "Behind its last character there."),
    Column("before_value", "float64", "Its number."),
    Column("before_unit", "text", "Its unit."),
    Column("before_edtf", "text", "Its date."),
    Column("before_sentence", "text", "Its sentence, at most 1,000 characters."),
    Column("after_text", "text", "As it is printed now; null where removed."),
    Column("after_start", "int64", "Its first character."),
    Column("after_end", "int64", "Behind its last character."),
    Column("after_value", "float64", "Its number."),
    Column("after_unit", "text", "Its unit."),
    Column("after_edtf", "text", "Its date."),
    Column("after_sentence", "text", "Its sentence, at most 1,000 characters."),
)

BETWEEN_ARTICLES = (
    *KEY,
    Column("finding", "int32", "Number of the finding in its article, from 0, in the order of the text."),
    Column("state", "text", "`stands`, or `known` where a baseline accepts it."),
    Column("rule", "text", "Id of the rule."),
    Column("severity", "text", "`error`, `warning` or `note`."),
    Column("confidence", "text", "`high`, `medium` or `low`."),
    Column("message", "text", "What is wrong."),
    Column("claim", "int32", "Number of the claim that is accused (`claim` in claims)."),
    Column("text", "text", "What is accused, as printed."),
    Column("start", "int64", "Its first character in the source."),
    Column("end", "int64", "Behind its last character."),
    Column("line", "int64", "Line, from 1."),
    Column("column", "int64", "Column, from 1."),
    Column("sentence", "text", "Its sentence, at most 1,000 characters."),
    Column("other_page", "int64", "Number of the other article's page."),
    Column("other_revision", "int64", "Number of its revision."),
    Column("other_title", "text", "Its title."),
    Column("other_claim", "int32", "Number of the claim there."),
    Column("other_text", "text", "What stands there, as printed."),
    Column("other_start", "int64", "Its first character in the other article's source."),
    Column("other_end", "int64", "Behind its last character."),
    Column("other_line", "int64", "Line, from 1."),
    Column("other_column", "int64", "Column, from 1."),
    Column("other_sentence", "text", "Its sentence, at most 1,000 characters."),
    Column("fingerprint", "text", "The same for the same finding in later versions of the articles."),
    Column("help_uri", "text", "The rule's page."),
)

REDIRECTS = (
    *KEY,
    Column("target", "text", "Title that it points at."),
    Column("section", "text", "The section of it, empty where there is none."),
)

SKIPPED = (
    *KEY,
    Column("reason", "text", "Why it was not read: `redirect`, `namespace`, `model:css`, `suppressed`, `filter:…`."),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "articles": ARTICLES,
    "claims": (*KEY, *CLAIM),
    "findings": (*KEY, *FINDING),
    "changes": (*KEY, *CHANGE),
    "redirects": REDIRECTS,
    "skipped": SKIPPED,
    BETWEEN: BETWEEN_ARTICLES,
}
"""The tables of the store, and what is kept beside them."""
_PARTS = {"claims": CLAIM, "findings": FINDING, "changes": CHANGE}


@cache
def table_schema(name: str) -> pa.Schema:
    """The schema of a table of the store."""
    return need("pyarrow").schema([_field(column) for column in COLUMNS[name]])


@cache
def record_type(name: str) -> pa.StructType:
    """The type of the records of a nested table: its columns without the key."""
    return need("pyarrow").struct([_field(column) for column in _PARTS[name]])


@cache
def row_schema() -> pa.Schema:
    """The schema of `lint_rows`: articles, with claims, findings and changes as lists of structs behind."""
    pyarrow = need("pyarrow")
    nested = [pyarrow.field(name, pyarrow.list_(record_type(name)), nullable=False) for name in NESTED]
    return pyarrow.schema([*(_field(column) for column in ARTICLES), *nested])


def _field(column: Column) -> Any:
    return need("pyarrow").field(column.name, _type(column.type))


def _type(name: str) -> Any:
    pyarrow = need("pyarrow")
    if name.startswith("["):
        return pyarrow.list_(_type(name[1:-1]))
    if name in STRUCTS:
        return pyarrow.struct([_field(column) for column in STRUCTS[name]])
    if name == "time":
        return pyarrow.timestamp("us", tz="UTC")
    return {
        "text": pyarrow.string,
        "bool": pyarrow.bool_,
        "int32": pyarrow.int32,
        "int64": pyarrow.int64,
        "float64": pyarrow.float64,
    }[name]()
