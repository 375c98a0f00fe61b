"""A sentence whose words all stand in another one, which says more: both tell one fact if nothing sets them apart."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from claimcheck.checks.lexicon import phrases
from claimcheck.checks.matching.apart import named_in, told_apart
from claimcheck.checks.matching.elsewhere import of_other_matter, of_relative, placed_apart, siblings
from claimcheck.checks.matching.same_statement import (
    certain,
    counts_apart,
    of_several,
    opens_with_owner,
    ordered_apart,
    owner,
)
from claimcheck.checks.matching.tellings import Statement, canonical
from claimcheck.checks.matching.words import Weigh, words_of
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy

WHOLE = 0.8
"""Share of the weight of the shorter sentence's words that the longer must have."""
FEWEST, PLAIN, NAMES = 4, 2, 3
"""Words that both must have, the article's title counted as one; how many of them are no names, and how many names
make up for one of those."""
UNNAMED = 6
"""Words that both must have where no name binds them."""
BESIDE = 0.5
"""Share of the weight of the words beside one figure that must stand near the other."""
EARLY = 8
"""Characters in which a sentence opens with a date: "On"."""
REACH = 150
"""Characters of the clause that follows such a date."""
_BREAK = lazy(r"[;:—()]|, (?:and|which|who|whose|where|while|but|with|when)\b")


def contained(first: Statement, second: Statement, weigh: Weigh) -> bool:
    """True where one sentence says nothing beside its figure that the other does not say beside its own."""
    shorter, longer = sorted((first, second), key=lambda told: weigh(told.telling.words))
    both = shorter.telling.words.keys() & longer.telling.words.keys()
    if weigh(both) < WHOLE * weigh(shorter.telling.words) or not _enough(shorter, longer, both):
        return False
    return (
        not shorter.telling.names - longer.telling.words.keys()
        and not _again(shorter)
        and _same_place(first, second)
        and _beside(shorter, longer, weigh)
        and _owner_named(shorter, longer)
        and all(certain(told.claim) for told in (first, second))
        and not counts_apart(first.claim, second.claim)
        and not ordered_apart(first, second)
        and not of_several(first, second)
        and not told_apart(first, second)
        and not of_relative(first.claim, second.claim)
        and not of_other_matter(first.claim, second.claim)
        and not placed_apart(first.claim, second.claim)
    )


def _enough(first: Statement, second: Statement, both: AbstractSet[str]) -> bool:
    """True where both share words enough, and a name or the title among them."""
    a, b = first.telling, second.telling
    about = bool(a.about and b.about)
    names = both & (a.names | b.names)
    plain = len(both) - len(names)
    one_event = first.claim.event is not None and first.claim.event == second.claim.event
    if len(both) + about < FEWEST or (plain < PLAIN and not (plain and (one_event or len(names) >= NAMES))):
        return False
    return about or bool(names) or len(both) >= UNNAMED


def _again(statement: Statement) -> bool:
    """True for the date of what happens again and again: "won the elections in 2013"."""
    return statement.claim.when is not None and not recurring().isdisjoint(_near(statement))


def _same_place(first: Statement, second: Statement) -> bool:
    """False for sections of one kind, each of something else ("Version 1803", "Version 1903", "Men", "Women") unless
    both sentences open with one owner; and for the date of a picture."""
    a, b = first.claim.passage, second.claim.passage
    if first.claim.when and "caption" in (a.context, b.context):
        return False
    ours, theirs = a.section, b.section
    if ours == theirs or not ours or not theirs:
        return True
    if opens_with_owner(first) and opens_with_owner(second) and owner(first.claim) == owner(second.claim):
        return True
    return not siblings(first.claim, second.claim)


def _beside(shorter: Statement, longer: Statement, weigh: Weigh) -> bool:
    """True where the words beside the two figures are the same, and nobody else is named among those of the longer."""
    ours, theirs = _near(shorter), _near(longer)
    less = min(weigh(ours), weigh(theirs))
    if not ours & theirs or weigh(ours & theirs) < BESIDE * less:
        return False
    # "Two mounts of Vickers guns" against "ten mounts of Hotchkiss guns, which replaced the Vickers".
    away = shorter.claim.when is None and (shorter.clause & shorter.telling.names) - theirs
    if away and longer.telling.names - shorter.telling.words.keys():
        return False
    return not _others_between(longer, shorter.telling.words.keys(), theirs)


def _others_between(longer: Statement, shared: AbstractSet[str], near: frozenset[str]) -> bool:
    """True where a name of its own stands before the last of the shared words beside the figure."""
    places = [(place, word) for place, word in longer.telling.nearby.places if word in near]
    last = max((place for place, word in places if word in shared), default=0)
    zone = longer.clause if not _opens(longer.claim) else near
    return any(word in longer.telling.names - shared and word in zone for place, word in places if place < last)


def _near(statement: Statement) -> frozenset[str]:
    """The words beside the figure; of a date that opens its sentence, those of the clause that follows."""
    claim = statement.claim
    if not _opens(claim):
        return statement.clause | statement.beside
    text, end = claim.passage.text, min(claim.sentence.end, claim.visible.end + REACH)
    cut = _BREAK.search(text, claim.visible.end + 2, end)
    found = map(canonical, words_of(text[claim.visible.end : cut.start() if cut else end]))
    return frozenset(found) & statement.telling.words.keys()


def _opens(claim: Claim) -> bool:
    return claim.when is not None and claim.lead - claim.sentence.start < EARLY


def _owner_named(shorter: Statement, longer: Statement) -> bool:
    """True where the longer names the owner of the shorter's figure and gives its own to nobody else of a name."""
    who, of = shorter.claim.subject, longer.claim.subject
    if who is not None and not named_in(who, shorter.telling, longer.telling):
        return False
    if who is None or of is None or not of.text[:1].isupper() or who.text == of.text:
        return True
    if of.text.startswith((f"{who.text}'s ", f"{who.text}’s ")):
        return False
    told = longer.claim.passage.text[longer.claim.sentence.start : longer.claim.lead]
    if told.rfind(who.text) > told.find(of.text) + len(of.text):
        return True
    # "Dalton" for "John Dalton", not "History Museum" for "Natural History Museum".
    lastly = of.text.rpartition(" ")[2] == who.text
    theirs = frozenset(map(canonical, words_of(of.text))) - {""}
    return lastly or theirs <= shorter.telling.words.keys() | shorter.telling.title


@cache
def recurring() -> frozenset[str]:
    """The stems of data/checks/recurring.txt."""
    return frozenset(map(canonical, phrases("recurring"))) - {""}
