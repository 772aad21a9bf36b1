"""The command line: each verb in a module of its own, one door for all."""

import os
import sys

import typer

from sanad.ops.later import part
from sanad.ops.lean import without_pandas

UNFORESEEN = (
    "Something that nobody foresaw went wrong, and nothing more was done. Please report it with this line; "
    "SANAD_DEBUG=1 shows where. · حدث خلل غير متوقع ولم يُنفَّذ شيء آخر. يُرجى الإبلاغ عنه مع هذا السطر:"
)
VERBS = (
    *("demo", "decide", "explain", "replay", "compare", "generate", "bench"),
    *("serve", "worker", "migrate", "backup", "restore", "verify", "administrator"),
)
"""Each is the function of its name in the module of its name; `programme` is a group of its own."""


def application(asked: str | None = None) -> typer.Typer:
    """The commands; with `asked`, no more than that one where it is known, so that no other has to be loaded."""
    app = typer.Typer(name="sanad", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(_sanad)
    known = asked in (*VERBS, "programme")
    if not known or asked == "programme":
        app.add_typer(part("sanad.ops.programme:app"), name="programme")
    for verb in VERBS if not known else (asked,):
        if verb in VERBS:
            app.command()(part(f"sanad.ops.{verb}:{verb}"))
    return app


def _sanad() -> None:
    """Compensation by rules as data: every award explained, no promise beyond the money."""


def main() -> None:
    """Run the command; what nobody foresaw ends in a sentence too, unless SANAD_DEBUG asks for the traceback."""
    without_pandas()
    try:
        application(sys.argv[1] if len(sys.argv) > 1 else None)()
    except Exception as error:
        if os.environ.get("SANAD_DEBUG"):
            raise
        sys.exit(f"{UNFORESEEN} {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
