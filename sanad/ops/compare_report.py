"""A comparison for a person at a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table as RichTable

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.sides import Side
from sanad.ops.compare_notes import notes, rows_in_words
from sanad.ops.compare_tables import Table, Tables
from sanad.ops.compare_told import Told
from sanad.ops.compare_words import say
from sanad.ops.programme_words import Language


def report(console: Console, comparison: Comparison, told: Sequence[Told], lang: Language) -> None:
    tables = Tables(comparison, lang)
    for line in _head(comparison, lang):
        _print(console, line)
    _section(console, say(lang, "cost"), [tables.costs()])
    _section(console, say(lang, "who"), [tables.kinds()])
    _section(console, say(lang, "cross"), [tables.outcomes()])
    _section(console, say(lang, "where_it_changes"), [tables.groups(one) for one in comparison.groupings])
    if comparison.a.meta["input"]["bad_rows"] or comparison.b.meta["input"]["bad_rows"]:
        _section(console, say(lang, "bad"), [tables.faults()])
    _heading(console, say(lang, "biggest"))
    for line in _examples(told, lang):
        _print(console, line)


def _head(comparison: Comparison, lang: Language) -> Iterator[str]:
    yield from (side_in_words(side, lang) for side in (comparison.a, comparison.b))
    yield rows_in_words(comparison, lang)
    yield from notes(comparison, lang)


def side_in_words(side: Side, lang: Language) -> str:
    title = say(lang, "round_of", title=side.programme.title[lang.value], on=side.meta["on"])
    chosen = [one for one in side.programme.readings if one.name == side.programme.reading]
    readings = [say(lang, "reading_of", reading=one.label[lang.value], name=one.name) for one in chosen]
    return " · ".join([say(lang, side.letter), side.name, title, *readings])


def _section(console: Console, title: str, tables: Sequence[Table]) -> None:
    _heading(console, title)
    for table in tables:
        _print(console, table.caption)
        console.print(_rich(table))
        console.print()


def _heading(console: Console, title: str) -> None:
    console.print(f"[bold]{title}[/bold]", highlight=False)


def _rich(table: Table) -> RichTable:
    shown = RichTable(box=None, pad_edge=False, show_footer=bool(table.total))
    for place in table.narrow:
        foot = table.total[place] if table.total else ""
        shown.add_column(table.heads[place], footer=foot, justify="right" if place else "left", overflow="fold")
    for row in table.rows:
        shown.add_row(*(row[place] for place in table.narrow))
    return shown


def _examples(told: Sequence[Told], lang: Language) -> Iterator[str]:
    if not told:
        yield say(lang, "nothing_changes")
    for one in told:
        pattern = one.pattern
        yield f"\n{say(lang, f'section_{pattern.section}')} · {say(lang, 'claim')} {pattern.claim_id}"
        yield say(lang, "alike", count=f"{pattern.claims:,}")
        for difference in one.differences:
            change = f" ({difference.change})" if difference.change else ""
            yield f"  {difference.what}: {difference.a} → {difference.b}{change}"


def _print(console: Console, line: str) -> None:
    """As it stands: a claim's number may hold brackets that Rich would take for markup."""
    console.print(line, highlight=False, soft_wrap=True, markup=False)
