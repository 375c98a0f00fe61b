"""What sets two tellings apart that look like one fact: another time, source, place, scope or part."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from claimcheck.checks.facts.of_events import contrasting, events_apart, sayers
from claimcheck.checks.facts.read import Fact
from claimcheck.checks.facts.subjects import subjects_apart
from claimcheck.checks.matching.apart import contrasts, scoped
from claimcheck.checks.matching.elsewhere import clause_of, siblings
from claimcheck.checks.matching.outright import changed, denied, outright
from claimcheck.checks.matching.owners import brief
from claimcheck.checks.matching.restatements import restatements
from claimcheck.checks.matching.subject import names_relative
from claimcheck.checks.matching.tellings import Statement, canonical, statements
from claimcheck.checks.matching.where import places_apart, where
from claimcheck.checks.matching.words import words_of
from claimcheck.checks.view import View, once
from claimcheck.patterns import lazy

_GIVEN = lazy(
    r"\b(?:gives?|gave|giving) (?:his|her|its|the|an?) [^,;.]{0,40} as\b|"
    r"\b(?:regard|consider|treat|cite|claim)(?:s|ed)? [^,;.]{1,30} (?:as|to be)\b|"
    r"\b(?:some|other|several|various|many|most|early|later|few) (?:sources|authors|historians|scholars|"
    r"writers|accounts|books|records|documents)\b|"
    r"\b(?:allegedly|reputedly|purportedly|supposedly|probably|possibly|perhaps|traditionally|disputed|uncertain|"
    r"variously|erroneously|mistakenly|incorrectly|wrongly|legend|tradition|conflicting|reportedly|rumou?red)\b|"
    r"\bit (?:was|is|has been) (?:reported|claimed|said)\b",
    re.IGNORECASE,
)
_OFFICIALLY = lazy(r"\b(?:officially|formally)\b", re.IGNORECASE)
_AGAIN = lazy(
    r"\b(?:again|anew|merged|dissolved|disbanded|predecessors?|re-?(?:founded|established|formed|opened|built|launched|"
    r"constituted|organi[sz]ed|stored))\b",
    re.IGNORECASE,
)
_NEAR = 250
"""Characters behind a sentence in which it may be told that something began anew."""
_OPENS = lazy(
    r"\W*(?:[A-Z][a-z]+ly|Then|Now|Later|Today|Again|Next|First|Second|In the end|At (?:first|last))\b|"
    r"\W*The (?:last|first|second|third|next|previous|final|other|new|old|earlier|later) [a-z]+|"
    r"\W*(?:In|At|On|During|For|By|Under|Among|Before|After|As) [^,]{1,60},|"
    r"\W*(?:In|At|On|During|For|By|After) (?:an?|the|his|her|its|their) (?:first|second|third|new|later|earlier|"
    r"previous|next|last|final|separate|other|old) [a-z]+\b"
)
_CHANGE = lazy(r"\b(?:rose|climbed|swelled|cut|fell|brought)\b", re.IGNORECASE)
_BEGAN_WITH = lazy(
    r"\b(?:opened|began|started|founded|launched|established|built|formed|inaugurated|completed)\b[^;.]{0,60}"
    r" with(?: a| an| some| just| only)?(?: [a-z]+){0,2}(?: of| for)? \Z|"
    r"\bwhen (?:it|they|he|she|the [a-z]+) (?:was |were )?(?:(?:first )?opened|began|started|founded|created|"
    r"launched|established|built)\b",
    re.IGNORECASE,
)
_FURTHER = lazy(r"\b(?:by|and|but|who|when|with)\b")
_FOR = lazy(r"[^,;.]{0,30}? for ((?!his|her|the|life)[a-z]+)")


def apart(first: Fact, second: Fact, view: View) -> str:
    """Why the two are not told of one thing at one time, as far as their sentences say; "" where nothing says so."""
    if first.kind.varies and not _one_time(first, second, view):
        return "other times"
    if first.kind.varies and _then_and_now(first, second, view):
        return "now and then"
    if first.kind.varies and _at_first(first) != _at_first(second):
        return "at its beginning"
    if first.claim.role == "additional" or second.claim.role == "additional":
        return "an addition"
    if first.kind.whose == "event" and (why := events_apart(first, second, view)):
        return why
    if siblings(first.claim, second.claim):
        return "sections of one kind"
    if _of_relative(first) != _of_relative(second):
        return "a relative"
    one, other = _statement(first, view), _statement(second, view)
    if one is None or other is None:
        return "a sentence that cannot be read"
    if why := subjects_apart(first, second, view):
        return why
    if first.kind.whose == "key" and sayers(first) != sayers(second) and sayers(first) and sayers(second):
        return "other sayers"
    guards = _EVENT if first.kind.whose == "event" else _ONCE if first.kind.unique else _ALL
    return next((why for why, guard in guards.items() if guard(first, second, one, other)), "")


def apart_from_box(fact: Fact, view: View) -> str:
    """Why a sentence does not tell what an infobox tells of the whole; "" where nothing says so."""
    one = _statement(fact, view)
    if one is None:
        return "a sentence that cannot be read"
    claim = fact.claim
    if claim.role is not None or claim.attribution or claim.qualifiers:
        return "a part, or somebody's figure"
    if _contrasting(fact, one):
        return "words of contrast"
    if scoped(claim) or not outright(one, one) or denied(claim) or changed(claim):
        return "not told outright"
    if where(one).names - one.telling.title:
        return "of one place"
    if claim.when is not None and _AGAIN.search(claim.passage.text, claim.sentence.start, claim.sentence.end + _NEAR):
        return "anew"
    if fact.kind.varies or (claim.when is None and claim.time is not None and not fact.kind.unique):
        return "at one time"
    return ""


def _of_relative(fact: Fact) -> bool:
    """True where the clause speaks of a relative, and not as the fact itself does: "had two sons"; a life in brackets
    is of the name before them."""
    if "(" in fact.told or names_relative(fact.told):
        return False
    clause, figure = clause_of(fact.claim), fact.claim.visible
    before, shown, behind = clause.partition(fact.claim.passage.text[figure.start : figure.end])
    # "In 1962 by two brothers" and "in 1962 and her niece" say nothing of whose the fact is.
    return names_relative(before + shown + _FURTHER.split(behind, maxsplit=1)[0])


def _one_time(first: Fact, second: Fact, view: View) -> bool:
    """True where both are told of one time; a text of a few sentences need not tell it twice."""
    a, b = first.claim.time, second.claim.time
    if a is None or b is None:
        return a is b or brief(view)
    return a.meets(b)


def _then_and_now(first: Fact, second: Fact, view: View) -> bool:
    """True for "had 600 seats" and "has 400 seats", unless both say when or hardly anything else is said."""
    times = [fact.claim.time for fact in (first, second) if fact.claim.time is not None]
    if _past(first) == _past(second) or (brief(view) and not times):
        return False
    return len(times) < 2


def _at_first(fact: Fact) -> bool:
    """True for "was opened in 1904 with 90 rooms"."""
    claim = fact.claim
    return _BEGAN_WITH.search(claim.passage.text, claim.sentence.start, claim.lead) is not None


def _past(fact: Fact) -> bool:
    """True where the last verb before the figure is of the past: "had 600 seats", "fell to 9,459"."""
    claim = fact.claim
    before = claim.passage.text[claim.sentence.start : claim.lead]
    return any(verb["past"] is not None for verb in list(_TENSE.finditer(before))[-1:])


def _sources(first: Fact, second: Fact, *_: Statement) -> bool:
    return first.claim.attribution != second.claim.attribution


def _qualified(first: Fact, second: Fact, *_: Statement) -> bool:
    ours, theirs = (
        set(fact.claim.qualifiers) - fact.kind.implied - set(fact.told.lower().split()) for fact in (first, second)
    )
    return ours != theirs


def _told_by_somebody(first: Fact, second: Fact, *_: Statement) -> bool:
    """True where one is what a source gives, or not sure: "other sources give 1725 as his year of birth"."""
    return (_GIVEN.search(first.sentence.text) is None) != (_GIVEN.search(second.sentence.text) is None)


def _times(first: Fact, second: Fact, *_: Statement) -> bool:
    a, b = first.claim, second.claim
    if a.when is not None or not (a.time and b.time):
        return False
    return not a.time.meets(b.time)


def _contrasted(first: Fact, second: Fact, one: Statement, other: Statement) -> bool:
    """True for a word of contrast that only one has, other than in what tells the fact itself."""
    return bool(_contrasting(first, one) - other.telling.words.keys() - _told(second)) or bool(
        _contrasting(second, other) - one.telling.words.keys() - _told(first)
    )


def _contrasting(fact: Fact, statement: Statement) -> frozenset[str]:
    telling = statement.telling
    if fact.kind.whose == "event":
        found = statement.clause | telling.opening | telling.nearby.leading
    else:
        # What its subject is called, "the former minister", and what follows say nothing of the fact itself.
        found = fact.near | _opening(fact)
    words = (found & contrasts()) - telling.names - telling.title - _told(fact)
    return words - _behind(fact) if words and fact.kind.unique else words


def _opening(fact: Fact) -> frozenset[str]:
    """The stems of an opening that says when or where: "Originally", "In the second half,"."""
    found = _OPENS.match(fact.sentence.text)
    return frozenset(map(canonical, words_of(found[0]))) if found else frozenset()


def _behind(fact: Fact) -> frozenset[str]:
    """Words of a clause behind the figure only, "in 1905, when the first tourists came"."""
    text, at = fact.claim.passage.text, fact.claim.sentence
    clause = _SUBORDINATE.search(text, fact.claim.visible.end, at.end)
    if clause is None:
        return frozenset()
    rest = frozenset(map(canonical, words_of(text[at.start : clause.start()])))
    return frozenset(map(canonical, words_of(text[clause.start() : at.end]))) - rest


def _told(fact: Fact) -> frozenset[str]:
    """The words that tell it; "officially opened" is not when it was opened."""
    return frozenset(map(canonical, words_of(_OFFICIALLY.sub("", fact.told))))


def _scopes(first: Fact, second: Fact, *_: Statement) -> bool:
    reach = _NEAR if first.kind.unique else None
    return scoped(first.claim, reach) != scoped(second.claim, reach)


def _not_outright(first: Fact, second: Fact, one: Statement, other: Statement) -> bool:
    if "(" in first.told or "(" in second.told:
        return False  # "Ada Kern (1910–1948)": a life in brackets is no item of a list
    if _denied_in_telling(first) or _denied_in_telling(second):
        return False
    return not outright(one, other) or not outright(other, one)


def _denied_in_telling(fact: Fact) -> bool:
    """True where the word that denies is of the telling itself, "no longer than 2 cm", or of a period's end."""
    return denied(fact.claim) in set(f"{fact.told} {fact.claim.text}".lower().split())


