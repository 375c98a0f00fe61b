"""The page in a real browser: it works by mouse and keyboard, asks for nothing, and is readable for everybody."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimcheck as cc
from claimcheck.report import load
from claimcheck.report.parts.run import Run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEEDS = Path(__file__).parents[2] / "seeds"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--disable-quic"]  # fmt: skip
Open = Callable[..., "Page"]
ARTICLE = """\
{{Infobox settlement |name=Tarnford |population_total=12,400 |area_total_km2=31.0 |population_density_km2=900}}
'''Tarnford''' is a town. Its population was 9,200 in 1951, 10,100 in 1971 and 12,400 in 2011.<ref>{{cite web
|title=Tarnford |url=http://example.org/2017/05/03/t |date=3 May 2019 |isbn=0-306-40615-3}}</ref>

== Votes ==
{| class="wikitable"
|+ Votes of 1998
! Ward !! Men !! Women
|-
| North || 120 || 130
|}
* Its mill turned 7000 thousand times.
"""


def axe() -> Path | None:
    """The script of axe-core from npm: beside the project, or where AXE says."""
    places = [os.environ.get("AXE", ""), str(Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js")]
    return next((Path(place) for place in places if place and Path(place).is_file()), None)


@pytest.fixture(scope="module")
def browser(need: Callable[[str, object, str], None]) -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    need("browser", chromium, "Chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        need("browser", None, "playwright is not installed: pip install '.[browser]'")
        raise
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that the README's first command gives."""
    paths = [path for path in sorted(SEEDS.glob("*.*")) if path.suffix in (".wikitext", ".txt")]
    return written(tmp_path_factory, {path.stem: path.read_text(encoding="utf-8") for path in paths})


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every kind of block, small enough for a checker that looks at each element."""
    return written(tmp_path_factory, {"Tarnford": ARTICLE, "Upper Tarn": "It is 27 metres (148 ft) high."})


def written(folder: pytest.TempPathFactory, articles: dict[str, str]) -> Path:
    reports = [cc.examine(text, title=title, name=title, date="2024-01-01") for title, text in articles.items()]
    file = folder.mktemp("page") / "page.html"
    file.write_text("".join(load("html")(reports, Run("1.2.3"))), encoding="utf-8")
    return file


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a file, and holds afterwards that nothing was logged and nothing asked of any network."""
    said: list[str] = []
    contexts = []

    def go(file: Path, fragment: str = "", **settings: Any) -> Page:
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: said.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(f"{file.as_uri()}{fragment}")
        return page

    yield go
    for context in contexts:
        context.close()
    assert said == []


def test_findings_are_filtered_by_severity_and_rule(visit: Open, seeds: Path) -> None:
    page = visit(seeds)
    shown = page.locator("article.note:visible")
    assert shown.count() == 8
    page.get_by_label("errors").uncheck()
    assert shown.count() == 2
    assert page.locator(".toolbar output").inner_text() == "2 of 8 findings shown"
    page.get_by_label("errors").check()
    page.locator("select[name=rule]").select_option("scale/doubled-scale-word")
    assert shown.count() == 1


def test_both_sides_of_a_contradiction_are_jumped_between(visit: Open, seeds: Path) -> None:
    page = visit(seeds)
    note = page.locator("[data-rule='conversion/unit-pair']")
    note.locator(".jumps a").click()
    page.locator(":target + mark").filter(has_text="27 metres").wait_for()
    page.get_by_role("link", name="finding 3", exact=True).last.click()
    assert page.evaluate("document.querySelector(':target').dataset.rule") == "conversion/unit-pair"


def test_a_jump_shows_a_note_that_the_filter_hid(visit: Open, seeds: Path) -> None:
    page = visit(seeds)
    page.get_by_label("errors").uncheck()
    page.locator(".toc a").first.click()
    assert page.locator("article.note:target").is_visible()


def test_the_reason_opens_by_keyboard_alone(visit: Open, seeds: Path) -> None:
    page = visit(seeds)
    summary = page.locator("[data-rule='citation/title-measure'] summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-rule='citation/title-measure'] pre").is_visible()
    page.keyboard.press("Enter")
    assert not page.locator("[data-rule='citation/title-measure'] pre").is_visible()


def test_the_first_key_leads_past_the_head(visit: Open, seeds: Path) -> None:
    page = visit(seeds)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_claims_are_filtered_sorted_and_copied(visit: Open, seeds: Path) -> None:
    page = visit(seeds, permissions=["clipboard-read", "clipboard-write"])
    claims = page.locator("details.claims").last
    claims.locator("summary").click()
    rows = claims.locator("tbody tr:visible")
    every = rows.count()
    claims.get_by_label("kind").select_option("date")
    assert 0 < rows.count() < every
    claims.get_by_role("searchbox").fill("1874")
    assert all("1874" in row.inner_text() for row in rows.all())
    claims.get_by_role("button", name="value", exact=True).click()
    assert claims.locator("th[aria-sort='ascending']").inner_text().startswith("value")
    claims.get_by_role("button", name="Copy as CSV").click()
    claims.locator("output", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").split("\r\n")
    assert copied[0].startswith('"as printed","line"')
    assert len(copied) == rows.count() + 2


def test_it_can_be_read_without_scripts(visit: Open, seeds: Path) -> None:
    page = visit(seeds, java_script_enabled=False)
    assert page.locator("article.note:visible").count() == 8
    assert not page.locator(".toolbar").is_visible()
    page.locator("article.note summary").first.click()
    assert page.locator("article.note pre").first.is_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("light", 375), ("dark", 1280)])
def test_no_accessibility_rule_is_broken(
    visit: Open, short: Path, need: Callable[[str, object, str], None], scheme: str, width: int
) -> None:
    script = axe()
    need("browser", script, "axe-core is not installed: npm install --no-save axe-core")
    page = visit(short, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    page.add_script_tag(content=str(script and script.read_text(encoding="utf-8")))
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice']})")
    told = [(fault["id"], fault["help"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]]
    assert told == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_nothing_is_wider_than_the_window(visit: Open, seeds: Path, width: int) -> None:
    page = visit(seeds, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_long_table_shows_some_rows_at_a_time(visit: Open, tmp_path: Path) -> None:
    text = "".join(f"In {1500 + n} it had {n + 2} mills.\n\n" for n in range(250))
    file = tmp_path / "many.html"
    file.write_text("".join(load("html")([cc.examine(text, title="Mills")], Run("1.2.3"))), encoding="utf-8")
    page = visit(file, permissions=["clipboard-read", "clipboard-write"])
    claims = page.locator("details.claims")
    claims.locator("summary").click()
    assert claims.locator("tbody tr").count() == 200
    assert claims.locator("output").inner_text() == "200 of 500 claims shown"
    claims.get_by_role("button", name="Show more").click()
    assert claims.locator("tbody tr").count() == 400
    claims.get_by_role("button", name="Copy as CSV").click()
    claims.locator("output", has_text="Copied").wait_for()
    assert len(page.evaluate("navigator.clipboard.readText()").split("\r\n")) == 502
    claims.get_by_role("searchbox").fill("251 mills")
    assert claims.locator("tbody tr").count() == 0
    claims.get_by_role("searchbox").fill("251")
    assert 0 < claims.locator("tbody tr").count() < 10
    assert not claims.get_by_role("button", name="Show more").is_visible()


def test_a_long_article_opens_and_filters_at_once(visit: Open, tmp_path: Path) -> None:
    told = "The parish kept its records in a chest that nobody opened for a long time, or so the story goes; "
    text = "".join(f"{told * 2}in {1800 + n % 200} it had {n} houses and {n},000 people.\n\n" for n in range(2_000))
    assert len(text) > 450_000
    file = tmp_path / "long.html"
    file.write_text("".join(load("html")([cc.examine(text, title="Long")], Run("1.2.3"))), encoding="utf-8")
    page = visit(file)
    page.locator("details.claims summary").click()
    before = page.evaluate("performance.now()")
    page.locator("details.claims").get_by_role("searchbox").fill("1,99")
    page.locator("details.claims output", has_text=" of ").wait_for()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert (
        page.evaluate("performance.now()") - before < 10_000
    )  # a hang, not a stopwatch: figures are in the benchmarks


def test_it_prints_dark_on_light_with_its_marks(visit: Open, short: Path) -> None:
    page = visit(short, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(28, 30, 33)", "rgb(255, 255, 255)"]
    assert not page.locator(".toolbar").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.number')).printColorAdjust") == "exact"


HOSTILE = """\
'''<script>alert(1)</script>''' "onerror="alert(1) </style></script><img src=x onerror=alert(1)> {{ 7*7 }}
[javascript:alert(1) 31 June 1874] 7000 thousand <b onclick="alert(1)">5 miles (99 km)</b> \u202e7000 thousand\u202c
{{cite web|title=</title><script>alert(1)</script>|url=javascript:alert(1)|date=31 June 1999|access-date=1 May 1990}}
"""


def test_nothing_of_a_hostile_article_runs(visit: Open, tmp_path: Path) -> None:
    reports = [cc.examine(HOSTILE * 300, markup="wikitext", title="</title><script>alert(1)</script>", name='a"><b>')]
    file = tmp_path / "hostile.html"
    file.write_text("".join(load("html")(reports, Run("1.2.3"))), encoding="utf-8")
    page = visit(file)
    page.on("dialog", lambda dialog: pytest.fail(f"the page runs: {dialog.message}"))
    assert page.locator("script").count() == 1
    assert page.locator("main img, main b[onclick], main iframe").count() == 0
    assert len(reports[0].findings) > 500
    page.get_by_label("errors").uncheck()
    assert page.locator(".toolbar output").inner_text().endswith("findings shown")
