"""`claimcheck rules test`: the examples of rules, run."""

from __future__ import annotations

import click

from claimcheck.cli.failures import FAILED, FOUND, say
from claimcheck.cli.outputs import standard_output
from claimcheck.report.parts.words import count
from claimcheck.rules import load_rules, read_rules
from claimcheck.rules.load import shipped
from claimcheck.ruletest import cases, faults


@click.command("test", short_help="Run the examples of rules.")
@click.argument("directories", metavar="[DIR]…", nargs=-1)
@click.option("-q", "--quiet", is_flag=True, help="Only what fails.")
def command(directories: tuple[str, ...], quiet: bool) -> int:
    """Run the examples of the rules in each DIR (the shipped rules where none is given).

    Bad examples must be flagged on exactly the part in ⟦⟧, good ones must stay silent, and no shipped rule may fire
    on either. Exit code: 0 where all hold, 1 where one does not, 2 where a rule cannot be loaded.
    """
    tested, broken = read_rules(*(directories or (shipped(),)))
    beside = load_rules(shipped()) if directories else []
    everything = [*tested, *(rule for rule in beside if rule.id not in {own.id for own in tested})]
    write = standard_output()
    failed = examples = 0
    for rule in tested:
        found = faults(rule, everything)
        examples += len(list(cases(rule)))
        failed += len(found)
        write("".join(f"{fault}\n" for fault in found))
    if not quiet:
        verdict = count(failed, "fault") if failed else "all hold"
        write(f"{count(len(tested), 'rule')}, {count(examples, 'example')}: {verdict}\n")
    for file in broken:
        for fault in file.faults:
            say(str(fault))
    return FAILED if broken else FOUND if failed else 0