def _inclusive(first: Fact, second: Fact, *_: Statement) -> bool:
    """True where only one says what is counted in: "when the spire is counted", "without its mast"."""
    return _included(first) != _included(second)


def _included(fact: Fact) -> bool:
    claim = fact.claim
    low, high = max(claim.sentence.start, claim.lead - _NEAR), min(claim.sentence.end, claim.visible.end + _NEAR)
    return _INCLUDED.search(claim.passage.text, low, high) is not None


def _staged(first: Fact, second: Fact, *_: Statement) -> bool:
    """True where only one is told of what stands beside, "the tower above it", or of a stage: "after the dam was built,
    it was"."""
    return _of_stage(first) != _of_stage(second)


def _of_stage(fact: Fact) -> bool:
    before = fact.claim.passage.text[fact.claim.sentence.start : fact.claim.lead]
    if _STAND_BESIDE.search(before):
        return True
    if fact.value.dimension in ("date", "length of time"):
        return False
    return _STAGE.match(before) is not None or (_AT_A_TIME.match(before) is not None and _past(fact))


def _planned(first: Fact, second: Fact, *_: Statement) -> bool:
    """True where one is told of what was only meant to be."""
    return _meant(first) or _meant(second)


def _meant(fact: Fact) -> bool:
    claim = fact.claim
    text, low = claim.passage.text, max(claim.sentence.start, claim.lead - _PLANS_NEAR)
    return _PLANS.search(text, low, claim.visible.end) is not None


