"""The rule: what stands in its file, and how it stamps the hits of its check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from claimcheck.checks.protocol import Kind, Options
from claimcheck.checks.selector import Selector
from claimcheck.checks.view import View
from claimcheck.finding import Confidence, Hit, Severity

Status = Literal["preview", "stable", "deprecated"]
Words = Annotated[str, msgspec.Meta(min_length=1)]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text that the rule flags on exactly the part in ⟦⟧, or leaves alone."""

    text: str = ""
    """The article; or `before` and `after`, or `articles`."""
    before: str = ""
    """An earlier revision, in which nothing is found."""
    after: str = ""
    """The later revision, in which the finding is new."""
    articles: dict[str, Words] = {}
    """Several articles by their titles, for rules between articles; the one that is accused has ⟦⟧."""
    redirects: dict[str, Words] = {}
    """Titles that lead to another article."""
    title: str = ""
    """Title of the article."""
    date: str = ""
    """ISO day on which the text is read."""
    markup: Literal["auto", "wikitext", "plain"] = "auto"
    """How the text is read."""
    related: tuple[Words, ...] = ()
    """Further parts of the text that the finding must point at."""
    also: tuple[Words, ...] = ()
    """Other rules that fire here too; the silence of all others is asserted."""


class Examples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts that the rule flags, and near misses that it must not flag."""

    bad: tuple[str | Example, ...]
    """At least one text with a ⟦⟧ pair around the exact primary span."""
    good: tuple[str | Example, ...]
    """At least two near misses."""


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule as it is written; its id is `<family>/<name>` of its path."""

    check: str
    """The check kind; decides which options and placeholders are allowed."""
    title: Words
    """What is wrong, in a few words."""
    severity: Severity
    """How grave a finding is: errors fail a build."""
    message: Words
    """What is said of a finding, with the placeholders of the check kind in braces."""
    why: Words
    """Why this cannot be right, and what it is worth."""
    since: Annotated[str, msgspec.Meta(pattern=r"^\d+\.\d+\.\d+$")]
    """First version that has the rule."""
    examples: Examples
    """Run as tests and shown on the page of the rule."""
    confidence: Confidence = "high"
    """How sure a finding is."""
    status: Status = "stable"
    """Preview rules run only when selected."""
    default: Literal["on", "off"] = "on"
    """Rules that are off must be switched on."""
    tags: tuple[Words, ...] = ()
    """Free words to select by."""
    when: Selector | None = None
    """Conditions that the claim of the primary mark must meet, all of them."""
    unless: Selector | None = None
    """Conditions none of which may hold for any claim of a finding."""
    gives_way: bool = False
    """Whether a finding is left out where another rule has one with two or more of its claims."""
    fix: str = ""
    """What to do about it."""
    see: tuple[Words, ...] = ()
    """Where bounds and conventions come from."""


class Rule(msgspec.Struct, frozen=True, eq=False):
    """A rule ready to run."""

    id: str
    path: str
    file: RuleFile
    kind: Kind
    options: Options

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @property
    def title(self) -> str:
        """What is wrong, in a few words."""
        return self.file.title

    @property
    def severity(self) -> Severity:
        """How grave a finding is."""
        return self.file.severity

    @property
    def confidence(self) -> Confidence:
        """How sure a finding is."""
        return self.file.confidence

    @property
    def status(self) -> Status:
        """preview, stable or deprecated."""
        return self.file.status

    @property
    def enabled(self) -> bool:
        """True when it runs without being asked for."""
        return self.file.default == "on" and self.file.status == "stable"

    def hits(self, view: View) -> Iterator[Hit]:
        """What its check finds in an article, without what `when` and `unless` leave out."""
        return filter(self.wants, self.kind.run(view, self.options))

    def wants(self, hit: Hit) -> bool:
        """Whether `when` and `unless` leave a hit of its check in."""
        when, unless = self.file.when, self.file.unless
        if when is not None and not (hit.claims and when.all_of(hit.claims[0])):
            return False
        return unless is None or not any(unless.any_of(claim) for claim in hit.claims)
