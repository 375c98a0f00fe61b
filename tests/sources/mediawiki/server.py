"""A throw-away real MediaWiki: Debian's package on SQLite and PHP's own server, on loopback, all in one directory.

Nothing outside that directory is written. What has to be installed: `.ci/run` names the packages.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import httpx

CODE = Path("/usr/share/mediawiki")
ROOT = Path("/var/lib/mediawiki")
ADMIN, SECRET = "Admin", "a-long-enough-passphrase-1"
BOT, BOT_SECRET = "Admin@claimcheck", "0123456789abcdefghijklmnopqrstuv"
SECONDS = 60
"""For the server to come up, on a busy machine."""
GRANTS = "basic,highvolume,editpage,editprotected,createeditmovepage,delete,protect,viewdeleted"

SETTINGS = """
# --- settings of the tests ---
$wgMainCacheType = CACHE_NONE; $wgSessionCacheType = CACHE_DB; $wgParserCacheType = CACHE_NONE;
$wgMessageCacheType = CACHE_NONE; $wgJobRunRate = 0; $wgEnableUploads = false; $wgPingback = false;
$wgCacheDirectory = "@DIR@/cache"; $wgUploadDirectory = "@DIR@/images"; $wgShowExceptionDetails = true;
$wgRateLimits = []; $wgEnableBotPasswords = true; $wgPasswordPolicy['policies']['default'] = [];
# The record of Wikimedia's recentchange stream without its `meta`, one JSON object in each datagram.
$wgRCFeeds['claimcheck'] = [ 'formatter' => 'JSONRCFeedFormatter', 'uri' => 'udp://127.0.0.1:@FEED@',
  'add_interwiki_prefix' => false, 'omit_bots' => false ];
if ( file_exists( "@DIR@/private" ) ) { $wgGroupPermissions['*']['read'] = false; }
$wgGroupPermissions['sysop']['deleterevision'] = true;
$wgGroupPermissions['sysop']['deletedtext'] = true;
$wgGroupPermissions['sysop']['bot'] = true;
"""


def missing() -> str:
    """Why no MediaWiki can be brought up here; empty where one can."""
    if not (CODE / "maintenance" / "install.php").is_file() or not ROOT.is_dir():
        return "MediaWiki is not installed (Debian's package mediawiki)"
    php = shutil.which("php")
    if php is None:
        return "PHP is not installed (Debian's package php-cli)"
    loaded = subprocess.run([php, "-m"], capture_output=True, text=True, check=False).stdout.split()
    lacking = {"pdo_sqlite", "intl", "mbstring", "xml"} - set(loaded)
    return f"PHP lacks {', '.join(sorted(lacking))}" if lacking else ""


class MediaWiki:
    """One wiki; `with` brings it up and surely ends it."""

    def __init__(self, directory: Path, feed: int) -> None:
        self.directory, self.feed = directory, feed
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.settings = directory / "conf" / "LocalSettings.php"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self._install()
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the server and whatever it has started."""
        if self.process is None:
            return
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, number)
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                continue
            except ProcessLookupError:
                pass
            break
        self.process.wait(10)
        self.process = None

    @contextmanager
    def private(self) -> Iterator[None]:
        """As long as this lasts only those who are logged in may read."""
        mark = self.directory / "private"
        mark.touch()
        try:
            yield
        finally:
            mark.unlink()

    def maintenance(self, script: str, *arguments: str) -> None:
        """Run one of MediaWiki's maintenance scripts."""
        environment = dict(os.environ)
        if self.settings.exists():
            environment["MW_CONFIG_FILE"] = str(self.settings)
        command = ["php", str(CODE / "maintenance" / f"{script}.php"), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        assert done.returncode == 0, f"{script}: {done.stdout}{done.stderr}"

    def _install(self) -> None:
        for name in ("data", "images", "cache", "conf"):
            (self.directory / name).mkdir(parents=True)
        where = ["--dbpath", str(self.directory / "data"), "--confpath", str(self.settings.parent)]
        what = ["--dbtype", "sqlite", "--dbname", "wiki", "--server", self.url, "--scriptpath", "", "--lang", "en"]
        self.maintenance("install", *what, *where, "--pass", SECRET, "ClaimcheckTest", ADMIN)
        text = SETTINGS.replace("@DIR@", str(self.directory)).replace("@FEED@", str(self.feed))
        with self.settings.open("a", encoding="utf-8") as file:
            file.write(text)
        self.maintenance("createBotPassword", "--appid", "claimcheck", "--grants", GRANTS, ADMIN, BOT_SECRET)

    def _start(self) -> None:
        guard = shutil.which("setpriv")  # so that the server ends even where this process is killed
        command = [*([guard, "--pdeathsig", "KILL"] if guard else []), "php", "-d", "opcache.enable_cli=1"]
        with (self.directory / "server.log").open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "-S", f"127.0.0.1:{self.port}", "-t", str(ROOT)],
                cwd=ROOT,
                env={**os.environ, "MW_CONFIG_FILE": str(self.settings)},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until = time.monotonic() + SECONDS
        while not self._answers():
            assert self.process.poll() is None, (self.directory / "server.log").read_text()
            assert time.monotonic() < until, f"no answer for {SECONDS} seconds"
            time.sleep(0.2)

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/api.php?action=query&meta=siteinfo&format=json", timeout=30).is_success
        except httpx.HTTPError:
            return False


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
