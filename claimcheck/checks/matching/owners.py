"""Whose a fact is: the article's subject by any of its names, or somebody or something else that the text names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import cached_property

from claimcheck.checks.lexicon import table
from claimcheck.checks.matching.subject import OWN_KIND, PEOPLE, names_relative, titles
from claimcheck.checks.view import View, once
from claimcheck.claims.clauses import first_subject
from claimcheck.claims.grammar import kinds
from claimcheck.claims.model import Claim
from claimcheck.claims.title import Title
from claimcheck.document.model import Passage
from claimcheck.document.sentences import sentences
from claimcheck.patterns import lazy
from claimcheck.source import Span

TOPIC = ""
"""The owner where it is the article's subject."""
BACK = 3
"""Sentences that a pronoun looks back over."""
DEEPEST = 50
"""Pronouns in a row that may each stand for what the one before stands for."""
PASSAGE = 4
"""Sentences with figures up to which a text is a passage."""
OPENING = 300
"""Characters in which a text says what it is about."""
_PRONOUN = lazy(r"(he|she|it|they|him|her|them|his|its|their)\b", re.IGNORECASE)
_OWN = lazy(r"\b(?:his|her|its|their)\b", re.IGNORECASE)
_OTHERS = {"he": ("she", "her"), "she": ("he", "his", "him"), "it": (), "they": ()}
"""Pronouns that cannot stand for who is otherwise called so."""
_RELATIVE = lazy(r"(?:who|which|whose|that)\b", re.IGNORECASE)
_PERSON = frozenset(("he", "she", "him", "her", "his"))
_BEHIND = lazy(r" (?:of|from|in|at|for|with|on|by|to) ")
_SHIPS = frozenset((
    "ship", "vessel", "steamer", "steamship", "boat", "lifeboat", "yacht", "ferry", "liner", "cruiser", "destroyer",
    "frigate", "submarine", "battleship", "schooner", "brig", "barque", "tanker", "trawler", "carrier", "corvette",
    "sloop", "clipper", "lightship", "tug", "warship", "galleon", "cutter", "minesweeper", "gunboat", "freighter",
))  # fmt: skip
_HE = lazy(r"\W*(?:He|She)\b")
_NUMERAL = lazy(r"[IVX]+\.?")
_PLURAL = frozenset(("they", "them", "their"))
SIDES = frozenset(("battle", "battles", "siege", "war", "skirmish", "engagement", "campaign"))
"""Events with sides, each of which has figures of its own."""
SHORT = 900
"""Characters of a short text."""
_IS = lazy(
    r"\b(?:is|was|are|were)\s+(?:an?|the|one of the)\s+((?:[\w'’-]+ ){0,6}?[\w'’-]+)"
    r"(?=[.,;(]| (?:in|of|on|at|by|from|for|with|that|which|who|founded|located|found|born)\b|$)"
)
_ROLE = lazy(
    r"\A(?:[Tt]he )?(?:(?!of |in |and |for |at |elder |younger |older |other |second |third |new |old |original )"
    r"[a-z][\w-]* ){1,3}(?=[A-ZÀ-Þ])"
)
"""What is put before a name: "the sculptor Ada Kern"."""
_ROLE_AT = lazy(r"[Tt]he (?:(?!of |in |and |for |at )[a-z][\w-]* ){1,3}(?=[A-ZÀ-Þ])")
_LIKENESS = lazy(r"(?:his|her|their) (?:statue|bust|portrait|tomb|grave|figure)\b", re.IGNORECASE)
"""What is made of people, and is not them."""
_GREETING = lazy(
    r"\W*(?:Sure|Certainly|Of course|Absolutely|Great question|Good question|Happy to|Glad|Thanks|Thank you|Hi|Hello|"
    r"OK|Okay|Yes|Here(?:['’]s| is| are)|Let me)\b"
)
"""How an answer to a question opens before it comes to its subject."""
_PROMISED = lazy(
    r"[^.?]{0,160}? (?:of|about|on|to) "
    r"((?:[Tt]he )?[A-ZÀ-Þ][\w'’-]*(?: (?:of |the |de )?[A-ZÀ-Þ][\w'’-]*){0,4})[.:!]"
)
"""The subject that such an opening names: "Here's what I know about the University of Ulm." """
_RELATED = lazy(r",? (?:which|who|whose)\b[^,;:()]*$")
"""The beginning of a relative clause in which a figure stands."""
_BRACKET = lazy(r"([A-ZÀ-Þ][\w'’.-]*(?: (?:of |the |de |von |van )*[A-ZÀ-Þ][\w'’.-]*)*)[,\"'”’ ]*\($")
_OPENER = lazy(
    r"\s*(?:[A-Z][a-z]+(?:ed|ing|wn|en)|Born|Made|Built|Cast|Set|Shot|Held|Founded|Sold|Left|Cut|At|With|In|On|After|"
    r"Before|By|For|From|During|Since|Of|Under|Among|Until|Over|Despite|When|While|As|Though|Although|Like)\b"
    r"[^,;:.]{3,120}, "
    r"(?=(?:the|a|an|its|his|her|their|it|he|she|they|this)\b|[A-ZÀ-Þ])(?!(?:and|or)\b)"
)
"""What a sentence opens with before its main clause."""
_INDEFINITE = lazy(r"An? ")
_ANOTHER = lazy(r"\W(?:an?|another|one|each|every|any|some) \Z")
_POSSESSIVE = lazy(r"\b(?:his|her|its|their) \Z", re.IGNORECASE)
_HAS = lazy(r"(?:\b(?:has|have|had|having)|\A\W*[Ww]ith|[,;] with) (?:an?|the) \Z")
_PREDICATE = lazy(r"(?:\b(?:is|was|are|were|as|remains|became)|,) (?:now )?an? \Z")
_VERBAL = lazy(
    r" (?:struck|hit|led|left|met|made|held|built|sold|begun|premiered|debuted|opened|closed)\b.*", re.DOTALL
)
"""Past forms that may be participles: what goes before them names the owner."""
_OPENS = lazy(r"\W*((?:The |A |An )?(?:[\w’'-]+ ){0,5}?[\w’'-]+) (?:[a-z]{2,}(?<!s)s|lay|weigh|[a-z]+ed) ")
"""What a text speaks of whose first verb is not known."""
_OF_KIND = lazy(r" (?:of|on|at) (?:the|this) ([\w-]+)\Z")
_NEXT = lazy(r",? [a-z]")
_OF_FIGURE = lazy(r" (?:of|with|at) (?!1\d\d\d\b|20\d\d\b)\S*\d.*")
_OWNED = lazy(r"(?:his|her|its|their) ", re.IGNORECASE)
_NUMBER = r"(?:(?:[a-z]+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:-\w+)?|\S*\d\S*)"
_PART = lazy(
    rf"(?:(?:his|her|its|their|the|an?|this|these|those|such|each|every|one|all|both|newly|fully) )*(?:{_NUMBER} )?",
    re.IGNORECASE,
)
_BASE = lazy(
    r" (?:hatch|lay|bear|live|weigh|measure|reach|grow|produce|raise|carry|give|span|drop|houses|holds|seats|hosts|"
    r"runs)\Z"
)
"""Verbs that are taken for nouns behind one."""
_BEFORE_FIGURE = lazy(r" (?:[a-z]+ed|weigh|measure|reach|grow|lay|bear|live|have|hold|carry|seat) \d.*", re.DOTALL)
"""A verb that is not known and its figure, "Adult dogs weigh 9"."""
_TIME = lazy(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b ?)?(?:\d{4})?\Z"
)
_VERBS = r"(?:[a-z]+s|lay|bear|live|weigh|measure|reach|grow|ran|give|span|consist|contain|have|drop|lived|produce)\b"
_VERB = lazy(rf" {_VERBS}")
_SUBJECT = lazy(rf"(?:(?:[Tt]he|[Tt]his|[Ii]ts|[Aa]ll|An?|an?) )?(?:\S*\d\S* )?([\w-]+) {_VERBS}")
_JOINTS = lazy(r"\b(?:the|of|at)\b|['’]s?(?!\w)")
_NAMED = lazy(r"[A-ZÀ-Þ]")
_ARTICLE = lazy(r"\A(?:the|this|that|these)\s+", re.IGNORECASE)
_YEAR = lazy(r"\A\d{4} (?=\w)")
"""The year that titles of events begin with."""
_TITLE = lazy(
    r"\A(?:[Tt]he )?(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|St)\.? |(?:Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Emperor|"
    r"Empress|Tsar|Pope|Bishop|Archbishop|Cardinal|Abbot|Father|Saint|Professor|Doctor|President|Chancellor|Senator|Governor|"
    r"Mayor|Minister|Judge|Justice|Captain|Major|Colonel|General|Admiral|Commander|Lieutenant|Sergeant|Duke|Count|"
    r"Earl|Baron|Countess|Duchess) ){1,2}(?=[A-ZÀ-Þ])"
)
_NO_NAMES = frozenset((
    "There", "Here", "This", "That", "These", "Those", "One", "Both", "Each", "All", "Another", "Other", "Others",
    "Some", "Many", "Most", "Several", "Few", "None", "What", "Who", "Which", "Such", "Everyone", "Nobody", "Two",
    "Three", "Four", "Five", "First", "Second", "Third",
))  # fmt: skip
"""Words with which sentences begin, and which name nobody."""
_OPENING_PRONOUN = lazy(r"\W*([Hh]e|[Ss]he|[Ii]t|[Tt]hey) [a-z]")
_NAMED_SUBJECT = lazy(r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){1,3}(?= [a-z]+(?:s|ed) )")
"""A name of several words before what is likely a verb."""
_ORGANISATIONS = frozenset((
    "firm", "business", "bank", "airline", "brewery", "choir", "orchestra", "quartet", "charity", "association",
    "society", "party", "union", "federation", "newspaper", "magazine", "agency", "institute", "academy", "hospital",
))  # fmt: skip
_OPENING_NOUN = lazy(r"\W*(?:[Tt]he|[Tt]his) ([a-z]+) [a-z]")
_AFTER_OPENING = lazy(
    r"\W*(?:In|On|At|After|By|Since|During|Set|Founded|Formed|Established|Born|Launched)\b[^;:.]{1,90}?, "
    r"((?:the [a-z]+|he|she|it|they|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3}))(?= [a-z])"
)
_OPENING_NAME = lazy(
    r"\W*(?:The (?:[a-z-]+ ){1,3})?"
    r"((?:The )?[A-ZÀ-Þ][\w'’.-]*(?: (?:(?:of|de|von|van) )?[A-ZÀ-Þ][\w'’.-]*){0,4})(?=,| [a-z(])"
)
"""The name with which a text begins, where its sentence is not understood."""


