"""The share kept: what was promised in public, how much is due, what people say of it and what the ledger shows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sanad.casework.works.reasons import OFFICES
from sanad.outcomes.position import Position
from sanad.outcomes.share import NOT_ASKED, NOTHING_SAID, One, Share, open_and_few, share_of, shares_by
from sanad.publication.hiding.trees import ROOT
from sanad.publication.series import KNOWN, Breakdown, Draft
from sanad.publication.tables.schema import AS_OF, STATE, Column, Row, Table
from sanad.record.kinds import Came
from sanad.record.ledger_column import Held

ALL, SPEAKER, SOURCE, FEW = "all", "speaker", "source", "few_families"
SAID = {**{str(one): f"said_{one}" for one in Came}, NOTHING_SAID: "said_nothing"}
HELD = {**{str(one): f"ledger_{one}" for one in Held}, NOT_ASKED: "ledger_not_asked"}
ABOUT_SAID = {
    Came.KEPT: "people last said that it was kept",
    Came.PARTLY: "people last said that it was kept in part",
    Came.LATE: "people last said that it was kept late",
    Came.NOT_MET: "people last said that it was not kept",
    Came.HALTED: "people last said that it stopped midway",
    Came.WITHDRAWN: "people last said that it was taken back",
    Came.SUPERSEDED: "people last said that another took its place",
    Came.CANNOT_TELL: "people last said that nobody can tell",
}
ABOUT_HELD = {
    Held.AGREES: "the ledger shows it",
    Held.PARTLY: "the ledger shows part of it",
    Held.CONTRADICTS: "the ledger shows something else",
    Held.CANNOT_TELL: "the ledger cannot tell",
}
POSITION = Column("position", "integer", "#meta+position", "Ledger position at which it holds; `as_of` is its day")
SHARE_KEPT = Table(
    "share-kept",
    "The share kept",
    "Promises made in public: how many, how many are due, and of those due what people last said came of them and, "
    "apart from that, what the ledger shows. The two are never added up or set off. Each promise is counted once, in "
    "its newest wording; what was taken back, closed or not opened is not counted, save what the programme or a donor "
    "said to everybody by an act of its own. Those about fewer than ten families each are one row, `few_families`, and "
    "told of neither by whom nor by outcome; they are in no other row. What the ledger of a demo shows is in no count.",
    (
        Column("by", "string", "#indicator+by", "How the row was grouped", (ALL, SPEAKER, SOURCE, FEW)),
        Column("group", "string", "#group+code", "Who promised it, or in what it was said; empty: all"),
        Column("group_en", "string", "#group+name+i_en", "The same in words, in English"),
        Column("group_ar", "string", "#group+name+i_ar", "The same in Arabic"),
        Column("made", "integer", "#indicator+made", "Promises; the next three are together as many"),
        Column("due", "integer", "#indicator+due", "Of these, the day for which they were made has passed"),
        Column("not_due", "integer", "#indicator+not_due", "Of these, that day is still to come"),
        Column("no_day", "integer", "#indicator+no_day", "Of these, no day was named"),
        *(
            Column(SAID[code], "integer", f"#indicator+said+{code}", f"Of those due: {about}")
            for code, about in ABOUT_SAID.items()
        ),
        Column("said_nothing", "integer", "#indicator+said+nothing", "Of those due: nobody said what came of it"),
        *(
            Column(HELD[code], "integer", f"#indicator+ledger+{code}", f"Of those due: {about}")
            for code, about in ABOUT_HELD.items()
        ),
        Column(
            "ledger_not_asked",
            "integer",
            "#indicator+ledger+not_asked",
            "Of those due: nobody has said which programme, fund or building it is about, so that it was not asked",
        ),
        Column(
            "ledger_made_up",
            "integer",
            "#indicator+ledger+made_up",
            "Of those due: withheld, since the ledger is that of a demo",
        ),
        Column(
            "already",
            "integer",
            "#indicator+ledger+already",
            "Of those that are not due, or name no day: the ledger shows it already",
        ),
        POSITION,
        STATE,
        AS_OF,
    ),
    ("by", "group"),
)
NAMES: Mapping[str, tuple[str, str]] = {
    "": ("All promises", "كل الوعود"),
    **{f"office:{role}": (english.replace("the", "The", 1), arabic) for role, (english, arabic) in OFFICES.items()},
    "donors": ("Donors", "المانحون"),
    "bodies": ("Other bodies", "جهات أخرى"),
    "persons": ("Persons", "أشخاص"),
    "nobody": ("The text does not say who", "لا يذكر النص من"),
    "own": ("An act of the programme", "عمل من أعمال البرنامج"),
    "news_article": ("News article", "خبر صحفي"),
    "magazine_report": ("Magazine report", "تحقيق مجلة"),
    "recording": ("Recording", "تسجيل"),
    "interview": ("Interview", "مقابلة"),
    "meeting_record": ("Record of a meeting", "محضر اجتماع"),
    "official_doc": ("Official document", "وثيقة رسمية"),
    "post": ("Post", "منشور"),
}
ABOUT_FEW = ("About fewer than ten families each", "وعود يخصّ كلٌّ منها أقلّ من عشر أسر")
NOTHING: Mapping[str, Any] = dict.fromkeys(column.name for column in SHARE_KEPT.columns)
SERIES = "commitments/about-few"


def share_rows(draft: Draft, counted: Sequence[One], position: Position) -> Iterator[Row]:
    told, few = open_and_few(counted)
    yield _row(ALL, "", share_of(told), position)
    for by, group in ((SPEAKER, lambda one: one.speaker), (SOURCE, lambda one: one.source)):
        for name, share in shares_by(told, group).items():
            yield _row(by, name, share, position)
    if few:
        yield _few_row(draft, few, position)


def names_of(group: str) -> dict[str, str]:
    english, arabic = NAMES[group]
    return {"en": english, "ar": arabic}


def _row(by: str, group: str, share: Share, position: Position) -> Row:
    return {
        **NOTHING,
        "by": by,
        "group": group,
        **{f"group_{language}": words for language, words in names_of(group).items()},
        **{name: getattr(share, name) for name in ("made", "due", "not_due", "no_day", "already")},
        **{column: share.said.get(code, 0) for code, column in SAID.items()},
        **{column: share.held.get(code, 0) for code, column in HELD.items()},
        "ledger_made_up": share.made_up,
        "position": position.number,
        "state": KNOWN,
        "as_of": position.on,
    }


def _few_row(draft: Draft, few: Sequence[One], position: Position) -> Row:
    """How many they are, where enough families are behind all of them together; by the rules of every other table."""
    families: dict[int, int] = {}
    for one in few:
        families |= {family: families.get(family, 0) + 1 for family in one.few}
    cells = {"made": len(few), "position": position.number}
    told = draft.settle(SERIES, {ROOT: Breakdown({}, {ROOT: {"": families}}, lambda _leaves: dict(cells))})[ROOT][0]
    names = dict(zip(("group_en", "group_ar"), ABOUT_FEW, strict=True))
    as_of = position.on if told.state == KNOWN else told.as_of
    return {**NOTHING, "by": FEW, "group": "", **names, **told.cells, "state": told.state, "as_of": as_of}
