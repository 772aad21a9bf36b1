"""Pages as they come are told at once, and counted."""

import json
from collections.abc import Iterable

import typer
from rich.console import Console

from sanad.ops.record_report import report
from sanad.ops.record_words import says
from sanad.ops.stopping import Hearer
from sanad.record.importers.proposed import LeftOut, Proposed, Refused, Told


class Teller:
    """`records` are those of archives that are no page; `others`: files whose name alone is that of one."""

    def __init__(self, hearer: Hearer, *, is_folder: bool = False) -> None:
        self.hearer, self.is_folder = hearer, is_folder
        self.read = self.refused = self.records = self.others = 0

    def tell_all(self, found: Iterable[Told]) -> None:
        for one in found:
            self.tell(one)

    def tell(self, one: Told) -> None:
        if isinstance(one, LeftOut):
            self.records += one.records
        elif isinstance(one, Proposed):
            self.read += 1
            self._page(one)
        elif self.is_folder and one.code == "other_data":
            self.others += 1
        else:
            self.refused += 1
            self._refused(one)

    def _page(self, one: Proposed) -> None:
        if self.hearer.as_json:
            typer.echo(json.dumps(one.shape, ensure_ascii=False))
        else:
            report(Console(), one.shape, self.hearer.lang)

    def _refused(self, one: Refused) -> None:
        sentences = sentences_of(one, one.file)
        if self.hearer.as_json:
            told = {"page": {"file": one.file}, "error": one.code, "at": one.at, **one.facts, "says": sentences}
            typer.echo(json.dumps(told, ensure_ascii=False))
        else:
            typer.echo(sentences[self.hearer.lang], err=True)


def sentences_of(one: Refused, file: object) -> dict[str, str]:
    return says(one.code, file=file, at=one.at, **one.facts)
