"""Two sentences that say the same beside a figure: the lead and the body, which it sums up, or one thing told twice."""

from __future__ import annotations

import msgspec

from claimcheck.checks.lexicon import pattern
from claimcheck.checks.matching.apart import contrasts, named_apart, told_apart
from claimcheck.checks.matching.counted import noun
from claimcheck.checks.matching.elsewhere import of_other_matter, of_relative
from claimcheck.checks.matching.evidence import other_figures
from claimcheck.checks.matching.rivals import accord, comparable
from claimcheck.checks.matching.tellings import Statement, Telling, canonical, statements
from claimcheck.checks.matching.words import Weigh, stems, words_of
from claimcheck.claims.grammar import grammar
from claimcheck.claims.model import Claim
from claimcheck.patterns import lazy


class Asked(msgspec.Struct, frozen=True):
    """What two sentences must share to be one statement."""

    said: float
    """Share of the weight of the words in a figure's clause that the other sentence must have."""
    covered: float
    """Share of the weight of all words of the shorter sentence."""
    words: int
    """Words that both have."""
    plain: int
    """How many of them are no names: sentences that share names only speak of one person, not of one fact."""


SUMMARY, REPEAT, ELSEWHERE = Asked(0.5, 0.5, 3, 1), Asked(0.7, 0.6, 4, 2), Asked(0.7, 0.6, 3, 2)
"""Asked of lead and body, for a lead tells again what the body tells; of two sentences of one section, which rather
tell on; of two sections of the body, which must name their owner besides, for each may speak of something else."""
UNBOUND = 6
"""Words that must be shared where no owner and no name binds two sentences of the body."""
BEFORE = 60
"""Characters before a figure in which an ordinal belongs to it."""
OPENING = 40
"""Characters in which a sentence names the one of whom it tells, behind "In 1990,"."""
_NEXT = lazy(r"\s+([^\W\d_]+)")


def says_the_same(first: Statement, second: Statement, weigh: Weigh) -> bool:
    """True where two figures of sentences that are alike stand in one statement; whether they agree is not asked."""
    asked = _asked(first.claim, second.claim)
    return (
        _repeated(first, second, weigh, asked)
        and _repeated(second, first, weigh, asked)
        and certain(first.claim)
        and certain(second.claim)
        and not counts_apart(first.claim, second.claim)
        and not _names_apart(first, second)
        and not ordered_apart(first, second)
        and not of_several(first, second)
        and not told_apart(first, second)
        and not of_relative(first.claim, second.claim)
        and not of_other_matter(first.claim, second.claim)
        and (asked is SUMMARY or (not _each_named(first.telling, second.telling) and _bound(first, second, asked)))
    )


def _asked(first: Claim, second: Claim) -> Asked:
    places = {first.passage.context, second.passage.context}
    ours, theirs = first.passage.section, second.passage.section
    # Of plain text with headings, what stands above the first of them is the lead.
    if ("lead" in places and len(places) > 1) or bool(ours) != bool(theirs):
        return SUMMARY
    return ELSEWHERE if ours != theirs else REPEAT


def alike(first: Telling, second: Telling, weigh: Weigh) -> bool:
    """True for two sentences of which the shorter says little that the longer does not."""
    asked = _asked(first.claims[0], second.claims[0])
    both = first.words.keys() & second.words.keys()
    if len(both) < asked.words or len(both - first.names - second.names) < asked.plain:
        return False
    return weigh(both) >= asked.covered * min(weigh(first.words), weigh(second.words))


def _repeated(statement: Statement, other: Statement, weigh: Weigh, asked: Asked) -> bool:
    """True where what stands beside the figure is said in the other sentence as well."""
    clause, words = statement.clause, other.telling.words.keys()
    return bool(clause) and weigh(clause & words) >= asked.said * weigh(clause)


def certain(claim: Claim) -> bool:
    """True for a figure that says of itself what it is of: not "of which 75 %", not one that explains another in
    brackets, not a date that leans on another or names something ("the 2011 census"), nothing "at the time"."""
    text, at = claim.passage.text, claim.sentence
    if claim.role in ("part", "by") or claim.quoted or text[: claim.lead].endswith("("):
        return False
    if pattern("leaning_times").search(text, at.start, at.end):
        return False
    return claim.when is None or (claim.anchor is None and claim.form == "single" and not _describes(claim))


