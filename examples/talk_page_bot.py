"""A bot that keeps a report on the numbers of an article on its talk page.

It looks only at the pages that a page of the wiki lists (`* [[Upper line]]`), and shows what it would write unless it
is told to --post:

    export CLAIMCHECK_CONTACT=ann@example.org
    export CLAIMCHECK_WIKI_USER=Ann@claimcheck CLAIMCHECK_WIKI_PASSWORD=…      # from Special:BotPasswords
    python examples/talk_page_bot.py https://wiki.example.org "Project:Numbers/Pages"
    python examples/talk_page_bot.py https://wiki.example.org "Project:Numbers/Pages" --post

The report stands between two comments and is replaced as a whole; where nothing has changed, nothing is written. A
talk page that says {{nobots}} is left alone, and so is what others write there while the bot is at work.
"""

from __future__ import annotations

import argparse
import difflib
import html
import re
import sys
import time

import mwparserfromhell

import claimcheck as cc
from claimcheck.sources.mediawiki import Revision, Wiki, WikiError

BEGIN, END = "<!-- claimcheck report: begin -->", "<!-- claimcheck report: end -->"
REPORT = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
LISTED = re.compile(r"^[*#]+\s*\[\[:?([^\[\]|#]+)", re.MULTILINE)
TRIES = 4


def main(arguments: list[str]) -> int:
    """Deal with every page that is listed; 1 where one could not be."""
    options = parsed(arguments)
    failed = False
    with Wiki(options.wiki, options.contact) as wiki:
        user = name_of(wiki) if options.post else "claimcheck"
        listed = dict.fromkeys(title.strip() for title in LISTED.findall(wiki.page(options.list).text))
        for page in wiki.pages(listed):
            try:
                if not isinstance(page, Revision):
                    raise page
                if keep_report(wiki, page, user, post=options.post):
                    time.sleep(options.pause if options.post else 0)
            except cc.SourceError as error:
                print(error, file=sys.stderr)
                failed = True
    return 1 if failed else 0


def keep_report(wiki: Wiki, page: Revision, user: str, *, post: bool) -> bool:
    """Bring the report on a talk page up to date, or show how; True where something was to be changed.

    Where somebody else edits the talk page meanwhile, it is read again and the report put into what they wrote.
    """
    title = talk_page(wiki, page.title)
    for left in reversed(range(TRIES)):
        talk = read(wiki, title)
        before = talk.text if talk else ""
        after = with_report(before, page)
        if after == before:
            return False
        if not may_edit(before, user):
            print(f"{title}: left alone, as it asks bots to", file=sys.stderr)
            return False
        if not post:
            show(title, before, after)
            return True
        try:
            write(wiki, title, after, talk)
        except WikiError as error:
            if error.code not in ("editconflict", "articleexists", "missingtitle") or not left:
                raise
        else:
            print(f"{title}: written")
            return True
    return False


def write(wiki: Wiki, title: str, text: str, talk: Revision | None) -> None:
    """Write the talk page on top of the revision that was read, or make it if it is still missing."""
    base = {"baserevid": talk.id, "nocreate": True} if talk else {"createonly": True}
    wiki.act("edit", title=title, text=text, summary="Report on the numbers of the article", bot=True, **base)


def with_report(talk: str, page: Revision) -> str:
    """The talk page with a new report: in place of the old one, else at its end; none where nothing is found.

    The signature of an old report stays where its findings are the same, so that it is not written anew every day.
    """
    findings = [line(finding) for finding in cc.lint(page.text, markup="wikitext", title=page.title, date=page.day)]
    old = REPORT.search(talk)
    if not findings:
        return REPORT.sub("", talk).rstrip() if old else talk
    listed = "\n".join(findings)
    if old and listed in old[0]:
        return talk
    head = f"== Numbers to check ==\nIn [[Special:PermanentLink/{page.id}|this revision]]:"
    report = f"{BEGIN}\n{head}\n{listed}\n~~~~\n{END}"
    return talk[: old.start()] + report + talk[old.end() :] if old else f"{talk.rstrip()}\n\n{report}".lstrip()


def line(finding: cc.Finding) -> str:
    """One finding as an item of a list; what stands in the article is shown, not followed."""
    figure = finding.source.text[finding.primary.start : finding.primary.end]
    return f"* '''{finding.severity}''': {plain(figure)}: {plain(finding.message)} ({finding.rule})"


def plain(text: str) -> str:
    """Text in which no markup works."""
    return f"<nowiki>{html.escape(' '.join(text.split()), quote=False)}</nowiki>"


def may_edit(text: str, user: str) -> bool:
    """What {{nobots}} and {{bots}} on the page allow: https://en.wikipedia.org/wiki/Template:Bots."""
    for template in mwparserfromhell.parse(text).filter_templates():
        name = template.name.strip().lower()
        if name not in ("bots", "nobots"):
            continue
        told = {
            str(each.name).strip().lower(): {word.strip().lower() for word in str(each.value).split(",")}
            for each in template.params
        }
        names = {user.lower(), "all"}
        if "allow" in told:
            return bool(told["allow"] & names)
        if "deny" in told:
            return not told["deny"] & names
        if name == "nobots":
            return False
    return True


def read(wiki: Wiki, title: str) -> Revision | None:
    """A page, None where there is none yet."""
    for page in wiki.ask(action="query", titles=[title])["query"]["pages"]:
        return None if page.get("missing") else wiki.page(title)
    return None


def talk_page(wiki: Wiki, title: str) -> str:
    """The title of the talk page of a page."""
    answer = wiki.ask(action="query", titles=[title], prop="info", inprop="associatedpage")
    return str(answer["query"]["pages"][0]["associatedpage"])


def name_of(wiki: Wiki) -> str:
    """The name under which the bot edits."""
    answer = wiki.ask(action="query", meta="userinfo")["query"]["userinfo"]
    if answer.get("anon"):
        raise SystemExit("--post needs CLAIMCHECK_WIKI_USER and CLAIMCHECK_WIKI_PASSWORD, or CLAIMCHECK_WIKI_TOKEN")
    return str(answer["name"])


def show(title: str, before: str, after: str) -> None:
    """What would be written, as a diff."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), title, f"{title} (not written)", lineterm="")
    print("\n".join(lines))


def parsed(arguments: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="Keeps reports on numbers on talk pages.")
    parser.add_argument("wiki", help="address of the wiki")
    parser.add_argument("list", help="page that lists the pages to look at")
    parser.add_argument("--post", action="store_true", help="write, instead of showing what would be written")
    parser.add_argument("--pause", type=float, default=10.0, help="seconds after each edit")
    parser.add_argument("--contact", help="address of whoever runs this, where CLAIMCHECK_CONTACT has none")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except cc.SourceError as error:
        sys.exit(str(error))
