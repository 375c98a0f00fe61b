"""The rules of a SARIF run: a reporting descriptor for each, and its index for the results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claimcheck.finding import Finding
from claimcheck.rules import Rule
from claimcheck.rules.apply import documentation

LONGEST = 1024
"""Characters that GitHub takes of a description."""
PROBLEM = {"error": "error", "warning": "warning", "note": "recommendation"}
"""GitHub's words for severities."""
MOST_TAGS = 10


class Rules:
    """Descriptors of the rules that ran, and of any other id that a finding names."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.documentation = documentation()
        self.descriptors = [self._descriptor(rule) for rule in rules]
        self._index = {descriptor["id"]: index for index, descriptor in enumerate(self.descriptors)}

    def index(self, finding: Finding) -> int:
        """Place of a finding's rule among the descriptors."""
        if finding.rule not in self._index:
            self._index[finding.rule] = len(self.descriptors)
            self.descriptors.append(_unknown(finding))
        return self._index[finding.rule]

    def _descriptor(self, rule: Rule) -> dict[str, Any]:
        file = rule.file
        return {
            "id": rule.id,
            "name": pascal(rule.id),
            "shortDescription": {"text": message(sentence(rule.title))},
            "fullDescription": {"text": message(shorten(sentence(file.why)))},
            "help": {"text": message(_plain(rule)), "markdown": message(_markdown(rule))},
            **({"helpUri": f"{self.documentation}rules/{rule.id}"} if self.documentation else {}),
            "defaultConfiguration": {"level": rule.severity},
            "properties": {
                "tags": list(dict.fromkeys((rule.family, *file.tags)))[:MOST_TAGS],
                "precision": rule.confidence,
                "problem.severity": PROBLEM[rule.severity],
            },
        }


def _unknown(finding: Finding) -> dict[str, Any]:
    """For a finding that the linter makes without a rule file, as for a suppression that is no longer needed."""
    return {
        "id": finding.rule,
        "name": pascal(finding.rule),
        "shortDescription": {"text": message(sentence(finding.rule))},
        "helpUri": finding.help_uri,
        "defaultConfiguration": {"level": finding.severity},
        "properties": {"precision": finding.confidence, "problem.severity": PROBLEM[finding.severity]},
    }


def pascal(name: str) -> str:
    """`scale/doubled-scale-word` as ScaleDoubledScaleWord."""
    return "".join(word.capitalize() for word in name.replace("/", "-").split("-"))


def sentence(text: str) -> str:
    """The text with a full stop at its end."""
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def shorten(text: str) -> str:
    """The text cut to what services take."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def message(text: str) -> str:
    """Text as SARIF writes messages: braces doubled, since single ones hold placeholders."""
    return text.replace("{", "{{").replace("}", "}}")


def _plain(rule: Rule) -> str:
    parts = [rule.file.why.strip(), rule.file.fix.strip(), *(f"See {source}" for source in rule.file.see)]
    return "\n".join(sentence(part) for part in parts if part)


def _markdown(rule: Rule) -> str:
    file = rule.file
    parts = [sentence(file.why)]
    if file.fix:
        parts.append(f"**What to do.** {sentence(file.fix)}")
    parts.append("**Flagged**\n\n" + "\n".join(f"- {_example(example)}" for example in file.examples.bad))
    parts.append("**Not flagged**\n\n" + "\n".join(f"- {_example(example)}" for example in file.examples.good))
    if file.see:
        parts.append("**Sources**\n\n" + "\n".join(f"- {source}" for source in file.see))
    return "\n\n".join(parts)


def _example(example: Any) -> str:
    text = example if isinstance(example, str) else example.text or example.after
    if not text:
        text = "; ".join(f"in “{title}”: {told}" for title, told in example.articles.items())
    return f"`{' '.join(text.split()).replace('`', 'ˋ')}`"
