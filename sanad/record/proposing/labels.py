"""Interviews and minutes: paragraphs that begin with who speaks and a colon, without any marks."""

import re
from collections.abc import Sequence

from sanad.record.proposing.page import Span
from sanad.record.proposing.tables import table_of

LABEL = re.compile(r"(?P<label>(?:[A-Z\u0621-\u064a][^\s:،,.؟?!«»“”\"]*\.?)(?: [^\s:.؟?!«»“”\"]+){0,4}) ?: +(?=\S)")
FEWEST = 3


def labelled(text: str, paragraphs: Sequence[Span]) -> dict[Span, tuple[Span, Span]]:
    """By paragraph, its label and what is said; empty where too few have one for it to be how the page is written."""
    found, nobody = {}, frozenset(table_of("labels")["nobody"])
    for paragraph in paragraphs:
        match = LABEL.match(text, paragraph.start, paragraph.end)
        if match and match["label"].split()[0].lower() not in nobody and _is_speech(text[match.end() : paragraph.end]):
            said = Span(match.end(), paragraph.end)
            found[paragraph] = Span(match.start("label"), match.end("label")), said
    return found if len(found) >= FEWEST else {}


def _is_speech(said: str) -> bool:
    return (
        len(said.split()) >= 2
        and not said[0].islower()
        and not said[0].isdigit()
        and said.rstrip()[-1] in '.?!…؟”»"’'
        and said[0] not in '“«"‘'
    )
