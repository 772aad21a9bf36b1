"""A small record of which some is shown, and its export."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pyld import jsonld

from sanad.audit.chaining import NOTHING_BEFORE
from sanad.audit.models import Chain
from sanad.audit.sealing import seal_all
from sanad.record.exporting.told import Counts, Head
from sanad.record.kinds import Level, Rights, Way
from sanad.record.models import Agent, Statement
from sanad.record.selectors.replies import needs_reply
from sanad.record.services.disclosures import disclose
from sanad.record.services.exports import BUNDLE, export_record
from sanad.record.services.replies import NewAsking, ask_for_reply, write_reply
from tests.record.keeping.pages import WHEN, Held, by_maya, by_omar, held, huda, said

TODAY = date(2026, 11, 26)
PROMISE, LIST = "“We will pay the families within a few months,”", "“The list is ready.”"


def head() -> Head:
    chain = Chain.objects.filter(pk=1).first() or Chain(length=0, digest=NOTHING_BEFORE)
    return Head(chain.length, chain.digest)


def show(*of: Statement | Agent) -> None:
    """A living private person is asked first, by somebody else, and answers."""
    for one in of:
        note = ""
        if isinstance(one, Agent) and needs_reply(one):
            day = by_maya().at.date()
            asked = ask_for_reply(one, NewAsking("the person", Way.LETTER, day, day + timedelta(days=7)), by_maya())
            write_reply(asked, "Agreed.", day, by_maya())
            note = "named with consent"
        disclose(one, Level.PUBLIC, "agreed", by_omar(), legal_note=note)


@dataclass(frozen=True)
class Exported:
    folder: Path
    counts: Counts

    @property
    def bundle(self) -> Path:
        return self.folder / BUNDLE

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def json(self, name: str) -> Any:
        return json.loads(self.text(name))

    def everything(self) -> dict[str, str]:
        """Every file that leaves, also those inside the bundle."""
        with ZipFile(self.bundle) as archive:
            inside = {f"{BUNDLE}/{name}": archive.read(name).decode() for name in archive.namelist()}
        loose = {path.name: path.read_text("utf-8") for path in self.folder.iterdir() if path.name != BUNDLE}
        return {**loose, **inside}


def exported(folder: Path, on: date = TODAY, **more: Any) -> Exported:
    seal_all(at=WHEN)
    out = folder / f"export {len(list(folder.iterdir()))}"
    return Exported(out, export_record(out=out, on=on, head=head, **more))


def small_record(rights: Rights = Rights.PUBLIC) -> Mapping[str, Any]:
    """Two statements of Huda Saab, both shown."""
    page: Held = held(rights=rights, url="https://news.example/repairs")
    speaker = huda()
    one = said(
        page,
        PROMISE,
        speaker,
        cue=page.at("said"),
        manner="=at once",
        place="Qasmiyeh",
        when="2013-09",
        when_basis="stated",
    )
    other = said(page, LIST, speaker)
    show(one, other)
    return {"page": page, "speaker": speaker, "promise": one, "list": other}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def nothing_is_fetched(url: str, _options: object) -> None:
    raise AssertionError(f"{url} was asked for")


def expanded(graph: object) -> dict[str, dict]:
    nodes = jsonld.expand(graph, {"documentLoader": nothing_is_fetched})
    return {node["@id"]: node for node in nodes}
