"""Writes MediaWiki XML dumps as Wikimedia's are: export schema 0.10 or 0.11, streams of 100 pages, an index beside."""

from __future__ import annotations

import bz2
import gzip
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

IN_STREAM = 100
"""Pages in a stream of a multistream dump."""
NAMESPACES = {
    -2: "Media",
    -1: "Special",
    0: "",
    1: "Talk",
    2: "User",
    6: "File",
    10: "Template",
    14: "Category",
    828: "Module",
}
END = "</mediawiki>\n"
_CARRIAGE_RETURN = {"\r": "&#13;"}  # a parser reads a bare one as a line feed


@dataclass(frozen=True)
class Revision:
    """One revision of a page."""

    id: int
    text: str
    time: str = "2024-05-06T07:08:09Z"
    parent: int = 0
    model: str = "wikitext"
    deleted: bool = False
    """Whether its text is suppressed."""
    slots: tuple[tuple[str, str], ...] = ()
    """Other slots than the main one: role and content."""


@dataclass(frozen=True)
class Page:
    """A page with its revisions, oldest first."""

    title: str
    id: int
    revisions: tuple[Revision, ...] = field(default=())
    namespace: int = 0
    redirect: str = ""


def head(wiki: str = "testwiki", version: str = "0.11") -> str:
    """What stands before the first page."""
    names = "\n".join(
        f'      <namespace key="{key}" case="first-letter"' + (f">{name}</namespace>" if name else " />")
        for key, name in NAMESPACES.items()
    )
    space = f"http://www.mediawiki.org/xml/export-{version}/"
    return (
        f'<mediawiki xmlns="{space}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{space} '
        f'http://www.mediawiki.org/xml/export-{version}.xsd" version="{version}" xml:lang="en">\n  <siteinfo>\n'
        f"    <sitename>Test</sitename>\n    <dbname>{wiki}</dbname>\n    <base>https://wiki.example/Main_Page</base>\n"
        f"    <generator>MediaWiki 1.44.0</generator>\n    <case>first-letter</case>\n    <namespaces>\n{names}\n"
        "    </namespaces>\n  </siteinfo>\n"
    )


def page(found: Page, version: str = "0.11") -> str:
    """The XML of one page."""
    redirect = f"    <redirect title={quoteattr(found.redirect)} />\n" if found.redirect else ""
    revisions = "".join(_revision(each, version) for each in found.revisions)
    return (
        f"  <page>\n    <title>{_escaped(found.title)}</title>\n    <ns>{found.namespace}</ns>\n"
        f"    <id>{found.id}</id>\n{redirect}{revisions}  </page>\n"
    )


def _revision(found: Revision, version: str) -> str:
    new = version != "0.10"
    data = found.text.encode()
    parent = f"      <parentid>{found.parent}</parentid>\n" if found.parent else ""
    origin = f"      <origin>{found.id}</origin>\n" if new else ""
    sha1 = f' sha1="{hashlib.sha1(data).hexdigest()}"' if new else ""  # noqa: S324 - as the format has it
    text = f' bytes="{len(data)}"{sha1} xml:space="preserve">{_escaped(found.text)}</text>' if data else ' bytes="0" />'
    if found.deleted:
        text = ' bytes="9" deleted="deleted" />'
    slots = "".join(
        f"      <content>\n        <role>{role}</role>\n        <origin>{found.id}</origin>\n"
        "        <model>json</model>\n        <format>application/json</format>\n"
        f'        <text bytes="{len(content)}">{_escaped(content)}</text>\n'
        "      </content>\n"
        for role, content in found.slots
    )
    return (
        f"    <revision>\n      <id>{found.id}</id>\n{parent}      <timestamp>{found.time}</timestamp>\n"
        "      <contributor>\n        <username>Writer</username>\n        <id>1</id>\n      </contributor>\n"
        f"      <comment>{len(data)} bytes</comment>\n{origin}      <model>{found.model}</model>\n"
        "      <format>text/x-wiki</format>\n"
        f"      <text{text}\n{slots}"
        "      <sha1>0000000000000000000000000000000</sha1>\n    </revision>\n"
    )


def write(target: Path, pages: Iterable[Page], version: str = "0.11", wiki: str = "testwiki") -> None:
    """A dump in one piece: packed as the target's name ends."""
    opened = {".bz2": bz2.open, ".gz": gzip.open}.get(target.suffix, open)
    with opened(target, "wt", encoding="utf-8", newline="\n") as file:
        file.write(head(wiki, version))
        for each in pages:
            file.write(page(each, version))
        file.write(END)


def write_multistream(target: Path, pages: Iterable[Page], version: str = "0.11", wiki: str = "testwiki") -> Path:
    """A dump of many bz2 streams: the head, 100 pages in each, the end; gives the path of its index."""
    index = target.with_name(target.name.replace("multistream.xml", "multistream-index.txt"))
    with target.open("wb") as file, bz2.open(index, "wt", encoding="utf-8", newline="\n") as lines:
        file.write(bz2.compress(head(wiki, version).encode()))
        for group in _groups(pages):
            at = file.tell()
            file.write(bz2.compress("".join(page(each, version) for each in group).encode()))
            lines.writelines(f"{at}:{each.id}:{escape(each.title)}\n" for each in group)
        file.write(bz2.compress(END.encode()))
    return index


def _groups(pages: Iterable[Page]) -> Iterator[list[Page]]:
    group: list[Page] = []
    for each in pages:
        group.append(each)
        if len(group) == IN_STREAM:
            yield group
            group = []
    if group:
        yield group


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", **_CARRIAGE_RETURN})
