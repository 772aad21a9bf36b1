"""The command line: each verb in a module of its own, one door for all."""

import os
import sys

import typer

from sanad.ops import bench, decide, demo, explain, generate, programme, replay

UNFORESEEN = (
    "Something that nobody foresaw went wrong, and nothing more was done. Please report it with this line; "
    "SANAD_DEBUG=1 shows where. · حدث خلل غير متوقع ولم يُنفَّذ شيء آخر. يُرجى الإبلاغ عنه مع هذا السطر:"
)
app = typer.Typer(name="sanad", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(programme.app, name="programme")
for verb in (demo.demo, decide.decide, explain.explain, replay.replay, generate.generate, bench.bench):
    app.command()(verb)


def main() -> None:
    """Run the command; what nobody foresaw ends in a sentence too, unless SANAD_DEBUG asks for the traceback."""
    try:
        app()
    except Exception as error:
        if os.environ.get("SANAD_DEBUG"):
            raise
        sys.exit(f"{UNFORESEEN} {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
