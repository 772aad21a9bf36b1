"""The command line: each verb in a module of its own, one door for all."""

import typer

from sanad.ops import decide, programme, replay

app = typer.Typer(name="sanad", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.add_typer(programme.app, name="programme")
app.command()(decide.decide)
app.command()(replay.replay)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
