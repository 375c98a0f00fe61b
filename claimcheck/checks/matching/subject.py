"""Whether a sentence speaks of the article's subject: by its title, a part of it, a pronoun, or "the film"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.checks.view import Sentence, View
from claimcheck.claims.model import Claim
from claimcheck.document.sentences import sentences
from claimcheck.patterns import lazy

OWN_KIND = (
    r"(?:(?:[a-z]+\s+)?(?:film|movie|song|album|single|band|group|book|novel|company|series|show|organi[sz]ation|"
    r"painting|game|event|festival|award|horse|aircraft)|"
    r"city|town|village|school|university|college|ship|building|bridge|stadium|station|club|team|museum|"
    r"mountain|river|lake|island)"
)
"""What the subject of an article may be called by its kind; "the medical school", "the old town" are parts of it."""
PRONOUNS = "(?:He|She|It|They)"
_KIN = lazy(
    r"\b(?:father|mother|parents?|sons?|daughters?|brothers?|sisters?|wife|husband|widow\w*|child|children|uncle|aunt|"
    r"nephew|niece|cousin|twin|grand\w+|friend|fianc\w+|lover|partner|pupil|student|predecessor|successor|colleague)\b",
    re.IGNORECASE,
)
"""Other people whom a pronoun may mean."""
PEOPLE = lazy(r"(?<!\b(?:in|at|of|to) )(?<!\b(?:the|for) )(?<!\bfrom )\b[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+")
"""What may be the name of somebody else, and not that of a place or a school."""
_ABOUT = re.compile(rf"\W*(?:(?:The|This)\s+{OWN_KIND}|{PRONOUNS})\b")


def is_about(sentence: Sentence, title: str | None) -> bool:
    """True where the sentence opens with the article's subject, so that its figures are the subject's own."""
    if not title:
        return False
    text = sentence.text
    return _ABOUT.match(text) is not None or _titled(title).search(text, 0, 100) is not None


def is_named(sentence: Sentence, title: str | None) -> bool:
    """True where the sentence opens with the title itself, or stands in the lead and opens with a pronoun for it."""
    if not title:
        return False
    named = _titled(title).match(sentence.text.lstrip(" \n"), 0) or _titled(title).match(sentence.text.lstrip(" \n"), 4)
    return named is not None or (sentence.passage.context == "lead" and is_about(sentence, title))


def stands_for_subject(pronoun: str, claim: Claim, view: View) -> bool:
    """True where "he" or "she" in the sentence of a claim is the person whom the article is about, and nobody else.

    It is the pronoun of the article's opening, and the sentence before in the same paragraph opens with the same
    person or names no other.
    """
    if pronoun.lower() != view.pronoun:
        return False
    before = _sentence_before(claim)
    if not before or _KIN.search(before):
        return not before
    own = re.match(rf"\W*(?:(?i:{pronoun})|{'|'.join(titles(view.document.title or ''))})(?!\w)", before)
    return own is not None or not PEOPLE.search(before)


def names_relative(text: str) -> bool:
    """True where a text speaks of a relative, a friend or a pupil of somebody."""
    return _KIN.search(text) is not None


def _sentence_before(claim: Claim) -> str:
    """The sentence of the same paragraph before that of the claim; "" where it is the first."""
    text = claim.passage.text
    bounds = [bound for bound in sentences(text) if bound.end <= claim.sentence.start]
    return text[bounds[-1].start : bounds[-1].end] if bounds else ""


@lru_cache(maxsize=64)
def _titled(title: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(titles(title))})(?!\w)")


@lru_cache(maxsize=64)
def titles(title: str) -> tuple[str, ...]:
    """Patterns of the names that a title goes by: without bracket, what is before a comma or dash, a last name."""
    plain = title.partition(" (")[0].strip()
    words = plain.split()
    forms = [
        rf"(?i:{re.escape(form)})"
        for form in dict.fromkeys((plain, plain.partition(",")[0], plain.partition(" - ")[0]))
    ]
    if 1 < len(words) <= 4 and words[-1][:1].isupper() and len(words[-1]) > 2:
        forms.append(re.escape(words[-1]))
    return tuple(forms)
