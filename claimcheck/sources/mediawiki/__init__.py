"""Articles from any MediaWiki through its action API: pages, revisions, histories.

httpx is imported when a `Wiki` is made, not with this package.
"""

from __future__ import annotations

from claimcheck.sources.mediawiki.errors import NoRevisionError, NotWikitextError, WikiError
from claimcheck.sources.mediawiki.login import Credentials
from claimcheck.sources.mediawiki.model import Edit, Revision
from claimcheck.sources.mediawiki.patience import Patience
from claimcheck.sources.mediawiki.wiki import Site, Wiki

__all__ = [
    "Credentials",
    "Edit",
    "NoRevisionError",
    "NotWikitextError",
    "Patience",
    "Revision",
    "Site",
    "Wiki",
    "WikiError",
]
