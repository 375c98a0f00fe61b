"""How many facts told twice are noticed when one figure is changed, and how many neighbouring sentences are accused.

`python tests/benchmarks/restatements.py ARTICLES [--changes N] [--neighbours N] [--seed S]`: ARTICLES is a folder of
`*.wikitext`. A fact told twice is an equal figure (a day, a year with its event, a number of two and more digits) in
two sentences, or in a sentence and the infobox, that share words; one of the two is then changed in the text, and the
article read again. Neighbours are pairs of sentences of one paragraph, each pair put alone on two lines.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from claimcheck.checks.matching.restatements import Restatements
from claimcheck.checks.matching.rivals import accord, comparable
from claimcheck.checks.matching.tellings import Telling, statements
from claimcheck.checks.view import View
from claimcheck.claims.extract import extract_claims
from claimcheck.claims.model import Claim
from claimcheck.document.parse import parse
from claimcheck.document.sentences import sentences
from claimcheck.lint import lint
from claimcheck.rules import Rule, load_rules

DAY = "2026-06-15"


def main() -> None:
    """Print both figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--neighbours", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    random.seed(given.seed)
    texts = [
        (path.stem.replace("_", " "), path.read_text("utf-8")) for path in sorted(given.articles.glob("*.wikitext"))
    ]
    views = [(title, text, _view(title, text)) for title, text in texts]
    rules = [rule for rule in load_rules() if rule.id.startswith("conflict/") and rule.status == "stable"]
    print("neighbours accused:", _neighbours([view for _, _, view in views], given.neighbours, rules))
    changes = [(title, text, *pair) for title, text, view in views for pair in _told_twice(view)]
    random.shuffle(changes)
    print("changes noticed:", _changes(changes[: given.changes], rules), "of", len(changes), "facts told twice")


def _view(title: str, text: str) -> View:
    document = parse(text, "wikitext", title)
    return View(document, extract_claims(document))


def _neighbours(views: list[View], most: int, rules: list[Rule]) -> str:
    pairs = [pair for view in views for pair in _pairs(view)]
    random.shuffle(pairs)
    accused = sum(bool(lint(pair, rules, "plain", date=DAY)) for pair in pairs[:most])
    return f"{accused} of {len(pairs[:most])}"


def _pairs(view: View) -> Iterator[str]:
    for passage in view.document.passages:
        if passage.context in ("lead", "prose"):
            told = [passage.text[at.start : at.end].strip() for at in sentences(passage.text)]
            for first, second in pairwise(told):
                if any(map(str.isdigit, first)) and any(map(str.isdigit, second)):
                    yield f"{first}\n{second}"


def _told_twice(view: View) -> Iterator[tuple[str, Claim, Claim]]:
    """Kind, figure that stays, figure that is changed."""
    for first, second in Restatements(view).pairs:
        yield from _equal(first, second)
    box = [claim for claim in view.of_context("infobox") if _specific(claim)]
    for sentence in view.sentences:
        if sentence.passage.context == "lead":
            for claim in filter(_specific, sentence.claims):
                same = [b for b in box if b.kind == claim.kind and b.unit == claim.unit and accord(b, claim) == "equal"]
                if same:
                    yield f"infobox and lead, {claim.kind}", same[0], claim


def _equal(first: Telling, second: Telling) -> Iterator[tuple[str, Claim, Claim]]:
    for a in statements(first):
        for b in statements(second):
            if _specific(a.claim) and _specific(b.claim) and comparable(a, b) and accord(a.claim, b.claim) == "equal":
                where = {a.claim.passage.context, b.claim.passage.context}
                kind = "lead and body" if "lead" in where and len(where) > 1 else "two sentences"
                yield f"{kind}, {a.claim.kind}", a.claim, b.claim


def _specific(claim: Claim) -> bool:
    """True for a figure that two places hardly give by chance."""
    if claim.form != "single" or claim.kind == "duration" or not any(map(str.isdigit, claim.text)):
        return False
    if claim.when is not None:
        return claim.anchor is None and (claim.when.granularity == "day" or bool(claim.event))
    return sum(map(str.isdigit, claim.text)) > 1 and not claim.text.endswith("000")


def _changes(changes: list[tuple[str, str, str, Claim, Claim]], rules: list[Rule]) -> str:
    seen: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for title, text, kind, kept, changed in changes:
        new = text[: changed.start] + _another(changed.text) + text[changed.end :]
        before = {finding.fingerprint for finding in lint(text, rules, "wikitext", title, DAY)}
        found = [f for f in lint(new, rules, "wikitext", title, DAY) if f.fingerprint not in before]
        marks = [mark for finding in found for mark in (finding.primary, *finding.related)]
        seen[kind] += 1
        noticed[kind] += any(mark.start < c.end and c.start < mark.end for mark in marks for c in (kept, changed))
    return ", ".join(f"{kind} {noticed[kind]}/{seen[kind]}" for kind in sorted(seen))


def _another(text: str) -> str:
    """The figure with its last digit but trailing zeros moved by one to nine."""
    at = max(place for place, letter in enumerate(text) if letter.isdecimal() and (letter != "0" or text.isdecimal()))
    return text[:at] + str((int(text[at]) + random.randint(1, 9)) % 10) + text[at + 1 :]  # noqa: S311


if __name__ == "__main__":
    main()
