"""The options that name pages of a wiki, and the articles that they name."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from claimcheck.cli.failures import say
from claimcheck.cli.inputs import Inputs, day
from claimcheck.cli.progress import progress
from claimcheck.cli.work import done
from claimcheck.document.model import Document
from claimcheck.document.parse import Markup, parse
from claimcheck.report.parts.run import Unread
from claimcheck.source import SourceError
from claimcheck.sources.files import Article

if TYPE_CHECKING:
    from claimcheck.sources.mediawiki import Revision, Wiki

Result = TypeVar("Result")


class Access(msgspec.Struct, frozen=True):
    """How a wiki is asked."""

    url: str
    contact: str | None = None
    wait: float = 300.0

    def open(self) -> Wiki:
        """A client of the wiki."""
        from claimcheck.sources.mediawiki import Patience, Wiki

        return Wiki(self.url, self.contact, patience=Patience(self.wait))


class Pages(msgspec.Struct, frozen=True):
    """Pages of a wiki: their newest revisions, the revisions named, or all since a day."""

    access: Access
    titles: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    since: datetime.date | None = None

    def each(self, work: Callable[[Article], Result]) -> Iterator[Result | Unread]:
        """`work` done on every article, failures in the place of theirs; what is no wikitext is said and left out."""
        with self.access.open() as wiki:
            yield from progress(self._done(wiki, work), self._total(wiki))

    def _done(self, wiki: Wiki, work: Callable[[Article], Result]) -> Iterator[Result | Unread]:
        from claimcheck.sources.mediawiki import NotWikitextError

        for found in _to_the_end(self._found(wiki)):
            if isinstance(found, NotWikitextError):
                say(str(found))
            elif isinstance(found, SourceError):
                yield Unread(str(found))
            else:
                article = self._article(found)
                yield done(lambda article=article: work(article), article.name)  # type: ignore[misc]

    def _found(self, wiki: Wiki) -> Iterator[Revision | SourceError]:
        if self.numbers:
            yield from map(self._of_page, wiki.revisions_by_id(self.numbers))
        elif self.since:
            for title in self.titles:
                try:
                    yield from _told(wiki.revisions(title, self.since))
                except SourceError as error:
                    yield error
        else:
            yield from _told(wiki.pages(self.titles))

    def _of_page(self, found: Revision | SourceError) -> Revision | SourceError:
        """The revision, if it is one of the page named."""
        if isinstance(found, SourceError) or not self.titles or _same(found.title, self.titles[0]):
            return found
        return SourceError(f"revision {found.id} is one of {found.title} (expected one of {self.titles[0]})")

    def _article(self, found: Revision) -> Article:
        one = self.since is None and len(self.numbers) < 2
        name = found.title if one else f"{found.title}@{found.id}"
        return Article(found.text, name, found.title, found.day, found.url)

    def _total(self, wiki: Wiki) -> int:
        """How many articles there are, counted beforehand only where somebody sees the bar."""
        if self.since is None or not sys.stderr.isatty():
            return len(self.numbers) or len(self.titles)
        try:
            return sum(1 for title in self.titles for _ in wiki.edits(title, self.since))
        except SourceError:
            return 0  # told when the texts are read


def access_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options on how a wiki is asked."""
    for add in (
        click.option(
            "--wait",
            type=click.FloatRange(min=0),
            default=300.0,
            metavar="SECONDS",
            help="Longest wait for a busy wiki. [default: 300]",
        ),
        click.option("--contact", metavar="WHO", help="Address of who runs this. [default: CLAIMCHECK_CONTACT]"),
        click.option("--wiki", "wiki", metavar="URL", help="A MediaWiki, whose pages are read."),
    ):
        command = add(command)
    return command


def wiki_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options that name pages of a wiki."""
    for add in (
        click.option("--since", metavar="DAY", callback=day, help="Every revision of the pages since this day."),
        click.option("--revision", type=click.IntRange(min=1), multiple=True, metavar="ID", help="This revision."),
        click.option("--page", multiple=True, metavar="TITLE", help="A page of the wiki. Repeatable."),
    ):
        command = add(command)
    return access_options(command)


def access(options: dict[str, Any]) -> Access | None:
    """Takes the options on access out of a command's; None where no wiki is named."""
    url, contact, wait = (options.pop(name) for name in ("wiki", "contact", "wait"))
    return Access(url, contact, wait) if url else None


def pages(paths: tuple[str, ...], options: dict[str, Any]) -> Pages | None:
    """Takes the options on a wiki's pages out of a command's; None where files are named instead."""
    titles, numbers, since = (options.pop(name) for name in ("page", "revision", "since"))
    way = access(options)
    if way is None:
        if titles or numbers or since:
            raise click.UsageError("--page, --revision and --since need --wiki URL")
        if not paths:
            raise click.UsageError("Missing argument 'PATH… | -' (or --wiki URL --page TITLE)")
        return None
    if paths:
        raise click.UsageError(f"PATH and --wiki exclude each other (a page is named with --page: {paths[0]!r})")
    if not (titles or numbers):
        raise click.UsageError("--wiki needs --page TITLE or --revision ID")
    if numbers and (since or len(titles) > 1):
        raise click.UsageError("--revision excludes --since and more than one --page")
    for name in ("title", "stdin_filename", "base"):
        if options.get(name):
            raise click.UsageError(f"--{name.replace('_', '-')} and --wiki exclude each other")
    return Pages(way, titles, numbers, since)


def two_revisions(way: Access, old: str, new: str) -> tuple[Article, Article]:
    """Two revisions of one page by their numbers; SourceError where they cannot be read or are of different pages."""
    if not (old.isdecimal() and new.isdecimal() and len(old) < 19 and len(new) < 19):
        raise click.UsageError("with --wiki, OLD and NEW are numbers of revisions")
    with way.open() as wiki:
        before, after = wiki.revision(int(old)), wiki.revision(int(new))
    if before.title != after.title:
        raise SourceError(f"{old} is a revision of {before.title}, {new} one of {after.title} (expected one page)")
    first, second = (
        Article(each.text, f"{each.title}@{each.id}", each.title, each.day, each.url) for each in (before, after)
    )
    return first, second


def markup_of(what: Inputs, article: Article) -> Markup:
    """How an article is written: what a wiki holds is wikitext, and nothing about that is guessed."""
    return "wikitext" if article.url and what.markup == "auto" else what.markup


def opened(what: Inputs, article: Article) -> Document:
    """The article as a document."""
    document = parse(article.text, markup_of(what, article), article.title, article.name)
    document.source.url = article.url
    return document


def _to_the_end(found: Iterator[Revision | SourceError]) -> Iterator[Revision | SourceError]:
    """The same; where the wiki fails altogether, that is the last fault."""
    try:
        yield from found
    except SourceError as error:
        yield error


def _same(title: str, asked: str) -> bool:
    """Whether a title is the one asked for; wikis write blanks for underscores and mostly a capital at the start."""
    asked = " ".join(asked.replace("_", " ").split())
    return title in (asked, asked[:1].upper() + asked[1:])


def _told(found: Iterable[Revision | SourceError]) -> Iterator[Revision | SourceError]:
    """The same; that a redirect was followed is said once for each page."""
    said: set[str] = set()
    for each in found:
        if not isinstance(each, SourceError) and each.redirects and each.title not in said:
            said.add(each.title)
            say(f"{' → '.join((*each.redirects, each.title))}: a redirect, followed")
        yield each
