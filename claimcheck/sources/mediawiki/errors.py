"""What can go wrong with a wiki, as errors that say the address, what came and what was expected."""

from __future__ import annotations

from claimcheck.source import SourceError


class WikiError(SourceError):
    """The wiki's own error, with the code that its API gives it (`editconflict`, `readapidenied`)."""

    def __init__(self, message: str, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class NotWikitextError(SourceError):
    """A page or revision whose content is no wikitext (JSON, Lua, CSS): there is nothing to lint."""


class NoRevisionError(SourceError):
    """A number of which the wiki knows no revision: never made, deleted with its page, or not yet everywhere."""


class BusyError(SourceError):
    """An answer after which the same question may be asked again: too many requests, overload, a lost connection."""

    def __init__(self, message: str, after: float | None = None, tries: int | None = None) -> None:
        super().__init__(message)
        self.after = after
        """Seconds that the server asked to wait, where it did."""
        self.tries = tries
        """How often it is worth asking at all, where that is few."""
