"""A record of many statements: how long its log takes to verify, and a question with its versions to be read.

The rows are written by the record's own writing, many at once; the database is made new, or an empty one that
SANAD_DATABASE_URL names.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import django
from django.core.management import call_command
from django.db import connection

django.setup()

from sanad.audit.sealing import seal_all  # noqa: E402  Django has to be set up before its models are loaded
from sanad.record.kinds import (  # noqa: E402
    AgentKind,
    Hop,
    Method,
    Rights,
    SpeakerStatus,
    Stance,
    StatementKind,
    Verbatim,
    WorkKind,
)
from sanad.record.log import By, writing  # noqa: E402
from sanad.record.models import Account, Agent, Place, Question, Statement, TextLayer  # noqa: E402
from sanad.record.selectors.versions import sides_of  # noqa: E402
from sanad.record.services.agents import NewAgent, add_agent  # noqa: E402
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture  # noqa: E402
from sanad.record.services.questions import NewVersion, add_version, open_question  # noqa: E402
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work  # noqa: E402
from sanad.record.services.statements import hash_of  # noqa: E402
from sanad.record.spans import At, made_span  # noqa: E402
from sanad.record.verification import verify_record  # noqa: E402
from sanad.staff.models import User  # noqa: E402

A_PAGE, VERSIONS, GROUNDS, ASKED = 100, 8, 5, 20
AT = datetime(2026, 11, 26, 9, tzinfo=UTC)


def main(statements: int) -> None:
    call_command("migrate", verbosity=0, interactive=False)
    by = By(User.objects.create_user("keeper@example.org", "Keeper"), AT)
    began = time.perf_counter()
    accounts = [_page(number, by) for number in range(-(-statements // A_PAGE))]
    seal_all(at=AT)
    written = time.perf_counter() - began
    question = _question(accounts, by)
    began = time.perf_counter()
    findings = list(verify_record())
    verified = time.perf_counter() - began
    said = {
        "database": connection.vendor,
        "statements": Statement.objects.count(),
        "written": written,
        "verified": verified,
        "findings": len(findings),
        "question": _asked(question),
        "decide": {"wall": 0.0},
    }
    print(json.dumps(said))  # noqa: T201 -- read by the measurer


def _page(number: int, by: By) -> Account:
    """A page of a hundred quotations, each confirmed."""
    text = f"Page {number}.\n\n" + "\n\n".join(
        f"“Sentence {one} of page {number}.” said Huda." for one in range(A_PAGE)
    )
    capture, _ = keep_capture(NewCapture(text.encode(), "text/plain", Method.PASTE, AT), by)
    layer = add_layer(capture, NewLayer(text, "plain text", "1", "en"), by)
    work = add_work(NewWork(WorkKind.NEWS_ARTICLE, f"Page {number}", Rights.PUBLIC, capture), by)
    account = add_account(work, "the page itself", by, hops=[NewHop(Hop.PUBLISHED, why="it is the page")])
    speaker = add_agent(NewAgent(AgentKind.PERSON, "Huda Saab", is_private=False), by)
    with writing("record.statement", by) as put:
        put.named(work)
        spans = put.put_all(made_span(one) for one in _places(layer))
        made = [_statement(account, speaker, span, place, by) for place, span in enumerate(spans, start=1)]
        Place.objects.bulk_create(Place(statement=one) for one in put.put_all(made))
    return account


def _places(layer: TextLayer) -> Iterator[At]:
    text, at = layer.text or "", 0
    for _ in range(A_PAGE):
        at = text.index("“", at)
        yield At(layer, at, at := text.index("”", at) + 1)


def _statement(account: Account, speaker: Agent, span: object, place: int, by: By) -> Statement:
    made = Statement(
        account=account,
        kind=StatementKind.DIRECT,
        speaker=speaker,
        speaker_status=SpeakerStatus.NAMED,
        speaker_note="a generated page",
        content=span,
        verbatim=Verbatim.PRINTED_IN_MARKS,
        narrative_no=place,
        confirmed_by=by.user,
        confirmed_at=by.at,
    )
    made.rec_hash = hash_of(made)
    return made


def _question(accounts: list[Account], by: By) -> Question:
    question = open_question("What do the pages say?", by)
    step = max(1, len(accounts) // VERSIONS)
    for number, account in zip(count(1), accounts[::step][:VERSIONS], strict=False):
        grounds = Statement.objects.filter(account=account)[:GROUNDS]
        add_version(question, NewVersion(account, f"Version {number}", Stance.ASSERTS, grounds), by)
    return question


def _asked(question: Question) -> dict[str, float]:
    """Milliseconds, half of them under."""
    times = []
    for _ in range(ASKED):
        began = time.perf_counter()
        sides = sides_of(question)
        times.append(1_000 * (time.perf_counter() - began))
    return {"versions": len(sides), "p50": statistics.median(times), "most": max(times)}


if __name__ == "__main__":
    main(int(sys.argv[1]))
