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
        frame.naming = True
        self.sink = frame.call.head

    def on_argument(self) -> None:
        frame = self.stack[-1]
        call = frame.call
        if call is None:  # a stray token that no template owns
            return
        if not call.arguments:
            call.name = normal_name(call.head.text)
            frame.naming = False
        self.sink = Buffer()
        call.arguments.append((None, self.sink))

    def on_argument_name(self) -> None:
        call = self.stack[-1].call
        if call is None or not call.arguments:
            return
        key = " ".join(call.arguments[-1][1].text.split()).lower()
        self.sink = Buffer()
        call.arguments[-1] = (key, self.sink)

    def on_flat_call(self, start: int, end: int) -> None:
        covered = self.flat.links[start + 2 : end - 2]
        if self.raised or self.dropped in covered or self.covered in covered:
            self._replay(start, end)
            return
        call, at = Call(start), start + 2
        name, *arguments = self.text[at : end - 2].split("|")
        call.name = normal_name(name)
        call.head.put(name, at, at + len(name))
        at += len(name) + 1
        for written in arguments:
            key, equals, value = written.partition("=")
            if not equals:
                value = written
            stop = at + len(written)
            buffer = Buffer()
            buffer.put(value, stop - len(value), stop)
            call.arguments.append((" ".join(key.split()).lower() if equals else None, buffer))
            at = stop + 1
        self._end(call, end)

    def _replay(self, start: int, end: int) -> None:
        """A flat call, told piece by piece as the tokenizer would."""
        covered, last = self.flat.links, end - 2
        self.on_template(start)
        at = covered.find("|", start, last)
        self.on_bare_text(start + 2, last if at == -1 else at)
        while at != -1:
            self.on_argument()
            begin, at = at + 1, covered.find("|", at + 1, last)
            stop = last if at == -1 else at
            equals = covered.find("=", begin, stop)
            if equals != -1:
                self.read_flat(covered, begin, equals)
                self.on_argument_name()
                begin = equals + 1
            self.read_flat(covered, begin, stop)
        self.on_template_end(end)

    def on_template_end(self, end: int) -> None:
        frame = self.pop()
        call = frame.call
        if call is None:
            return
        if not call.arguments:
            call.name = normal_name(call.head.text)
        self._end(call, end)

    def _end(self, call: Call, end: int) -> None:
        """A call of which all is known."""
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
        unread = vocabulary().unread if context == "template" else ()
        self.passages.extend(parameter.passage for parameter in parameters if parameter.name not in unread)
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
