"""Rules over an article: hits stamped as findings, in a stable order; a rule that crashes is named and passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from claimcheck.checks.view import View
from claimcheck.claims.model import Claim
from claimcheck.finding import Finding, Hit
from claimcheck.rules.rule import Rule
from claimcheck.source import Source
from claimcheck.values.interval import Interval


def apply(
    rules: Iterable[Rule], view: View, ask: Callable[[Rule], Iterable[Hit]] | None = None
) -> tuple[list[Finding], list[str]]:
    """Findings in the order of the text, and one line for each rule that crashed.

    `ask` gives the hits of a rule where they are known without asking its check.
    """
    found: list[tuple[Rule, Hit]] = []
    errors: list[str] = []
    for rule in rules:
        try:
            found.extend((rule, hit) for hit in _distinct(ask(rule) if ask else rule.hits(view)))
        except Exception as error:  # the fault of one rule must not cost the others; it is told by name
            errors.append(f"rule {rule.id} crashed: {type(error).__name__}: {error}")
    found = _without_doubles(found)
    found.sort(key=lambda pair: (pair[1].primary.start, pair[1].primary.end, pair[0].id))
    seen: Counter[str] = Counter()
    source = view.document.source
    article = view.document.title or source.name
    return [stamp(rule, hit, source, article, seen) for rule, hit in found], errors


def _without_doubles(found: list[tuple[Rule, Hit]]) -> list[tuple[Rule, Hit]]:
    """Without the hits of rules that give way where another rule speaks of the same claims."""
    if not any(rule.file.gives_way for rule, _ in found):
        return found
    told = [{id(claim) for claim in hit.claims} for rule, hit in found if not rule.file.gives_way]
    return [(rule, hit) for rule, hit in found if not (rule.file.gives_way and _spoken_for(hit, told))]


def _spoken_for(hit: Hit, told: Iterable[set[int]]) -> bool:
    own = {id(claim) for claim in hit.claims}
    return any(len(own & others) > 1 for others in told)


def _distinct(hits: Iterable[Hit]) -> list[Hit]:
    """Hits with different primary marks: one rule says one thing of one place."""
    return list({(hit.primary.start, hit.primary.end): hit for hit in hits}.values())


def stamp(rule: Rule, hit: Hit, source: Source, article: str, seen: Counter[str]) -> Finding:
    """The finding of a rule in an article; `seen` counts those of its kind, for fingerprints that differ."""
    from hashlib import blake2b  # takes 5 ms to import

    told = [normalised(claim) for claim in hit.claims] or [_spaced(words) for words in hit.words.values()]
    key = "\n".join((rule.id, article, *told))
    seen[key] += 1
    return Finding(
        article=article,
        rule=rule.id,
        severity=rule.severity,
        confidence=rule.confidence,
        message=rule.file.message.format_map(_readable(hit)),
        primary=hit.primary,
        related=hit.related,
        claims=hit.claims,
        fingerprint=blake2b(f"{key}\n{seen[key]}".encode(errors="surrogatepass"), digest_size=16).hexdigest(),
        help_uri=f"{documentation()}rules/{rule.id}",
        source=source,
        suggestion=hit.suggestion,
    )


def _readable(hit: Hit) -> dict[str, str]:
    """The words of a message with figures as a reader sees them, not as a template is given them: "57|koilbbl/d"."""
    shown = {claim.text: claim.shown for claim in hit.claims if "|" in claim.text}
    return {name: shown.get(words, words) for name, words in hit.words.items()}


def normalised(claim: Claim) -> str:
    """What a claim says, free of how and where it is printed: the same after edits elsewhere and edits of form."""
    amount = _ends(claim.amount.interval) if claim.amount else ""
    per = f"{claim.per.amount} {claim.per.unit} {claim.per.counted}" if claim.per else ""
    when = claim.when.edtf if claim.when else ""
    told = (claim.kind, amount, claim.unit, per, claim.counted, when, claim.measure, claim.event)
    return _spaced("|".join(str(part or "") for part in told) + ("|" + claim.text if claim.status != "ok" else ""))


def _spaced(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def _ends(interval: Interval) -> str:
    left, right = "[" if interval.low_closed else "(", "]" if interval.high_closed else ")"
    return f"{left}{interval.low},{interval.high}{right}"


@cache
def documentation() -> str:
    """The documentation address of the package's metadata, with a slash at its end; empty where it has none."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        urls = metadata("claimcheck-lint").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    found = (url.partition(", ") for url in urls)
    return next((address.rstrip("/") + "/" for name, _, address in found if name.lower() == "documentation"), "")
