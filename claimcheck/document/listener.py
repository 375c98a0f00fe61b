"""What a walk over wikitext tells: which markup or text stands where, in source order."""

from __future__ import annotations


class Listener:
    """Hears of each piece of markup once, with its source offsets; a subclass overrides what it needs."""

    def on_text(self, start: int, end: int) -> None:
        """Text that is neither markup nor hidden."""

    def on_entity(self, start: int, end: int) -> None:
        """An HTML entity."""

    def on_template(self, start: int) -> None:
        """A template call begins; its name follows as text."""

    def on_argument(self) -> None:
        """A template argument begins."""

    def on_argument_name(self) -> None:
        """What was read of the argument so far is its name."""

    def on_template_end(self, end: int) -> None:
        """A template call ends."""

    def on_link(self, start: int) -> None:
        """A link begins; its target follows as text."""

    def on_link_label(self) -> None:
        """The label of a link begins."""

    def on_link_end(self) -> None:
        """A link ends."""

    def on_url(self, start: int) -> None:
        """An external link begins; its address follows as text."""

    def on_url_label(self) -> None:
        """The label of an external link begins."""

    def on_url_end(self, end: int) -> None:
        """An external link ends."""

    def on_heading(self, start: int) -> None:
        """A heading begins."""

    def on_heading_end(self, level: int) -> None:
        """A heading of level 1 to 6 ends."""

    def on_tag(self, name: str, start: int, end: int) -> None:
        """An opening tag, of HTML or of wiki markup ("{|" is a table, "||" a td)."""

    def on_tag_body_end(self, name: str) -> None:
        """The closing tag of the innermost tag begins."""

    def on_tag_end(self, name: str, end: int) -> None:
        """The innermost tag is closed."""

    def on_single_tag(self, name: str, start: int, end: int, markup: str | None) -> None:
        """A tag without content; `markup` is the wiki markup that it was written as ("*"), None for HTML."""