class Owners:
    """Tells the owners of facts in one article."""

    def __init__(self, view: View) -> None:
        self._document = view.document
        self._title = Title(view.document)
        self._bounds: dict[int, list[Span]] = {}
        self._depth = 0
        self._resolved: dict[tuple[int, int, re.Pattern[str] | None], str | None] = {}

    @property
    def titled(self) -> bool:
        """True for an article of a title; what a text without one is about is less sure."""
        return self._document.title is not None

    @cached_property
    def topic(self) -> str:
        """The title; of a text without one, what its first sentence speaks of."""
        if self._document.title or self._opening is None:
            return self._document.title or ""
        text = self._opening.text
        if promised := _PROMISED.match(text, 0, self._first.start):
            return promised[1]
        span = first_subject(text, self._first)
        if span:
            phrase = _VERBAL.sub("", text[span.start : span.end])
            return "" if _OWNED.match(phrase) else phrase
        start = self._first.start
        found = _OPENING_NAME.match(text, start, start + OPENING) or _OPENS.match(text, start, start + OPENING)
        return found[1] if found else ""

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Nouns that say what the article's subject is."""
        # Of "the piers of the bridge" it is the piers.
        head = self.topic if self.named_topic else _BEHIND.split(self.topic, maxsplit=1)[0]
        found = self._told | set(re.findall(r"\w+", head.lower()))
        also = table("facts/also_called")
        return frozenset(found) | {word for kind in found for word in (*kinds().get(kind, ()), *also.get(kind, ()))}

    @property
    def described(self) -> bool:
        """True where the first sentence says what the subject is."""
        return bool(self._told)

    @cached_property
    def _told(self) -> frozenset[str]:
        """Nouns by which the first sentence says so."""
        if known := self._title.kinds:
            return known
        if self._opening is None:
            return frozenset()
        told = _IS.search(self._opening.text, 0, min(OPENING, self._first.end))
        return frozenset(told[1].lower().split()) if told else frozenset()

    @cached_property
    def _first(self) -> Span:
        """The first sentence of the opening."""
        text = self._opening.text if self._opening else ""
        told = (span for span in sentences(text)[:3] if self.titled or not _GREETING.match(text, span.start))
        return next(told, Span(0, len(text)))

    @cached_property
    def _kindless(self) -> bool:
        """True for a text without a title that does not say what its subject is."""
        return not self.titled and not self.kinds - set(re.findall(r"\w+", self.topic.lower()))

    @cached_property
    def _known(self) -> bool:
        """True where it is known of which common kind the subject is: for an album, "the single" is another."""
        return any(re.fullmatch(OWN_KIND, kind) for kind in self.kinds)

    def about(self, nouns: Collection[str], *, event: bool) -> bool:
        """True where the article's subject is of such a kind; a text without a title may open with an event."""
        if event and SIDES.isdisjoint(nouns) and not SIDES.isdisjoint(self.kinds | self._opening_words):
            return False
        if not self.kinds.isdisjoint(nouns):
            return True
        if self.titled:
            return not event and not self.described
        return not event or self.short or not self._opening_words.isdisjoint(nouns)

    @cached_property
    def short(self) -> bool:
        """True for a text without a title of so few words that it tells of one thing."""
        return not self.titled and self._brief

    @cached_property
    def _brief(self) -> bool:
        return sum(len(passage.text) for passage in self._document.passages) < SHORT

    @cached_property
    def _opening_words(self) -> frozenset[str]:
        """The words of a headline and of the sentence after it."""
        texts = [p.text for p in self._document.passages if p.context in ("lead", "prose") and p.text.strip()][:2]
        firsts = (
            text[span.start : span.end] for text in texts for span in (next(iter(sentences(text)), Span(0, len(text))),)
        )
        return frozenset(word for first in firsts for word in re.findall(r"[\w-]+", first.lower()))

    def named(self, name: str) -> str:
        """A name as owners are compared: "Swabians" and "Swabian" are one."""
        plain = re.sub(r"(?:'s|’s|s['’])\Z", "", name.removeprefix("The "))
        return plain if len(plain) < 5 or plain.endswith("ss") else plain.removesuffix("s")

    @cached_property
    def _opening(self) -> Passage | None:
        return next((p for p in self._document.passages if p.context in ("lead", "prose") and p.text.strip()), None)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """Matches a name of the article's subject."""
        plain = _YEAR.sub("", _ARTICLE.sub("", self.topic))
        forms = [*titles(plain), *(() if self.titled else _shorter(plain))] if plain else [r"(?!)"]
        name, _, kind = plain.rpartition(" ")
        if name and kind in self.kinds:  # "the Alder instrument" for "the Alder telescope"
            forms.append(rf"{re.escape(name)} (?:{'|'.join(map(re.escape, sorted(self.kinds)))})")
        return re.compile(rf"(?:[Tt]he )?(?<!\w)(?:\d{{4}} )?(?:{'|'.join(forms)})(?!\w)")

    def of(self, claim: Claim, parts: re.Pattern[str] | None = None) -> str | None:
        """TOPIC, the name of another owner, or None where that cannot be told.

        `parts` are the nouns of what may stand for its owner, "the mirror" for the telescope; "its tower" stands for
        none of another noun. None leaves any part to who owns it.
        """
        text, at = claim.passage.text, claim.sentence
        before = text[at.start : claim.lead]
        if (opened := before.rfind("(")) > before.rfind(")"):
            # "Ada Kern (born 1931)", "their sons Jon and Per (born 1960)"
            named = _BRACKET.search(before, 0, opened + 1)
            return self._of_phrase(named[1], text, at, parts) if named else None
        if self._of_somebody(text, at):
            return None
        related = _RELATED.search(before)
        if related is not None:
            # "The bridge, which was opened in", but not "It joined the League, which was founded in"
            return self._of_antecedent(text, at, at.start + related.start(), parts)
        if clause := self._behind_semicolon(text, at, claim):
            return self._of_phrase(clause, text, at, parts)
        if claim.subject is not None and not _TIME.match(claim.subject.text) and not _fronted(claim):
            if parts is not None and (odd := _odd(claim)):
                return self._of_sentence(text, at, parts) if odd == "owned" else None
            return self._of_phrase(claim.subject.text, text, at, parts)
        return self._of_sentence(text, at, parts)

    def _behind_semicolon(self, text: str, sentence: Span, claim: Claim) -> str | None:
        """The subject of a clause of its own, "; the eldest, Per, was born in", where the figure has not got it."""
        start = text.rfind("; ", sentence.start, claim.lead)
        if start < 0 or (claim.subject is not None and claim.subject.text in text[start : claim.visible.end]):
            return None
        span = first_subject(text, Span(start + 2, sentence.end))
        if span is None or span.start >= claim.lead:
            return None
        phrase = text[span.start : span.end]
        return None if _PRONOUN.match(phrase) else phrase

    def phrase(self, claim: Claim) -> str:
        """The noun phrase that owns a figure, or that its sentence opens with; "" where none can be told."""
        if claim.subject is not None:
            return claim.subject.text
        span = main_subject(claim.passage.text, claim.sentence)
        return claim.passage.text[span.start : span.end] if span else ""

    def of_pronoun(self, pronoun: str, text: str, sentence: Span, *, opens: bool) -> str | None:
        """Of "his" or "its": of whom the sentence speaks, or the one before where the word opens it, or is a part of
        what it speaks of: "the year of his death"."""
        span = None if opens else main_subject(text, sentence)
        own = _OWN.search(text, span.start, span.end) if span is not None else None
        if pronoun == "its" and span is not None and not _fits(pronoun, text[span.start : span.end]):
            return self._meant(pronoun, text, sentence)  # "Locals recall its demolition"
        if opens or own is not None:
            return self._meant(own[0].lower() if own else pronoun, text, sentence)
        return self._of_sentence(text, sentence)

    def of_name(self, name: str, text: str, sentence: Span) -> str | None:
        """Of a name, or "the company", in that sentence."""
        return self._of_phrase(name, text, sentence, None)

    def excludes(self, words: str) -> bool:
        """True where "he" or "she" among these words cannot be the article's subject."""
        others = _OTHERS.get(self._title.pronoun or "", ())
        return bool(others) and not set(words.lower().split()).isdisjoint(others)

    def _of_somebody(self, text: str, sentence: Span) -> bool:
        """True for an article's sentence that opens with "he" or "she" behind one that names two people."""
        if not self.titled or not _HE.match(text, sentence.start):
            return False
        earlier = self._earlier(text, sentence)[:1]
        return any(self._names_another(text, bound) for bound in earlier)

    def _names_another(self, text: str, sentence: Span) -> bool:
        """True where a sentence names somebody else for whom "he" or "she" in the next may stand."""
        found = PEOPLE.finditer(text, sentence.start, sentence.end)
        return any(not self._names.search(name[0]) for name in found)

    def _of_antecedent(self, text: str, sentence: Span, end: int, parts: re.Pattern[str] | None) -> str | None:
        """The owner where a relative clause follows the subject of its sentence; of other nouns it tells nothing."""
        span = main_subject(text, sentence)
        if span is None or text[span.end : end].strip(" ,"):
            return None
        return self._of_phrase(text[span.start : span.end], text, sentence, parts)

    def _of_sentence(self, text: str, sentence: Span, parts: re.Pattern[str] | None = None) -> str | None:
        """Of whom the main clause of a sentence speaks."""
        key = id(text), sentence.start, parts
        if key not in self._resolved:
            span = main_subject(text, sentence)
            phrase = text[span.start : span.end] if span else ""
            found = self._of_phrase(phrase, text, sentence, parts) if span else self._unread(text, sentence, parts)
            self._resolved[key] = found
        return self._resolved[key]

    def _unread(self, text: str, sentence: Span, parts: re.Pattern[str] | None) -> str | None:
        """The same for a sentence whose verb is not known, by what opens it or follows its first comma."""
        sentence = Span(sentence.start, min(sentence.end, sentence.start + OPENING))
        if opened := _OPENER.match(text, sentence.start, sentence.end):
            sentence = Span(opened.end(), sentence.end)
        if opening := _SUBJECT.match(text, sentence.start, sentence.end):
            low = opening[1].lower()
            if self._of_own_kind(low) or self._stands(low, parts):
                return TOPIC
        at = match.end() if (match := _PART.match(text, sentence.start, sentence.end)) else sentence.start
        if parts is not None and (part := parts.match(text, at)) and _VERB.match(text, part.end()):
            return TOPIC
        if found := _OPENING_NOUN.match(text, sentence.start, sentence.end):
            return self._of_phrase(found[1], text, sentence, parts)
        comma = text.find(", ", sentence.start, sentence.end)
        for at in (sentence.start, *((comma + 2,) if comma > 0 else ())):
            if opened := _OPENING_PRONOUN.match(text, at, sentence.end):
                return self._meant(opened[1].lower(), text, sentence)
            role = _ROLE_AT.match(text, at, sentence.end)
            if found := self._names.match(text, role.end() if role else at, sentence.end):
                return TOPIC if _NEXT.match(text, found.end(), sentence.end) else None
        found = _AFTER_OPENING.match(text, sentence.start, sentence.end)
        return self._of_phrase(found[1], text, sentence, parts) if found else None

    def _of_phrase(self, phrase: str, text: str, sentence: Span, parts: re.Pattern[str] | None) -> str | None:
        if self._names.fullmatch(phrase):
            return TOPIC  # "Moor Brothers" is no relative
        if names_relative(phrase) or _RELATIVE.match(phrase):
            return None
        phrase = _BASE.sub("", _VERBAL.sub("", _BEFORE_FIGURE.sub("", phrase)))
        noun = _OF_FIGURE.sub("", _PART.sub("", phrase, count=1))
        pronoun = _PRONOUN.match(phrase)
        if pronoun is not None:
            if parts is not None and _OWNED.match(phrase) and (not parts.match(noun) or _LIKENESS.match(phrase)):
                return None
            return self._meant(pronoun[1].lower(), text, sentence)
        plain = _ARTICLE.sub("", phrase.removesuffix("'s").removesuffix("’s"))
        bare = _TITLE.sub("", _ROLE.sub("", plain))
        if self._names.fullmatch(plain) or self._names.fullmatch(bare):
            return TOPIC
        if noun[1:].islower() and self._stands(noun.lower(), parts):
            return TOPIC
        if heading := self._headed(noun, text):
            return heading
        if self._of_own_kind(noun.lower()) and not _one_of_many(phrase, text, sentence):
            return TOPIC
        if parts is not None and self._is_part(plain, parts):
            return TOPIC
        whole = _OF_KIND.search(noun) if parts is not None else None
        part = noun[: whole.start()] if whole else ""
        # "Construction of the dam", not "the Kern Stand of the ground"
        if whole and parts is not None and whole[1].lower() in self.kinds and not _NAMED.search(part, 1):
            return TOPIC if parts.fullmatch(part) else None
        if not bare[:1].isupper() or bare in _NO_NAMES:
            return None
        return bare

    def _headed(self, noun: str, text: str) -> str:
        """The heading of the section if that is what a noun means: "the infirmary" under "Kern Infirmary"."""
        heading = self._headings.get(id(text), "")
        own = heading.lower().endswith(f" {noun.lower()}") and not self._names.fullmatch(heading)
        return heading if own else ""

    @cached_property
    def _headings(self) -> dict[int, str]:
        return {id(passage.text): passage.section[-1] for passage in self._document.passages if passage.section}

    def _stands(self, noun: str, parts: re.Pattern[str] | None) -> bool:
        """True where a part stands for the whole: "the mirror", and "voles weigh" for what is told of adults."""
        if parts is None or not self.named_topic:
            return False
        plural = noun.endswith("s") and noun[:-1] in self.kinds and parts.match("adults") is not None
        return plural or parts.fullmatch(noun) is not None

    def _earlier(self, text: str, sentence: Span) -> list[Span]:
        """The last sentences before, the nearest first."""
        if id(text) not in self._bounds:
            self._bounds[id(text)] = sentences(text)
        bounds = self._bounds[id(text)]
        at = bisect_right(bounds, sentence.start, key=lambda bound: bound.end)
        return bounds[max(0, at - BACK) : at][::-1]

    def _is_part(self, phrase: str, parts: re.Pattern[str]) -> bool:
        """True for "Tarn Bridge's construction" and "the construction of Tarn Bridge"."""
        if not self._names.search(phrase):
            return False
        rest = _JOINTS.sub("", self._names.sub("", phrase)).strip()
        return not _NAMED.search(rest) and (not rest or rest in self.kinds or parts.fullmatch(rest) is not None)

    def _of_own_kind(self, plain: str) -> bool:
        """True for "bridge" where the article is about one."""
        if plain in self.kinds or (self._kindless and plain in _ORGANISATIONS):
            return True
        unsaid = not self.described and self._brief if self.titled else not _ARTICLE.sub("", self.topic).islower()
        return unsaid and not self._known and re.fullmatch(OWN_KIND, plain) is not None

    @cached_property
    def named_topic(self) -> bool:
        """False for a text that opens with "the tunnel", so that "the bridge" is another thing."""
        plain = _ARTICLE.sub("", self.topic)
        if not plain.islower():
            return True
        alone = " " not in plain or _BEHIND.search(plain) is not None
        return not alone and re.fullmatch(OWN_KIND, plain) is None

    def _meant(self, pronoun: str, text: str, sentence: Span) -> str | None:
        """Whom a pronoun means: the subject of a sentence before that it fits, else the article's subject."""
        if pronoun in _OTHERS.get(self._title.pronoun or "", ()):
            return None
        if self._depth > DEEPEST:
            return None
        for bound in self._earlier(text, sentence):
            span = main_subject(text, bound)
            unread = _NAMED_SUBJECT.match(text, bound.start, bound.end) if span is None else None
            phrase = text[span.start : span.end] if span else unread[0] if unread else ""
            if _fits(pronoun, phrase):
                self._depth += 1
                found = self._of_sentence(text, bound)
                self._depth -= 1
                return found
        own = self._title.pronoun
        person = pronoun in _PERSON and self.kinds.isdisjoint(_SHIPS)  # ships are "she"
        return TOPIC if not self.titled or person == (own is not None) else None


