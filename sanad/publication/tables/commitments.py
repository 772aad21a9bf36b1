"""The promises themselves, one by one, as far as their words were opened to everybody."""

from collections.abc import Iterator, Sequence
from typing import Any

from sanad.outcomes.position import Position
from sanad.outcomes.share import When
from sanad.outcomes.told_to_all import Told
from sanad.publication.tables.schema import AS_OF, Column, Row, Table
from sanad.publication.tables.share_kept import POSITION, names_of
from sanad.record.kinds import Act, Came, Strength
from sanad.record.ledger_column import Held

ASKED, MADE_UP, HIDDEN, NOT_ASKED = "asked", "made_up", "hidden", "not_asked"
COMMITMENTS = Table(
    "commitments",
    "Promises made in public",
    "One row for each promise of the table `share-kept` that is about ten families or more, or about nobody in "
    "particular, and for each whose words were opened to everybody. Its words, and the line that cites them, stand "
    "there only where a second person has opened them. No row says whether somebody spoke the truth.",
    (
        Column("commitment", "integer", "#promise+code", "Number of the promise"),
        Column(
            "statement", "integer", "#promise+statement", "Number of its statement in the record; empty: not opened"
        ),
        Column("speaker", "string", "#group+code", "Who promised it, as `group` of the table `share-kept`"),
        Column("speaker_en", "string", "#group+name+i_en", "The same in words, in English"),
        Column("speaker_ar", "string", "#group+name+i_ar", "The same in Arabic"),
        Column("made_by", "string", "#org+name", "Name of who promised it; empty: not opened, or not said"),
        Column("act", "string", "#promise+type", "What was promised to be done", tuple(Act.values)),
        Column("strength", "string", "#promise+strength", "How firmly", tuple(Strength.values)),
        Column("made_when", "string", "#date+made", "When (EDTF); empty: not said"),
        Column(
            "text", "string", "#promise+text", "What was promised, in the language of the source; empty: not opened"
        ),
        Column("language", "string", "#promise+lang", "That language (BCP 47)"),
        Column("due", "string", "#date+due", "For when (EDTF); empty: no day was named"),
        Column("due_text", "string", "#date+due+text", "The same in the words of the source; empty: not opened"),
        Column("when", "string", "#status+due", "Whether that day has passed", tuple(When)),
        Column(
            "said", "string", "#status+said", "What people last said came of it; empty: nothing", ("", *Came.values)
        ),
        Column("said_of", "string", "#date+said", "The day of which they said it (EDTF)"),
        Column("ledger", "string", "#status+ledger", "What the ledger shows; empty: see below", ("", *Held.values)),
        Column("because", "string", "#status+ledger+reason", "Why; several reasons where several things were asked"),
        Column("query", "string", "#meta+query", "What the ledger was asked, with the version of the question"),
        Column("digest", "string", "#meta+digest", "SHA-256 of each answer of the ledger, by which it can be verified"),
        Column(
            "ledger_state",
            "string",
            "#status+ledger+state",
            "asked; made_up: asked, and the ledger is that of a demo, so that it is in no count; hidden: it is about "
            "fewer than ten families; not_asked: nobody has said which programme, fund or building it is about",
            (ASKED, MADE_UP, HIDDEN, NOT_ASKED),
        ),
        Column(
            "citation_en", "string", "#promise+citation+i_en", "The line by which its statement is cited, in English"
        ),
        Column("citation_ar", "string", "#promise+citation+i_ar", "The same in Arabic"),
        POSITION,
        AS_OF,
    ),
    ("commitment",),
)


def commitment_rows(told: Sequence[Told], position: Position) -> Iterator[Row]:
    """Of few families only what a second person has opened, and without what the ledger shows."""
    yield from (_row(one, position) for one in told if one.shown or not one.one.few)


def _row(told: Told, position: Position) -> Row:
    one, commitment, shown = told.one, told.commitment, told.shown
    return {
        "commitment": one.key,
        "statement": shown.statement if shown else None,
        "speaker": one.speaker,
        **{f"speaker_{language}": words for language, words in names_of(one.speaker).items()},
        "made_by": shown.made_by if shown else "",
        "act": commitment.act,
        "strength": commitment.strength,
        "made_when": commitment.made_when,
        "text": shown.text if shown else "",
        "language": shown.language if shown else "",
        "due": commitment.due,
        "due_text": shown.due_text if shown else "",
        "when": str(one.when),
        "said": one.said,
        "said_of": told.last_said.as_of if told.last_said else "",
        **_ledger(told),
        "citation_en": shown.citations["en"] if shown else "",
        "citation_ar": shown.citations["ar"] if shown else "",
        "position": position.number,
        "as_of": position.on,
    }


def _ledger(told: Told) -> dict[str, Any]:
    answers = [answer.told for answer in told.answers]
    return {
        "ledger": str(told.one.held),
        "because": " ".join(answer["because"] for answer in answers),
        "query": " ".join(f"{answer['query']}/{answer['version']}" for answer in answers),
        "digest": " ".join(answer.digest for answer in told.answers),
        "ledger_state": _state(told),
    }


def _state(told: Told) -> str:
    if told.one.few:
        return HIDDEN
    if not told.answers:
        return NOT_ASKED
    return MADE_UP if told.one.is_made_up else ASKED
