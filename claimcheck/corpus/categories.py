"""The categories that a page's own text puts it in."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[\[[ _]{0,9}[Cc]ategory[ _]{0,9}:([^\[\]{}|\n<>]{1,255})(?=\]\]|\|)")
_HIDDEN = (("<!--", "-->"), ("<nowiki>", "</nowiki>"))


def categories(text: str) -> list[str]:
    """Targets of the category links, in order, each once; those that templates add are not among them."""
    for opening, closing in _HIDDEN:
        if opening in text:
            text = _without(text, opening, closing)
    found = (" ".join(name.replace("_", " ").split()) for name in _LINK.findall(text))
    return list(dict.fromkeys(name[:1].upper() + name[1:] for name in found if name))


def _without(text: str, opening: str, closing: str) -> str:
    """The text less what stands between each opening and its closing; one that is not closed hides all that follows."""
    first, *others = text.split(opening)
    return first + "".join(other.partition(closing)[2] for other in others)