def _odd(claim: Claim) -> str:
    """How a subject is not the article's own: "owned" by it ("its suburbs"), or "another" one ("a church")."""
    text, at = claim.passage.text, claim.sentence
    low = max(at.start, claim.visible.end - OPENING)
    found = text.rfind(claim.subject.text if claim.subject else "", low, claim.visible.end)
    if found < 0:
        return "owned" if _OWNED.match(text, at.start, at.end) else ""
    if _HAS.search(text, low, found) or _POSSESSIVE.search(text, low, found):
        return "owned"
    return "another" if _ANOTHER.search(text, low, found) and not _PREDICATE.search(text, low, found) else ""


def _fronted(claim: Claim) -> bool:
    """True for "A quiet place with 900 inhabitants, it lives from coffee", where the subject comes behind."""
    text, at = claim.passage.text, claim.sentence
    if not _INDEFINITE.match(text, at.start, at.end):
        return False
    span = first_subject(text, at)
    return span is not None and span.start > claim.visible.end


def _one_of_many(phrase: str, text: str, sentence: Span) -> bool:
    """True for "a bridge" and "another bridge"; the subjects of claims stand without their articles."""
    if _ARTICLE.match(phrase):
        return False
    before = rf"\b(?:an?|another|any|each|every|one|some|no|other)\s+(?:[a-z-]+\s+)?{re.escape(phrase)}\b"
    return re.search(before, text[sentence.start : sentence.end], re.IGNORECASE) is not None


