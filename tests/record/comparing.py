"""How good proposals are: held against pages that people have annotated, in the shape in which both stand.

`python -m tests.record.comparing FOLDER [FIRST-LAST]` tells the figures of a folder of pages; with two folders, how far
two persons who annotated the same pages agree.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sanad.record.importers.proposed import Proposed, proposed
from sanad.record.proposing.page import CONFIDENT

Shape = Mapping[str, Any]
Place = tuple[int, int]


@dataclass(slots=True)
class Found:
    """How many there are, how many were proposed, and how many of both are the same."""

    there: int = 0
    proposed: int = 0
    same: int = 0

    def add(self, there: Iterable[Place], proposed: Iterable[Place]) -> None:
        known, found = set(there), set(proposed)
        self.there += len(known)
        self.proposed += len(found)
        self.same += len(known & found)

    @property
    def recall(self) -> float:
        return self.same / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.same / (self.there + self.proposed) if self.there + self.proposed else 1.0


@dataclass(slots=True)
class Figures:
    """Counts over some pages. `speakers` are those right of the direct quotations that were found; `sure` likewise of
    those proposed with confidence; `pronouns` of those whose speaker a pronoun names.
    """

    direct: Found = field(default_factory=Found)
    speakers: Found = field(default_factory=Found)
    sure: Found = field(default_factory=Found)
    pronouns: Found = field(default_factory=Found)
    reported: Found = field(default_factory=Found)
    contents: Found = field(default_factory=Found)
    dates: Found = field(default_factory=Found)
    money: Found = field(default_factory=Found)
    commitments: Found = field(default_factory=Found)

    @property
    def both(self) -> float:
        """F1 of span and speaker together."""
        return 2 * self.speakers.same / (self.direct.there + self.direct.proposed)

    def add(self, there: Shape, found: Shape) -> None:
        self._direct(there, found)
        reported = [_by_place(shape["reported"], "span") for shape in (there, found)]
        quoted = [_by_place(shape["quotations"], "span") for shape in (there, found)]
        self.reported.add(*reported)
        self.contents.add(*({*one, *other} for one, other in zip(reported, quoted, strict=True)))
        self.dates.add(*(_by_place(_of_body(shape["dates"]), "span") for shape in (there, found)))
        self.money.add(*(_sums(shape) for shape in (there, found)))
        self._commitments(there, found)

    def _direct(self, there: Shape, found: Shape) -> None:
        known, every = _direct(there), _by_place(there["quotations"], "span")
        made = {place: one for place, one in _direct(found).items() if place in known or place not in every}
        self.direct.add(known, made)
        for place, one in known.items():
            if place in made:
                is_same = _is_same_speaker(one, there, made[place], found)
                _count(self.speakers, is_same=is_same)
                if one.get("resolution") == "pronoun":
                    _count(self.pronouns, is_same=is_same)
        self.sure.there += len(known)
        for place, one in made.items():
            if one.get("confidence", 1.0) >= CONFIDENT:
                self.sure.proposed += 1
                self.sure.same += place in known and _is_same_speaker(known[place], there, one, found)

    def _commitments(self, there: Shape, found: Shape) -> None:
        """Found where the evidence of both overlaps: how much of a sentence is the evidence, nobody can say."""
        known, made = (_by_place(shape["commitments"], "evidence") for shape in (there, found))
        self.commitments.there += len(known)
        self.commitments.proposed += len(made)
        self.commitments.same += sum(any(a < d and c < b for c, d in made) for a, b in known)


def _count(found: Found, *, is_same: bool) -> None:
    found.there += 1
    found.proposed += 1
    found.same += is_same


def _by_place(rows: Iterable[Shape], span: str) -> dict[Place, Shape]:
    return {(one[span]["start"], one[span]["end"]): one for one in rows}


def _direct(shape: Shape) -> dict[Place, Shape]:
    return _by_place([one for one in shape["quotations"] if one["kind"] == "direct"], "span")


def _of_body(dates: Iterable[Shape]) -> list[Shape]:
    """Without those of captions, which date a picture; most pages are annotated without them."""
    return [one for one in dates if not one.get("in_caption") and one.get("note") != "caption"]


def _sums(shape: Shape) -> set[Place]:
    return {
        (hash((one["span"]["start"], float(one["amount"]), one["bound"])), one["span"]["end"]) for one in shape["money"]
    }


def _is_same_speaker(one: Shape, its: Shape, other: Shape, others: Shape) -> bool:
    """One of the names is the same, or both point to the same words; nobody is the same as nobody only."""
    if one["speaker"] is None or other["speaker"] is None:
        return one["speaker"] is other["speaker"]
    who, whom = _entity(its, one["speaker"]), _entity(others, other["speaker"])
    names, further = _names(who), _names(whom)
    if names & further:
        return True
    if one.get("resolution") != "pronoun" and _meet(one.get("speaker_mention"), other.get("speaker_mention")):
        return True
    return who["kind"] == "person" and _is_last_name_only(who, its, names, further)


def _is_last_name_only(who: Shape, its: Shape, names: set[str], further: set[str]) -> bool:
    """The same last word, of a name of several words, that nobody else on the page bears."""
    last = {name.split()[-1] for name in names}
    bearers = [one for one in its["entities"] if one["kind"] == "person" and _plain(one["name"]).split()[-1] in last]
    return bearers == [who] and any(len(name.split()) > 1 and name.split()[-1] in last for name in further)


def _entity(shape: Shape, name: str) -> Shape:
    return next(one for one in shape["entities"] if one["id"] == name)


def _names(entity: Shape) -> set[str]:
    return {_plain(name) for name in (entity["name"], *entity["aliases"])}


def _plain(name: str) -> str:
    return re.sub(r"[’']s$", "", name.lower().strip())


def _meet(one: Shape | None, other: Shape | None) -> bool:
    return bool(one and other and one["start"] < other["end"] and other["start"] < one["end"])


def annotated(folder: Path, first: int = 1, last: int = 99) -> Iterator[tuple[Path, Shape]]:
    """The pages of a folder by their number, each with what people found in it."""
    for file in sorted(folder.glob("*.gold.json")):
        if first <= int(file.name[:2]) <= last:
            yield file, json.loads(file.read_text("utf-8"))


def figures_of(folder: Path, first: int = 1, last: int = 99, second: Path | None = None) -> Figures:
    """Of the rules; with `second`, of the person who annotated the pages there."""
    figures = Figures()
    for file, there in annotated(folder, first, last):
        other = second / file.name if second else None
        if other is not None and not other.exists():
            continue
        figures.add(there, json.loads(other.read_text("utf-8")) if other else _proposed(file))
    return figures


def _proposed(file: Path) -> Shape:
    found = proposed(file.with_name(file.name.replace(".gold.json", ".txt")))
    assert isinstance(found, Proposed), f"{file} cannot be read: {found.code}"
    return found.shape


LINES: dict[str, Callable[[Figures], str]] = {
    "direct quotations, exact span F1": lambda one: f"{one.direct.f1:.3f} of {one.direct.there}",
    "speaker right, of those found": lambda one: f"{one.speakers.recall:.3f}",
    "span and speaker together, F1": lambda one: f"{one.both:.3f}",
    "shown with confidence, right": lambda one: f"{one.sure.same / max(1, one.sure.proposed):.3f}",
    "shown with confidence, share of all": lambda one: f"{one.sure.proposed / max(1, one.sure.there):.3f}",
    "speakers named by a pronoun, right": lambda one: f"{one.pronouns.same} of {one.pronouns.there}",
    "reported speech, exact F1": lambda one: f"{one.reported.f1:.3f} of {one.reported.there}",
    "all contents, exact F1": lambda one: f"{one.contents.f1:.3f}",
    "time expressions, exact F1": lambda one: f"{one.dates.f1:.3f} of {one.dates.there}",
    "sums with amount and bound, F1": lambda one: f"{one.money.f1:.3f} of {one.money.there}",
    "commitments found, recall": lambda one: f"{one.commitments.recall:.3f} of {one.commitments.there}",
}


def main() -> None:
    folder, *rest = sys.argv[1:]
    numbers = next((one for one in rest if re.fullmatch(r"\d+-\d+", one)), "1-99")
    second = next((Path(one) for one in rest if one != numbers), None)
    first, last = map(int, numbers.split("-"))
    figures = figures_of(Path(folder), first, last, second)
    for line, told in LINES.items():
        print(f"{line}: {told(figures)}")  # noqa: T201


if __name__ == "__main__":
    main()
