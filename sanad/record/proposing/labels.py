"""Interviews and minutes: paragraphs that begin with who speaks and a colon, without any marks."""

import re
from collections.abc import Sequence

from sanad.record.proposing.page import Span

LABEL = re.compile(r"(?P<label>(?:[A-Z\u0621-\u064a][^\s:،,.؟?!«»“”\"]*\.?)(?: [^\s:.؟?!«»“”\"]+){0,4}) ?: +(?=\S)")
NOBODY = frozenset(
    [
        "present",
        "apologies",
        "absent",
        "clerk",
        "date",
        "place",
        "location",
        "subject",
        "re",
        "to",
        "from",
        "note",
        "tel",
        "telephone",
        "email",
        "fax",
        "attention",
        "reference",
        "ref",
        "time",
        "chair",
        "agenda",
        "item",
        "items",
        "interview",
        "words",
        "photo",
        "photos",
        "photography",
        "text",
        "source",
        "updated",
        "published",
        "attendees",
        "contact",
        "address",
        "venue",
        "الحضور",
        "الحاضرون",
        "المعتذرون",
        "الغائبون",
        "الزمان",
        "المكان",
        "التاريخ",
        "الموضوع",
        "المرجع",
        "العدد",
        "هاتف",
        "الهاتف",
        "بريد",
        "حوار",
        "تصوير",
        "إعداد",
        "كاتب",
        "أمين",
        "جدول",
        "البند",
        "ملاحظة",
        "أولا",
        "أولًا",
        "ثانيا",
        "ثانيًا",
        "ثالثا",
        "ثالثًا",
        "رابعا",
        "رابعًا",
        "خامسا",
        "خامسًا",
        "سادسا",
        "سادسًا",
        "سابعا",
        "سابعًا",
        "ثامنا",
        "ثامنًا",
        "للاستفسار",
        "للمراجعة",
        "القرار",
    ]
)
FEWEST = 3


def labelled(text: str, paragraphs: Sequence[Span]) -> dict[Span, tuple[Span, Span]]:
    """By paragraph, its label and what is said; empty where too few have one for it to be how the page is written."""
    found = {}
    for paragraph in paragraphs:
        match = LABEL.match(text, paragraph.start, paragraph.end)
        if match and match["label"].split()[0].lower() not in NOBODY and _is_speech(text[match.end() : paragraph.end]):
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
