"""What sets two figures apart however alike the rest is: another time, source, owner, part, step or kind."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.checks.lexicon import phrases, table
from claimcheck.checks.matching.evidence import other_figures
from claimcheck.checks.matching.rivals import noun
from claimcheck.checks.matching.tellings import Statement, Telling, canonical, synonyms
from claimcheck.checks.matching.words import stem, words_of
from claimcheck.claims.grammar import grammar
from claimcheck.claims.model import Claim, Subject
from claimcheck.patterns import lazy

_NAME = lazy(r"\s[A-Z][a-z]")
_NOT_SAID = lazy(
    r"\b(?:no|not|never|nor|without|if|unless|would|could|should|might|must|cannot|until|fail\w*|at least one|"
    r"requir\w+|instead of|rather than)\b",
    re.IGNORECASE,
)
_AS_OF = lazy(r"\b[Aa]s (?:of|at)\s+(?:the\s+)?\Z")
_OF = lazy(r"\s+of\s+(?:(?:the|all|its|their|his|her)\s+)*([^\W\d_]+)")
_OF_WHICH = lazy(r"\b(?:of (?:which|whom|these|those|them)|respectively)\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CAPITAL = r"(?:(?:[A-Z]\.)+|[A-Z][\w'’-]*)"
_PLACE = lazy(
    r"\b(?:(?:[Ii]n|[Aa]t|across|within|throughout) (?:the )?|(outside )(?:the )?)"
    rf"(?!{_MONTHS})({_CAPITAL}(?: {_CAPITAL})*)"
)
_SHORT = {
    "US": "United States",
    "U.S.": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
}
_WORLDWIDE = lazy(r"\b(?:worldwide|globally|internationally|around the world|in total|overall)\b", re.IGNORECASE)
_PAST = lazy(r"\b(?:was|were|had|been|did|went|came|took|gave|flew|rose|fell|grew|ran|began|became|wrote|\w{2,}ed)\b")


def told_apart(first: Statement, second: Statement) -> bool:
    """True where something said of the two figures excludes that they are of one fact, however alike the rest is."""
    a, b = first.claim, second.claim
    if "additional" in (a.role, b.role) or (a.time and b.time and not a.time.meets(b.time)):
        return True
    if a.attribution != b.attribution:
        return True  # somebody's figure against somebody else's, or against the article's own
    if a.qualifiers and b.qualifiers and set(a.qualifiers) != set(b.qualifiers):
        return True
    if (_contrasting(first) - second.telling.words.keys()) or (_contrasting(second) - first.telling.words.keys()):
        return True
    if _kinds_apart(first, second):
        return True
    if _numbered_apart(first.telling, second.telling) or _shares_of_others(first, second):
        return True
    if _then_and_now(first, second) or _then_and_now(second, first):
        return True
    if a.when is not None and _told_of_others(first, second):
        return True
    if _places_apart(first, second) or _events_apart(first, second) or _modified_apart(first, second):
        return True
    if any(
        _OF_WHICH.search(claim.passage.text, max(claim.sentence.start, claim.lead - 40), claim.lead) for claim in (a, b)
    ):
        return True
    if any(_denied(claim) or _label(claim) or _as_of(claim) for claim in (a, b)):
        return True
    return a.when is None and _dated_apart(first, second)


def _of_relative(owner: Subject, of: Subject) -> bool:
    """True for "Ada Kern's sister" beside "Ada Kern"."""
    return owner.text.startswith((f"{of.text}'s ", f"{of.text}’s "))


def _then_and_now(then: Statement, now: Statement) -> bool:
    """True for "In 1950 it flew to 34 airports" against "It flies to 38 airports"."""
    if then.claim.when is not None or now.claim.time is not None:
        return False
    if any(claim.when is not None for claim in now.telling.claims):
        return False
    dated = then.claim.time is not None or any(claim.when is not None for claim in then.telling.claims)
    return dated and _past(then.claim) and not _past(now.claim)


def _past(claim: Claim) -> bool:
    """True for a sentence with a verb of the past."""
    text = claim.passage.text[claim.sentence.start : claim.sentence.end]
    return _PAST.search(text) is not None or not grammar().past.isdisjoint(words_of(text.lower()))


def _told_of_others(first: Statement, second: Statement) -> bool:
    """True for two dates beside figures that differ as well: one festival drew 12,000 people, the next 15,000."""
    others = other_figures(first, second)
    return bool(others["other figures differ"] and not others["other figures agree"])


def _places_apart(first: Statement, second: Statement) -> bool:
    """True for "in Japan" against "in Europe", and for "worldwide" against "in North America"."""
    (ours, all_ours), (theirs, all_theirs) = _places(first), _places(second)
    return bool(ours and theirs and not ours & theirs) or bool(all_ours and theirs) or bool(all_theirs and ours)


def _places(statement: Statement) -> tuple[frozenset[str], bool]:
    """The names of places beside a figure, no farther than the next figures, and whether it is told of all places."""
    claim, others = statement.claim, [c for c in statement.telling.claims if c.when is None]
    low = max((c.tail for c in others if c.tail <= claim.lead), default=claim.sentence.start)
    high = min((c.lead for c in others if c.lead >= claim.tail), default=claim.sentence.end)
    low, high = max(low, claim.lead - 60), min(high, claim.tail + 40)
    text = claim.passage.text
    names = (outside + _SHORT.get(name, name) for outside, name in _PLACE.findall(text, low, high))
    return frozenset(names), _WORLDWIDE.search(text, low, high) is not None


def _events_apart(first: Statement, second: Statement) -> bool:
    """True for two dates of which one is of an event that the other sentence does not tell: "born", "baptised"."""
    if first.claim.when is None:
        return False
    ours, theirs = first.clause & events(), second.clause & events()
    return bool(ours - second.telling.words.keys() or theirs - first.telling.words.keys())


def _modified_apart(first: Statement, second: Statement) -> bool:
    """True for "12 large ships" against "30 small ships", and for "12 schools" against "4 secondary schools" where
    nothing else is different."""
    ours = _modifiers(first.claim) - second.telling.words.keys()
    theirs = _modifiers(second.claim) - first.telling.words.keys()
    if ours and theirs:
        return True
    other_words = (first.clause - second.telling.words.keys()) | (second.clause - first.telling.words.keys())
    return bool(ours | theirs) and not other_words - ours - theirs


def _modifiers(claim: Claim) -> frozenset[str]:
    """What narrows the counted noun; a name before it mostly tells whose it is."""
    words = (claim.counted or "").split()[:-1]
    return frozenset(canonical(word) for word in words if word.islower()) - {""}


def _as_of(claim: Claim) -> bool:
    """True for a date on which something was looked at, which is not when it happened."""
    return claim.when is not None and bool(_AS_OF.search(claim.passage.text[: claim.visible.start]))


def _label(claim: Claim) -> bool:
    """True for a date in a name, "the May 2019 Update", for a step of a formula and for a unit itself, "1 ampere"."""
    text, at = claim.passage.text, claim.visible
    if claim.when is not None:
        return _NAME.match(text, at.end) is not None and text[: at.start].endswith(("the ", "The ", "a "))
    amount = claim.amount
    return text[: at.start].endswith(("=", "= ", "× ", "×")) or bool(claim.unit and amount and amount.value == 1)


def _denied(claim: Claim) -> bool:
    """True where the figure is not said to be so, but wished, required, denied or supposed."""
    text, at = claim.passage.text, claim.sentence
    return bool(_NOT_SAID.search(text, max(at.start, claim.visible.start - 60), min(at.end, claim.visible.end + 20)))


def _kinds_apart(first: Statement, second: Statement) -> bool:
    """True for "the village school had" against "the grammar school had": one subject, of another kind in each."""
    a, b = first.telling, second.telling
    subject = next((word for word in a.words if word in b.words), "")
    if subject != next((word for word in b.words if word in a.words), "") or subject == noun(first.claim):
        return False
    ours, theirs = a.kinds.get(subject, frozenset()) - a.title, b.kinds.get(subject, frozenset()) - b.title
    # A name before the word in one of the two only is mostly who, not which.
    if not ours or not theirs or (ours <= a.names) != (theirs <= b.names):
        return False
    return not ours & b.words.keys() and not theirs & a.words.keys()


def owners_apart(first: Statement, second: Statement) -> bool:
    """True where each figure belongs to something that the other sentence does not name: "the bridge", "the tunnel"."""
    a, b = first.claim.subject, second.claim.subject
    if a is None or b is None or a.text == b.text or (a.target is not None and a.target == b.target):
        return False
    if _of_relative(a, b) or _of_relative(b, a):
        return True
    return not named_in(a, first.telling, second.telling) and not named_in(b, second.telling, first.telling)


def named_in(owner: Subject, telling: Telling, other: Telling) -> bool:
    """True for an owner whom another sentence names; the article's subject is named by any of its names."""
    words = frozenset(map(canonical, words_of(owner.text))) - {""}
    if words - telling.title - other.words.keys():
        return False
    return not words & telling.title or bool(other.about)