def main_subject(text: str, sentence: Span) -> Span | None:
    """The subject of a sentence's main clause, which follows "Cast in 1711, " and "With five wins, "."""
    opened = _OPENER.match(text, sentence.start, sentence.end)
    return first_subject(text, Span(opened.end(), sentence.end) if opened else sentence)


def _fits(pronoun: str, phrase: str) -> bool:
    """True where a pronoun can stand for a noun phrase, or for what another pronoun stands for."""
    if not phrase:
        return False
    other = _PRONOUN.match(phrase)
    if other is not None:
        return _number(other[1].lower()) == _number(pronoun)
    head = _BEHIND.split(phrase, maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    plural = (last.endswith("s") and not last.endswith(("ss", "us", "is", "'s", "’s"))) or " and " in head
    # A single word may have its capital from the beginning of the sentence.
    named = phrase[:1].isupper() and last[:1].isupper() and (" " in head or not plural)
    if pronoun in _PLURAL:
        return plural or named
    if pronoun in _PERSON:
        return named or not plural
    return not plural or named


def _number(pronoun: str) -> str:
    return "person" if pronoun in _PERSON else "plural" if pronoun in _PLURAL else "thing"


def _shorter(name: str) -> list[str]:
    """A name without words at its beginning, "Idris Vaughan" of "Poet Idris Vaughan", and without those at its end."""
    words = name.split()
    if not all(word[:1].isupper() for word in words):
        head = name.partition(" of ")[0]
        return [re.escape(head)] if head != name and head[:1].isupper() else []
    parts = [part for at in range(1, len(words)) for part in (words[at:], words[:at])]
    return [re.escape(" ".join(part)) for part in parts if not _NUMERAL.fullmatch(part[0])]


def brief(view: View) -> bool:
    """True for a text of a few sentences without a title, which speaks of one thing at one time."""
    return view.document.title is None and len(view.sentences) <= PASSAGE


@once
def owners(view: View) -> Owners:
    """Those of an article: several checks ask."""
    return Owners(view)
