"""A page in Arabic on which one thing is told in three ways, one of them from mouth to mouth."""

from collections.abc import Mapping

from sanad.demo.record.annotated import Annotated
from sanad.record.kinds import Hop, Stance
from sanad.record.models import Account
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.sources import NewHop, add_account

FILE = "02-taawidat-tal-ward"
QUESTION = "هل تُفتح لائحة المتضررين من جديد؟"
NOT_SAID = "لا يذكر النص كيف وصل إليه هذا الكلام"


def accounts_of(page: Annotated, own: Mapping[str, Account]) -> Mapping[str, Account]:
    """By statement, whose telling it stands in; every other one is the page's own."""
    heard = _from_mouth_to_mouth(page, own["A1"])
    office = _told_by(page, own["A1"], "office", "مكتب رئيس البلدية")
    rafiq = _told_by(page, own["A1"], "rafiq", "رفيق شدياق")
    return {"Q7": heard, "R4": heard, "R5": office, "Q5": rafiq, "Q6": rafiq}


def _from_mouth_to_mouth(page: Annotated, own: Account) -> Account:
    """The mayor, a clerk, a resident, the page."""
    clerk = add_account(
        own.work,
        "موظف في القلم",
        page.by,
        hops=[NewHop(Hop.TOLD, agent=page.agent("mayor", "A1"), why=NOT_SAID)],
        narrator=page.agent("clerk", "A1"),
    )
    told = page.at(next(one["cue"] for one in page.gold["reported"] if one["id"] == "R4"))
    hop = NewHop(Hop.TOLD, clerk, agent=page.agent("clerk", "A1"), evidence=told)
    return add_account(own.work, "كميل شدياق", page.by, hops=[hop], narrator=page.agent("kamil", "A1"))


def _told_by(page: Annotated, own: Account, who: str, label: str) -> Account:
    agent = page.agent(who, "A1")
    return add_account(own.work, label, page.by, hops=[NewHop(Hop.TOLD, agent=agent, why=NOT_SAID)], narrator=agent)


def ask_about_it(page: Annotated) -> None:
    said, by = page.statements, page.by
    question = open_question(QUESTION, by)
    closed = NewVersion(said["Q7"].account, "أُقفلت اللائحة ولن تُفتح.", Stance.ASSERTS, [said["R4"], said["Q7"]])
    first = add_version(question, closed, by)
    denial = NewVersion(said["R5"].account, "لم يقل رئيس البلدية ذلك.", Stance.DENIES, [said["R5"]], toward=first)
    add_version(question, denial, by)
    promise = NewVersion(said["Q6"].account, "من سقط اسمه سهوًا يُضاف خلال أسبوع.", Stance.ASSERTS, [said["Q6"]])
    add_version(question, promise, by)
