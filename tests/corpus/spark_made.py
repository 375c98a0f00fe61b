"""What tests of Spark share: a cluster of two executors on this machine, how one is ended, pages as Wikimedia's tables.

Executors import it, too: it stands on their PYTHONPATH.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import made
from dump_writer import Page, Revision

from claimcheck.rules import Rule
from claimcheck.selection import Selection

EXECUTOR = b"CoarseGrainedExecutorBackend"
"""Spark's class whose name stands in an executor's command line."""
MASTER = "local-cluster[2,1,640]"
"""Two executors of one core, in processes of their own."""
LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Starts in half the time."""
CONF = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.extraJavaOptions": LIGHT,
    "spark.executor.extraJavaOptions": LIGHT,
    "spark.executor.memory": "512m",
    "spark.executorEnv.PYTHONPATH": os.pathsep.join(
        str(Path(__file__).parents[folder - 1] / name) for folder, name in ((1, ""), (3, "tools"))
    ),
    "spark.sql.session.timeZone": "America/New_York",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
}

CONTENT = """
    page_id bigint, page_namespace_id int, page_title string, page_redirect_target string, user_id bigint,
    user_text string, user_is_visible boolean, revision_id bigint, revision_parent_id bigint, revision_dt timestamp,
    revision_is_minor_edit boolean, revision_comment string, revision_comment_is_visible boolean, revision_size bigint,
    revision_content_slots map<string, struct<content_body: string, content_format: string, content_model: string,
        content_sha1: string, content_size: bigint, origin_rev_id: bigint>>,
    revision_content_is_visible boolean, wiki_id string
"""
"""https://wikitech.wikimedia.org/wiki/Data_Platform/Data_Lake/Content/Mediawiki_content_current_v1"""
WIKITEXT = """
    page_id bigint, page_namespace int, page_title string, page_redirect_title string, page_restrictions array<string>,
    user_id bigint, user_text string, revision_id bigint, revision_parent_id bigint, revision_timestamp string,
    revision_minor_edit boolean, revision_comment string, revision_text_bytes bigint, revision_text_sha1 string,
    revision_text string, revision_content_model string, revision_content_format string, snapshot string, wiki_db string
"""
"""https://wikitech.wikimedia.org/wiki/Analytics/Data_Lake/Content/Mediawiki_wikitext_history"""


class Beware(Selection, frozen=True, eq=False):
    """The rules, but from the first page on hostile ones do what their text says."""

    mark: str = ""
    """A file that shows that an executor was ended."""
    fatal: str = ""
    """The page whose first reader leaves the mark and ends the executor that it works for."""

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        if made.rows.examine.__name__ != "examined":
            made.beware()
        if self.mark and path == self.fatal:
            self._end_executor()
        return super().rules_for(path)

    def _end_executor(self) -> None:
        """As a machine does that fails in the middle of a task; then wait for one's own end."""
        with suppress(FileExistsError), Path(self.mark).open("x"):
            above = os.getpid()
            while EXECUTOR not in command(above):
                above = parent(above)
            os.kill(above, signal.SIGKILL)
            signal.pause()


def content(page: Page, revision: Revision) -> tuple[Any, ...]:
    """A row of `wmf_content.mediawiki_content_…_v1`."""
    slots = {"main": (revision.text, "text/x-wiki", revision.model, "", len(revision.text), revision.id)}
    slots |= {role: (text, "application/json", "json", "", len(text), revision.id) for role, text in revision.slots}
    return (
        page.id, page.namespace, page.title.replace(" ", "_"), page.redirect.replace(" ", "_") or None, 1, "Writer",
        True, revision.id, revision.parent or None, datetime.fromisoformat(revision.time), False, "", True, 1,
        None if revision.deleted else slots, not revision.deleted, "testwiki",
    )  # fmt: skip


def wikitext(page: Page, revision: Revision) -> tuple[Any, ...]:
    """A row of `wmf.mediawiki_wikitext_…`."""
    return (
        page.id, page.namespace, page.title, page.redirect or None, [], 1, "Writer", revision.id,
        revision.parent or None, revision.time, False, "", 1, "", None if revision.deleted else revision.text,
        revision.model, "text/x-wiki", "2026-01", "testwiki",
    )  # fmt: skip


def parent(pid: int) -> int:
    """The process that started this one."""
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def command(pid: int) -> bytes:
    """What a process was started with."""
    return Path(f"/proc/{pid}/cmdline").read_bytes()