def _in_places(first: Fact, second: Fact, one: Statement, other: Statement) -> bool:  # noqa: ARG001
    return places_apart(one, other)


def _on_days(first: Fact, second: Fact, one: Statement, other: Statement) -> bool:
    """True where both sentences have dates, or days, and share none."""
    if first.claim.when is not None or second.claim.when is not None:
        return False
    ours, theirs = one.telling.nearby.days, other.telling.nearby.days
    if ours and theirs and not ours & theirs:
        return True
    a, b = ([claim.when for claim in fact.sentence.claims if claim.when is not None] for fact in (first, second))
    return bool(a and b) and not any(x.meets(y) for x in a for y in b)


def _rising(first: Fact, second: Fact, *_: Statement) -> bool:
    return changed(first.claim) or changed(second.claim)


def _of_other_events(first: Fact, second: Fact, one: Statement, other: Statement) -> bool:  # noqa: ARG001
    return contrasting(first) != contrasting(second)


def _for_other_things(first: Fact, second: Fact, *_: Statement) -> bool:
    """True for "fined £300 for speeding" and "fined £50 for parking"."""
    ours, theirs = (_FOR.match(fact.sentence.after(fact.claim)) for fact in (first, second))
    return bool(ours and theirs and ours[1] != theirs[1])


