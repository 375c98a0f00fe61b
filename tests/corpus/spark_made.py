"""What tests of Spark share: a cluster of two executors on this machine, how one is ended, pages as Wikimedia's tables.

Executors import it, too: it stands on their PYTHONPATH.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import made
from dump_writer import Page, Revision

from claimcheck.rules import Rule
from claimcheck.selection import Selection

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

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        if made.rows.examine.__name__ != "examined":
            made.beware()
        return super().rules_for(path)


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


def executors(pid: int) -> list[int]:
    """Processes below this one that are executors of Spark."""
    parents, commands = {}, {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                commands[int(folder.name)] = (folder / "cmdline").read_bytes()
            except OSError:
                continue
    below = {pid}
    while more := {child for child, parent in parents.items() if parent in below} - below:
        below |= more
    return sorted(one for one in below if b"CoarseGrainedExecutorBackend" in commands.get(one, b""))


def kill_one() -> None:
    """End an executor, as a machine that fails does."""
    os.kill(executors(os.getpid())[0], signal.SIGKILL)


def until(true: Callable[[], object], seconds: float = 120) -> None:
    """Wait for it."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def both_busy(spark: Any) -> bool:
    """Whether both executors are at a task, and others are done."""
    tracker = spark.sparkContext.statusTracker()
    stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
    return any(stage and stage.numActiveTasks == 2 and stage.numCompletedTasks for stage in stages)


def lost(spark: Any, group: str | None = None) -> int:
    """Tasks of a group of jobs that were not done at the first go."""
    tracker = spark.sparkContext.statusTracker()
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForGroup(group)]
    stages = [tracker.getStageInfo(stage) for job in jobs if job for stage in job.stageIds]
    return sum(stage.numFailedTasks + stage.currentAttemptId for stage in stages if stage)
