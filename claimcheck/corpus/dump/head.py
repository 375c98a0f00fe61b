"""What a dump says of its wiki before its first page; and whether it is a dump at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from claimcheck.corpus.dump.cut import END, PAGE
from claimcheck.corpus.extra import need
from claimcheck.source import SourceError

MOST = 1 << 20
"""Bytes in which the first page has to begin; Wikimedia's wikis with most namespaces need some 10,000."""
EXPECTED = "(expected MediaWiki's XML export, plain, gz or bz2)"
_OF_FILE = re.compile(r"([a-z][a-z0-9_]*wik[a-z]*)-(?:\d{8}|\d{4}-\d\d-\d\d|latest)-")
_CATEGORY = 14


class Site(msgspec.Struct, frozen=True):
    """The wiki of a dump."""

    wiki: str = ""
    """Database name, `enwiki`; empty where nothing tells."""
    namespaces: dict[int, str] = {}
    """Names of the namespaces in the wiki's language; none in dumps without `<siteinfo>`."""

    @property
    def category(self) -> str:
        """What categories are called, beside “Category”."""
        return self.namespaces.get(_CATEGORY, "Category")

    def namespace(self, title: str) -> int:
        """The namespace of a title, for dumps that do not tell."""
        prefix, colon, _ = title.partition(":")
        found = (number for number, name in self.namespaces.items() if colon and name == prefix)
        return next(found, 0)


def head(chunks: Iterable[bytes | SourceError], name: str) -> bytes:
    """The XML before the first page; SourceError where there is none, and what stands there is no dump."""
    data = b""
    for chunk in chunks:
        if isinstance(chunk, SourceError):
            raise chunk
        data += chunk
        if PAGE in data or END in data or len(data) > MOST:
            break
    if not data.strip():
        raise SourceError(f"{name}: empty {EXPECTED}")
    return data.partition(PAGE)[0].partition(END)[0][:MOST].removeprefix(b"\xef\xbb\xbf")


def site(found: bytes, name: str) -> Site:
    """The wiki that the head of a dump names; SourceError where it is no head of a dump."""
    if b"<!DOCTYPE" in found or b"<!ENTITY" in found:
        raise SourceError(f"{name}: declares a document type, which no dump does {EXPECTED}")
    etree = need("lxml.etree")
    if not found.lstrip().startswith(b"<"):
        begin = found.lstrip()[:40].decode("utf-8", "replace")
        raise SourceError(f"{name}: begins with {begin!r} {EXPECTED}")
    try:
        root = etree.fromstring(found + END, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{name}: no head of a dump: {error.msg} {EXPECTED}") from error
    if etree.QName(root).localname != "mediawiki":
        raise SourceError(f"{name}: an XML file of <{etree.QName(root).localname}> {EXPECTED}")
    if root.find("{*}logitem") is not None:
        raise SourceError(f"{name}: a dump of log entries, without pages (expected one of pages)")
    return Site(_text(root, "dbname") or of_file(name), _namespaces(root))


def of_file(name: str) -> str:
    """The wiki that the name of one of Wikimedia's files tells, `enwiki-20260101-pages-articles.xml.bz2`."""
    found = _OF_FILE.search(name)
    return found[1] if found else ""


def _text(root: Any, tag: str) -> str:
    return str(root.findtext(f"{{*}}siteinfo/{{*}}{tag}") or "").strip()


def _namespaces(root: Any) -> dict[int, str]:
    found = root.iterfind("{*}siteinfo/{*}namespaces/{*}namespace")
    return {int(each.get("key")): each.text or "" for each in found if each.get("key", "").lstrip("-").isdecimal()}
