"""A page that tells one thing in two ways: a leaked call through a magazine, and the denial of the other side."""

from collections.abc import Mapping

from sanad.demo.record.annotated import Annotated
from sanad.record.kinds import Hop, Rights, Stance, WorkKind
from sanad.record.log import By
from sanad.record.models import Account, Work
from sanad.record.services.events import NewEvent, add_event
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work
from sanad.record.spans import At

FILE = "06-leaked-call"
IN_THE_CALL = ("Q1", "Q2", "Q3", "Q4", "Q5", "R1", "R2", "R3")
OF_OSTMARK = ("R6",)
THE_TAPE, THE_MAGAZINE = "A recording of a telephone call", "a transcript of which was published yesterday"


def accounts_of(page: Annotated, own: Mapping[str, Account]) -> Mapping[str, Account]:
    """By statement, whose telling it stands in; every other one is the page's own."""
    work, by = own["A1"].work, page.by
    call = _through_the_magazine(page, work, by)
    denial = add_account(
        work,
        "Ostmark",
        by,
        hops=[NewHop(Hop.TOLD, why="the page quotes Ostmark without saying how it had its words")],
        narrator=page.agent("ost", "A1"),
    )
    return {**dict.fromkeys(IN_THE_CALL, call), **dict.fromkeys(OF_OSTMARK, denial)}


def _through_the_magazine(page: Annotated, work: Work, by: By) -> Account:
    """The call was recorded by nobody knows whom, transcribed by a magazine, and quoted here."""
    event = add_event(NewEvent("call", "telephone call of the envoy and the aide"), by)
    tape = add_work(NewWork(WorkKind.RECORDING, "Recording of the call", Rights.CLOSED), by)
    magazine = page.agent("lantern", "A1")
    report = NewWork(WorkKind.MAGAZINE_REPORT, "Transcript in The Lantern", Rights.CLOSED, publisher=magazine)
    transcript = add_work(report, by)
    on_tape = add_account(
        tape,
        "the call as recorded",
        by,
        hops=[NewHop(Hop.RECORDED, event=event, evidence=_words(page, THE_TAPE), is_anonymous=True)],
        about=event,
    )
    printed = add_account(
        transcript,
        "the transcript",
        by,
        hops=[NewHop(Hop.TRANSCRIBED, on_tape, agent=magazine, evidence=_words(page, THE_MAGAZINE), is_abridged=True)],
        narrator=magazine,
        about=event,
    )
    hop = NewHop(Hop.QUOTED, printed, why="the page quotes the call where it speaks of the transcript")
    return add_account(work, "the leaked call", by, hops=[hop], narrator=magazine, about=event)


def _words(page: Annotated, words: str) -> At:
    start = (page.layer.text or "").index(words)
    return At(page.layer, start, start + len(words))


def ask_about_it(page: Annotated) -> None:
    said, by = page.statements, page.by
    question = open_question("Was a text on the port agreed before the talks?", by, event=said["Q5"].account.about)
    call = NewVersion(
        said["R3"].account, "The port was gone and only the wording was left.", Stance.ASSERTS, [said["R3"], said["Q5"]]
    )
    made = add_version(question, call, by)
    denial = NewVersion(said["R6"].account, "No text had been agreed.", Stance.DENIES, [said["R6"]], toward=made)
    add_version(question, denial, by)
