"""Whose a told fact is, by the words around its telling: "his reign", "a label founded in 1980", "who was born in"."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from claimcheck.checks.facts.kinds import FactKind
from claimcheck.checks.matching.owners import Owners
from claimcheck.checks.view import Sentence
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:of|de|von|van) )?[A-ZÀ-Þ][\w'’.-]*){0,4}"
_POSSESSED = lazy(
    r"\b(?:(?P<pronoun>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|"
    r"(?P<name>(?:[Tt]he [a-z]+|[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,3}))(?:['’]s|(?<=s)['’]))"
    r"(?P<rest>(?: [a-z][\w-]*){0,2})\Z"
)
_VERB = lazy(
    r"\b(?:is|was|are|were|be|been|has|have|had|would|will|\w+ed|employs|enrols|won|held|holds|took|made|wrote|has|"
    r"operates|runs|owns|comprises|consists|counts)\b"
)
_WITHIN = lazy(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_PRONOUN = lazy(r"(?:it|they|he|she)\Z", re.IGNORECASE)
_OWNED = lazy(r"(?:his|her|its|their) (?P<noun>.+)", re.IGNORECASE)
_RELATIVE = lazy(rf"(?P<name>{_NAME}|[a-z]+)(?: \([^()]*\))?,? (?:who|which|that|whose)(?: [a-z]+){{0,3}}\Z")
_PARTICIPLE = lazy(
    r"(?:born|founded|established|formed|set up|started|launched|created|elected|crowned)\b", re.IGNORECASE
)
_BESIDE_NAME = lazy(rf"(?P<name>{_NAME})(?:,| \()\Z")
_BESIDE_NOUN = lazy(
    r"(?<![\w-])(?!(?:was|were|is|are|been|being|be|and|had|has|have|got|first|originally|later|then|not|"
    r"she|he|it|they)\Z)[a-z-]+\Z"
)
_WHO = lazy(r"(?:who|which|that|whose)\b")
_COPULA = lazy(r"\b(?:is|was|are|were|became|remains)\b[^,;:]{0,90}\Z")
_PREDICATE = lazy(r"\b(?:is|was|are|were|became|remains) (?:an?|the|one)\b[^,;:]{0,90},\Z")
_COPULA_ALONE = lazy(r"\b(?:is|was|are|were)(?: now| still)? (?:an?|one of|the)\b[^;:]{0,90},\Z")
_IN = lazy(r"\b(?:in|of|at|near|on|from) \Z")
_THE = lazy(r"\b[Tt]h(?:e|is) \Z")
_THE_KIND = lazy(r"\b[Tt]h(?:e|is) (?P<noun>[a-z]+)(?: (?:also|now|itself|alone))?\Z")
_PLACED = lazy(r"\b(?:in|at|near|from|outside) \Z")
_REACH = 100


def owner_of(match: re.Match[str], main: Claim, sentence: Sentence, kind: FactKind, whose: Owners) -> str | None:
    """Whose the fact of a kind is that a telling in this sentence tells; None where that cannot be told."""
    words = kind.words
    opener = _WHO.match(match[0])
    before = match.string[: match.start() + (opener.end() if opener else 0)].rstrip()[-_REACH:]
    text, span = sentence.passage.text, sentence.span
    own = match.groupdict().get("own")
    if own:
        return (
            whose.of_pronoun(own.lower(), text, span, opens=False)
            if _PRONOUN.match(own)
            else whose.of_name(own, text, span)
        )
    if whose.excludes(match[0]):
        return None
    if found := _RELATIVE.search(before):
        return _of_clause(found, before, sentence, whose)
    if _PARTICIPLE.match(match[0]):
        if (found := _BESIDE_NAME.search(before)) and not _COPULA.search(before):
            if _PREDICATE.search(before):  # "Radio Ostria is the broadcaster of Ostria, founded in 1938"
                return whose.of_pronoun("", text, span, opens=False)
            if _PLACED.search(before[: found.start()]):
                return None  # "Its branch in Holm, founded in 1974"
            return whose.of_name(found["name"], text, span)
        if _BESIDE_NOUN.search(before) and not _COPULA.search(before):
            return None  # "they signed with a label founded in 1980"
        if _COPULA_ALONE.search(before):
            return whose.of_pronoun("", text, span, opens=False)  # "is a club from Ulm, founded in 1923"
    if (owned := _OWNED.match(whose.phrase(main))) and not _among(owned["noun"], words):
        return None  # "its medical school has 300 students"
    counted = kind.parts is None and main.subject is not None and main.subject.text.lower() in match[0].lower()
    found_owner = whose.of_pronoun("", text, span, opens=False) if counted else whose.of(main, kind.parts)
    if found_owner is None and (noun := _THE_KIND.search(before)) and noun["noun"] in whose.kinds:
        return whose.of_name(f"the {noun['noun']}", text, span)  # "a magazine wrote that the car could go"
    return possessor(match, main, sentence, kind, whose) if found_owner is None else found_owner


def _of_clause(found: re.Match[str], before: str, sentence: Sentence, whose: Owners) -> str | None:
    """Whose the fact of a relative clause is, which follows a name or a noun."""
    text, span = sentence.passage.text, sentence.span
    front, name = before[: found.start()], found["name"]
    copied = _COPULA.search(front) and _IN.search(front)
    if copied and not before[: found.end()].rpartition(" ")[0].endswith(","):
        return whose.of_pronoun("", text, span, opens=False)  # "was a cinema in Ulm that seated 300"
    if name in whose.kinds and _THE.search(front):
        return whose.of_name(f"the {name}", text, span)
    if name[0].islower():  # "is a band that formed in 1989"; of any other noun it is a part's
        return whose.of_pronoun("", text, span, opens=False) if _COPULA.search(before) else None
    return whose.of_name(name, text, span)


def _among(noun: str, words: AbstractSet[str]) -> bool:
    return not words.isdisjoint(noun.lower().split())


def _owned_fact(rest: str, match: re.Match[str], main: Claim, kind: FactKind) -> bool:
    """True where what is owned is the fact or a part that may tell it, "its main span", not "its basin covers"."""
    if kind.parts is not None:
        if _VERB.search(rest):
            return False  # the subject of the verb has been asked
        if main.subject is not None and main.subject.text.endswith(rest):
            return kind.parts.fullmatch(rest) is not None  # "its sequel cost"
        return kind.parts.match(f"{rest} {match[0]}") is not None or kind.parts.match(match[0]) is not None
    return not _VERB.search(rest + " " + match[0].partition(" ")[0]) or _among(rest, kind.words)


def possessor(match: re.Match[str], main: Claim, sentence: Sentence, kind: FactKind, whose: Owners) -> str | None:
    """Whose the noun is with which a telling begins, by the possessive right before it; None where there is none."""
    own = _WITHIN.search(match[0])
    before = match.string[: match.start() + (own.end() if own else 0)].rstrip()
    found = _POSSESSED.search(before[-_REACH:])
    if found is None or (found["rest"] and not _owned_fact(found["rest"].strip(), match, main, kind)):
        return None
    text, span = sentence.passage.text, sentence.span
    if found["pronoun"]:
        return whose.of_pronoun(
            found["pronoun"].lower(), text, span, opens=len(before) - len(before[-_REACH:]) + found.start() <= 1
        )
    return whose.of_name(found["name"], text, span)