def _describes(claim: Claim) -> bool:
    """True for the date of "the 2011 census", "2008 elections": a noun follows, which it tells apart from others."""
    text, known = claim.passage.text, grammar()
    behind = _NEXT.match(text, claim.visible.end)
    if behind is None:
        return False
    word = behind[1].lower()
    if word.endswith(("ed", "ly")) or word in known.determiners | known.past | known.finite | known.adverbs:
        return False
    if word in known.prepositions | known.coordinators | known.relatives | known.subordinators:
        return False
    before = text[: claim.lead].rstrip().rpartition(" ")[2].lower()
    return before not in ("in", "on", "since", "by", "until", "from", "around", "of")


def counts_apart(first: Claim, second: Claim) -> bool:
    """True for counts of which one does not say what it counts, or for "one of the five"."""
    if first.when is not None or first.unit:
        return False
    values = [claim.amount.value for claim in (first, second) if claim.amount]
    return not (noun(first) and noun(first) == noun(second)) or 1 in values


def _names_apart(first: Statement, second: Statement) -> bool:
    """True where one belongs to somebody whom the other does not name, or each clause has names of its own."""
    if named_apart(first, second):
        return True
    names_a, names_b = first.clause & first.telling.names, second.clause & second.telling.names
    if names_a - second.telling.words.keys() and names_b - first.telling.words.keys():
        return True
    # "Ten mounts of Hotchkiss guns, which replaced the Vickers" against "two mounts of Vickers guns".
    return first.claim.when is None and (_elsewhere(names_a, first, second) or _elsewhere(names_b, second, first))


def _elsewhere(names: frozenset[str], statement: Statement, other: Statement) -> bool:
    """True where names beside the one figure stand away from the other, whose sentence names somebody else."""
    return bool(names - other.beside - other.clause and other.telling.names - statement.telling.words.keys())


def ordered_apart(first: Statement, second: Statement) -> bool:
    """True for "the first round was held" against "the second round ballot, which was held"."""
    return bool(_order(first) - second.telling.words.keys() or _order(second) - first.telling.words.keys())


def _order(statement: Statement) -> frozenset[str]:
    """The words of contrast before the figure: "first", "second", "northern"."""
    claim = statement.claim
    before = claim.passage.text[max(claim.sentence.start, claim.lead - BEFORE) : claim.lead]
    return frozenset(map(canonical, words_of(before))) & contrasts()


def of_several(first: Statement, second: Statement) -> bool:
    """True where either sentence has other figures of the kind that the other does not bear out; its other dates are
    of other events."""
    ours, theirs = other_figures(first, second), other_figures(second, first)
    if ours["other figures differ"] or theirs["other figures differ"]:
        return True
    if first.claim.when is not None or ours["other figures agree"]:
        return False
    return _many(first) or _many(second)


def _many(statement: Statement) -> bool:
    telling: Telling = statement.telling
    others = (other for other in statements(telling) if other.claim is not statement.claim)
    # The same in another unit is no other figure.
    return any(comparable(other, statement) and accord(other.claim, statement.claim) != "equal" for other in others)


def _each_named(first: Telling, second: Telling) -> bool:
    """True where each sentence names somebody whom the other does not."""
    return bool(first.names - second.words.keys()) and bool(second.names - first.words.keys())


def _bound(first: Statement, second: Statement, asked: Asked) -> bool:
    """True where an owner makes sure that both speak of the same; in one section a name or so many words do, too."""
    a, b = first.telling, second.telling
    if opens_with_owner(first) and opens_with_owner(second) and owner(first.claim) == owner(second.claim):
        return True
    if asked is ELSEWHERE:
        return False
    return bool(a.names & b.names or (a.about and b.about)) or len(a.words.keys() & b.words.keys()) >= UNBOUND


def opens_with_owner(statement: Statement) -> bool:
    """True where the sentence opens with the owner of the figure, one whom a name tells apart, or with a pronoun."""
    whose, claim = owner(statement.claim), statement.claim
    if not whose or not (whose[0].isupper() or whose[0].isdigit()):
        return False
    before, found, _ = claim.passage.text[claim.sentence.start : claim.sentence.end].partition(whose)
    opened = before.lower().removesuffix("the ").rstrip(" \n")
    named = bool(found) and len(before) <= OPENING and opened[-1:] in ("", ",")
    return named or bool(stems(whose) & statement.telling.title)


def owner(claim: Claim) -> str:
    """The name of the figure's owner; "" where none is known."""
    return claim.subject.text if claim.subject else ""