def named_apart(first: Statement, second: Statement) -> bool:
    """True where one figure belongs to somebody whom the other sentence does not name."""
    return not (_named(first, second) and _named(second, first))


def _named(statement: Statement, other: Statement) -> bool:
    """True where the other sentence names the owner of the figure, or has the same; one whose owner is not known is
    taken to speak of the article's subject, if it names nobody else before the figure."""
    owner, same = statement.claim.subject, other.claim.subject
    if owner is None:
        return not statement.led_by - other.telling.words.keys()
    if same is not None and same.text == owner.text:
        return True
    words = frozenset(map(canonical, words_of(owner.text))) - {""}
    if same is None and words and words <= statement.telling.title:
        return True
    return named_in(owner, statement.telling, other.telling)


def _numbered_apart(first: Telling, second: Telling) -> bool:
    """True for "EVA 1" against "EVA 2", "Maven 2" against "Maven 3.0"."""
    ours, theirs = dict(first.numbered), dict(second.numbered)
    return any(theirs.get(name, number) != number for name, number in ours.items())


def _shares_of_others(first: Statement, second: Statement) -> bool:
    """True for "90 % of the people" against "80 % of the believers"."""
    a, b = _whole(first.claim), _whole(second.claim)
    return bool(a and b) and a != b


def _whole(claim: Claim) -> str:
    if claim.unit != "percent":
        return ""
    found = _OF.match(claim.passage.text, claim.visible.end)
    return canonical(found.group(1)) if found else ""


def _contrasting(statement: Statement) -> frozenset[str]:
    telling = statement.telling
    return ((statement.clause | telling.opening) & contrasts()) - telling.names


def _dated_apart(first: Statement, second: Statement) -> bool:
    """True where both sentences have dates and none that the two could share."""
    ours = [claim.when for claim in first.telling.claims if claim.when is not None]
    theirs = [claim.when for claim in second.telling.claims if claim.when is not None]
    return bool(ours and theirs) and not any(a.meets(b) for a in ours for b in theirs)


@cache
def contrasts() -> frozenset[str]:
    """The stems of data/checks/contrasts.txt that no synonym makes harmless."""
    return (
        frozenset(stem(word) for word in phrases("contrasts"))
        - synonyms().keys()
        - {stem(word) for word in ("currently", "lower")}
    )


@cache
def events() -> frozenset[str]:
    """The stems of verbs that tell one event from another: those of what happens once, "began", "ended"."""
    verbs = (verb for columns in table("once_only").values() for column in columns for verb in column.split(","))
    return frozenset(canonical(word) for verb in (*verbs, *phrases("stages")) for word in words_of(verb)) - {""}
