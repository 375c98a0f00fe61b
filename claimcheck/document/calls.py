"""Template calls: shown in words, kept as citations, or read parameter by parameter."""

from __future__ import annotations

from claimcheck.document.buffer import Buffer
from claimcheck.document.model import OBJECT, Citation, Context
from claimcheck.document.references import References
from claimcheck.document.template_names import vocabulary
from claimcheck.document.templates import Call, is_citation, is_infobox, normal_name, render

_CITED = frozenset(
    [
        "date",
        "year",
        "access-date",
        "accessdate",
        "archive-date",
        "archivedate",
        "publication-date",
        "orig-date",
        "orig-year",
        "origyear",
        "title",
        "chapter",
        "quote",
        "trans-title",
        "entry",
        "contribution",
    ]
)
"""Parameters of a citation that are read as passages; the rest (pages, identifiers) stays with the template."""


class Calls(References):
    """Reads template calls."""

    def on_template(self, start: int) -> None:
        frame = self.push(start)
        frame.call = Call(start)
        self.sink = frame.call.head

    def on_argument(self) -> None:
        frame = self.stack[-1]
        call = frame.call
        if call is None:  # a stray token that no template owns
            return
        if not call.arguments:
            call.name = normal_name(call.head.text)
        self.sink = Buffer()
        call.arguments.append((None, self.sink))

    def on_argument_name(self) -> None:
        call = self.stack[-1].call
        if call is None or not call.arguments:
            return
        key = " ".join(call.arguments[-1][1].text.split()).lower()
        self.sink = Buffer()
        call.arguments[-1] = (key, self.sink)

    def on_template_end(self, end: int) -> None:
        frame = self.pop()
        call = frame.call
        if call is None:
            return
        if not call.arguments:
            call.name = normal_name(call.head.text)
        if is_citation(call.name):
            self._source(call, end)
        elif (shown := render(call, end)) is not None:
            self._rendered(call, shown, end)
        elif call.name not in vocabulary().hidden:
            self._unknown(call, end)
        elif call.name in vocabulary().kept:
            self.templates.append(call.template(end, call.parameters("template", self.section), self.section))

    def _rendered(self, call: Call, shown: Buffer, end: int) -> None:
        if self.sink is None:
            return
        self.sink.put_buffer(shown)
        if call.arguments:
            self.templates.append(call.template(end, call.parameters("template", self.section), self.section))

    def _unknown(self, call: Call, end: int) -> None:
        """A template that we cannot show: its parameters are passages, and an object stands in the text."""
        if self.sink is not None:
            self.sink.put(OBJECT, call.start, end)
        quote = call.name in vocabulary().quote
        context: Context = "infobox" if is_infobox(call.name) else "quote" if quote else "template"
        parameters = call.parameters(context, self.section)
        self.passages.extend(parameter.passage for parameter in parameters)
        self.templates.append(call.template(end, parameters, self.section))

    def _source(self, call: Call, end: int) -> None:
        """A citation template, in a reference or free-standing."""
        parameters = call.parameters("citation", self.section)
        self.passages.extend(p.passage for p in parameters if p.name in _CITED)
        template = call.template(end, parameters, self.section)
        if self.references:
            self.references[-1].append(template)
            return
        if self.sink is not None:
            self.sink.noted.anchors.append((self.sink.length, len(self.citations)))
        self.citations.append(Citation(template.span, None, (template,), ""))
