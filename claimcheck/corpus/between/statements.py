"""The statements behind the kinds of rules between articles, and what their options fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.checks.between_articles import BothEndsOptions, DriftedOptions, OneFactOptions
from claimcheck.checks.lexicon import any_of, phrases
from claimcheck.corpus.database import Connection, literal
from claimcheck.rules import Rule
from claimcheck.values.units import scale

Values = dict[str, Any]
BREAKS = r"[;:()—]|\b(?:and|but|while|who|whom|whose|which|before|after|then|until|when|where|as)\b"
"""What ends a clause: behind it a verb may have another subject, and a date be of another deed."""


@cache
def statement(name: str) -> str:
    """The text of one of the .sql files beside this one."""
    return Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")


def prepare(connection: Connection, rules: Iterable[Rule]) -> None:
    """Make what the statements of these rules look at: latest pages, redirects, units, facts."""
    connection.execute(statement("macros"))
    connection.execute(f"CREATE TEMP MACRO scopes(told) AS {_scopes()}")
    connection.execute(statement("prepare"))
    facts = [rule.options for rule in rules if isinstance(rule.options, OneFactOptions)]
    if facts:
        _units(connection)
        measures = sorted({name for options in facts for name in options.measures})
        values = {
            "measures": measures,
            "events": sorted({name for options in facts for name in options.events}),
            "doubts": doubts(),
            "before_measure": _before(measures),
            "neutral": list(phrases("between_neutral")),
        }
        connection.execute(statement("facts"), values)


def candidates(connection: Connection, rule: Rule) -> None:
    """Make the table `candidates`: pairs of claims that the rule accuses."""
    connection.execute("DROP TABLE IF EXISTS candidates")
    name, values = STATEMENTS[rule.kind.name]
    connection.execute(statement(name), values(rule.options))


def doubts() -> str:
    """Words of a sentence after which none of its figures is compared with another article's."""
    return rf"(?i)\b(?:{any_of('between_doubts')})\b"


def _one_fact(options: OneFactOptions) -> Values:
    return {
        "measures": list(options.measures),
        "events": list(options.events),
        "contexts": list(options.contexts),
        "against": list(options.against),
        "own": options.own,
        "time": options.time,
        "apart": options.apart,
        "days": options.days,
    }


def _both_ends(options: BothEndsOptions) -> Values:
    return {
        "verbs": rf"\b(?:{_either(options.verbs)})\b",
        "unless": rf"(?i)\b(?:{_either(options.unless_near)})\b" if options.unless_near else "$^",
        "doubts": doubts(),
        "breaks": BREAKS,
        "days": options.days,
    }


def _drifted(options: DriftedOptions) -> Values:
    return {
        "kinds": list(options.kinds),
        "words": options.words,
        "names": options.names,
        "articles": options.articles,
    }


STATEMENTS: dict[str, tuple[str, Callable[[Any], Values]]] = {
    "one-fact": ("one_fact", _one_fact),
    "both-ends": ("both_ends", _both_ends),
    "drifted-sentence": ("drifted_sentence", _drifted),
}
"""By check kind: the statement that makes its candidates, and the values that a rule's options give it."""


def _before(measures: Iterable[str]) -> str:
    """The word before any of the measures' own: "catholic" of "the Catholic population"."""
    heads = {name.rpartition("-")[2] for name in measures}
    return rf"([\p{{L}}][\p{{L}}’'-]*)\s+(?:{_either(heads)})\b" if heads else "$^()"


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word.lower()) for word in sorted(words, key=len, reverse=True))


def _scopes() -> str:
    """The words of a text that narrow what its figures measure, as an SQL expression over `told`."""
    words = [*phrases("scopes"), "census"]
    words.remove("people")  # those whom a population counts, and a section's heading
    known = "|".join(map(re.escape, words))
    bare = r"regexp_replace(lower(told), 'according to the \d{4} census', ' ', 'g')"
    pattern = literal(rf"\b({known})")
    return f"list_sort(list_distinct(regexp_extract_all({bare}, {pattern}, 1)))"


def _units(connection: Connection) -> None:
    """The units of the claims with their factors to base units, as the table `units`."""
    connection.execute("CREATE TEMP TABLE units (unit VARCHAR, factor DOUBLE, shift DOUBLE, dimension VARCHAR)")
    found = connection.execute(
        "SELECT DISTINCT unit FROM claims WHERE unit IS NOT NULL AND measure IS NOT NULL"
    ).fetchall()
    rows = list(_known(unit for (unit,) in found))
    if rows:
        connection.executemany("INSERT INTO units VALUES (?, ?, ?, ?)", rows)


def _known(units: Iterable[str]) -> Iterator[tuple[str, float, float, str]]:
    for unit in units:
        known = scale(unit)
        if known is not None:
            dimension = " ".join(f"{base}{power}" for base, power in known.dimension)
            yield unit, float(known.factor), float(known.offset), dimension