def _event_rising(first: Fact, second: Fact, *_: Statement) -> bool:
    """True for "rose to 40 dead", unless that is the way in which the fact is told: "the river rose to five metres"."""
    return any(changed(fact.claim) and not _CHANGE.search(fact.told) for fact in (first, second))


def _event_qualified(first: Fact, second: Fact, *_: Statement) -> bool:
    return set(first.claim.qualifiers) - {"total"} != set(second.claim.qualifiers) - {"total"}


_SUBORDINATE = lazy(
    r",? (?:when|while|because|since|which|who|whose|where|so that|and (?:its|the|was|is|has)|"
    r"(?:is|are|was|were) (?:first|last|then))\b"
)
_PLANS = lazy(
    r"\b(?:plan(?:s|ned|ning)?|envisi\w+|envisag\w+|hop(?:e|ed|ing)|propos\w+|intend\w*|intention\w*|expect\w*|"
    r"scheduled|due to|(?:was|were) to|aim(?:s|ed|ing)?|projected|conceived|announced|suppos\w+|want(?:s|ed)?|"
    r"originally|initially|estimates?)\b",
    re.IGNORECASE,
)
_INCLUDED = lazy(
    r"\b(?:count(?:ed|ing)|includ(?:ed|ing)|exclud(?:ed|ing)|without (?:the|its)|with(?: all)? (?:its|the) (?:antenna|"
    r"mast|spire|pedestal|base|flagpole|islets|skerries|suburbs|appendix|approaches|approach)\w*|taken together|"
    r"at (?:high|low|spring|neap|full) (?:tide|water)|(?:when|if|while) (?:it is |they are |fully )?(?:full|empty|"
    r"flooded|loaded|open|closed|retracted|extended|folded)|"
    r"in (?:the )?(?:dry|rainy|wet|summer|winter) (?:season|months)|"
    r"(?:fully )?(?:loaded|laden)|unladen|unloaded)"
    r"\b",
    re.IGNORECASE,
)
_STAND_BESIDE = lazy(
    r"\b(?:above|beside|behind|next to|near|off|opposite|below|beneath|in front of|adjoining|around|facing)"
    r" (?:it|its [a-z]+|them)[, ]|\bof (?:the|that) same name\b|\bnamesake\b",
    re.IGNORECASE,
)
_AT_A_TIME = lazy(r"\W*(?:In|Before|Until|Up to|Around|During) (?:the )?\S*\d{4}s?,? (?:it|its|the [a-z]+) ")
_STAGE = lazy(r"\W*(?:After|Before|Until|Once|When) (?:the|its|it|a|an|this) [^,]{1,60}, ")
_NEAR = 60
_PLANS_NEAR = 90
_TENSE = lazy(
    r"\b(?:(?:is|are|been)(?: \w+)? \w+ed|(?:is|are|has|have|can|now|today|remains?|includes?|"
    r"contains?|holds?|seats?|counts?|numbers?)|"
    r"(?P<past>was|were|had|could|fell|rose|grew|held|took|used to|[a-z]{3,}ed))\b"
)
Guard = Callable[[Fact, Fact, Statement, Statement], bool]
_ONCE: Mapping[str, Guard] = {
    "other sources": _sources,
    "what a source gives": _told_by_somebody,
    "other qualifiers": _qualified,
    "words of contrast": _contrasted,
    "another scope": _scopes,
    "not told outright": _not_outright,
    "a plan": _planned,
    "something counted in": _inclusive,
    "something beside, or another stage": _staged,
}
"""Asked of what can have but one value."""
_ALL: Mapping[str, Guard] = {
    **_ONCE,
    "other times": _times,
    "other places": _in_places,
    "other days": _on_days,
    "a change": _rising,
    "for other things": _for_other_things,
}


_NOT_OF_EVENTS = (_contrasted, _in_places, _rising, _qualified)
_EVENT: Mapping[str, Guard] = {
    **{why: guard for why, guard in _ALL.items() if guard not in _NOT_OF_EVENTS},
    "other qualifiers": _event_qualified,
    "a change": _event_rising,
    "words of other events": _of_other_events,
}
"""Asked of what is told of an event, whose parts `events_apart` tells."""


def _statement(fact: Fact, view: View) -> Statement | None:
    return _statements(view).get(id(fact.claim))


@once
def _statements(view: View) -> dict[int, Statement]:
    return {id(found.claim): found for telling in restatements(view).tellings for found in statements(telling)}
