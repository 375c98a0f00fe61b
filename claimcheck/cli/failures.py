"""Whatever goes wrong, in one place: a message on the error stream and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

import click

from claimcheck.report.parts.run import Outcome, Unread
from claimcheck.source import Error

FOUND, FAILED = 1, 2
"""Exit codes: findings at or above the level asked for; bad usage, bad input, bad rules or an internal error."""


def say(message: str) -> None:
    """One message on the error stream."""
    click.echo(f"claimcheck: {message}", err=True)


def aloud(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same outcomes; what went wrong is said on the error stream as it passes by."""
    for outcome in outcomes:
        if isinstance(outcome, Unread):
            say(outcome.message)
        else:
            for error in outcome.errors:
                say(f"{outcome.source.name}: {error}")
        yield outcome


def guarded(command: click.Command, arguments: list[str] | None = None) -> int:
    """Run a command; the exit code, whatever happens."""
    try:
        code = command.main(arguments, prog_name="claimcheck", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return FAILED
    except BrokenPipeError:
        hush()
        return 0
    except (click.Abort, KeyboardInterrupt):
        say("interrupted")
        return FAILED
    except Error as error:
        say(str(error))
        return FAILED
    except OSError as error:
        say(": ".join(filter(None, (error.filename and str(error.filename), error.strerror or str(error)))))
        hush()
        return FAILED
    except Exception as error:
        say(internal(error))
        return FAILED
    return code if isinstance(code, int) else 0


def internal(error: BaseException) -> str:
    """What to say of an error that is ours; a traceback only for those who ask with CLAIMCHECK_DEBUG."""
    if os.environ.get("CLAIMCHECK_DEBUG"):
        import traceback

        return "".join(traceback.format_exception(error)).rstrip()
    return f"internal error, please report it: {type(error).__name__}: {error} (CLAIMCHECK_DEBUG=1 shows where)"


def hush() -> None:
    """Nobody reads the standard output any more: let nothing complain when it is closed at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
