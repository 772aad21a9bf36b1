"""Where the seed page has it from: six chains, and what happened according to them."""

from sanad.record.kinds import Basis, Hop, Rights, WorkKind
from sanad.record.services.events import NewEvent, add_event
from sanad.record.services.sources import NewHop, NewWork, add_account, add_work
from tests.record.keeping.seed_people import Seed, rows


def add_chains(page: Seed) -> None:
    _add_events(page)
    _from_the_meeting(page)
    _from_the_tape(page)
    _from_the_guard(page)
    _from_beirut(page)
    for name, work in page.works.items():
        if name in ("A1", "A2"):
            page.accounts[f"CH6 {name}"] = add_account(
                work, "the newspaper's own voice", page.by, hops=[NewHop(Hop.PUBLISHED, why="the page itself says it")]
            )


def _add_events(page: Seed) -> None:
    page.events["sco2013"] = add_event(
        NewEvent("summit", "Shanghai Cooperation Organization summit", "2013-09-13", Basis.INFERRED, "Bishkek"), page.by
    )
    page.events["meeting2013"] = add_event(
        NewEvent(
            "meeting",
            "first meeting of Rouhani and Putin",
            "2013-09-13",
            Basis.STATED,
            "Bishkek",
            page.events["sco2013"],
            "PT80M",
        ),
        page.by,
    )
    page.events["visit"] = add_event(NewEvent("visit", "Soleimani's visit to Moscow"), page.by)


def _from_the_meeting(page: Seed) -> None:
    """The meeting, the team's telling, the magazine's report, this page: what the second hop says is concluded."""
    by, meeting = page.by, page.events["meeting2013"]
    report = NewWork(
        WorkKind.MAGAZINE_REPORT, "When Did Russia Abandon Syria?", Rights.CLOSED, publisher=page.agents["agahi"]
    )
    page.works["agahi"] = add_work(report, by)
    team = page.agents["rteam"]
    link = rows("chains")["CH1"]["links"][1]
    page.accounts["team"] = add_account(
        page.works["agahi"],
        "the account of Rouhani's team",
        by,
        hops=[NewHop(Hop.WITNESSED, event=meeting, why="the page calls it an account from the president's team")],
        narrator=team,
        about=meeting,
    )
    told = rows("reported")["R2"]["cue"]
    page.accounts["CH1"] = add_account(
        page.works["A1"],
        "the magazine's account of the meeting",
        by,
        hops=[
            NewHop(Hop.REPUBLISHED, page.works["agahi"], evidence=page.at(told), agent=None),
            NewHop(
                Hop.TOLD,
                page.accounts["team"],
                agent=team,
                why="implied where the page counts accounts of the team",
                is_translation=True,
            ),
            NewHop(Hop.QUOTED, page.works["agahi"], evidence=page.at(link["evidence"])),
        ],
        narrator=page.agents["agahi"],
        about=meeting,
    )


def _from_the_tape(page: Seed) -> None:
    by = page.by
    tape = NewWork(WorkKind.RECORDING, "Zarif's testimony to the presidential archive", Rights.CLOSED)
    page.works["tape"] = add_work(tape, by)
    page.accounts["CH2"] = add_account(
        page.works["A1"],
        "Zarif's testimony",
        by,
        hops=[
            NewHop(
                Hop.LEAKED,
                page.works["tape"],
                when="2021-03",
                evidence=page.words("March 2021"),
                is_anonymous=True,
                is_translation=True,
            )
        ],
        narrator=page.agents["zarif"],
        about=page.events["visit"],
    )


def _from_the_guard(page: Seed) -> None:
    page.accounts["CH3"] = add_account(
        page.works["A1"],
        "the version of the Revolutionary Guard and its allies",
        page.by,
        hops=[NewHop(Hop.TOLD, page.accounts["CH2"], why="the page has it from Zarif's testimony")],
        narrator=page.agents["irgc_allies"],
        about=page.events["visit"],
    )


def _from_beirut(page: Seed) -> None:
    interview = page.words("told Asharq Al-Awsat")
    page.accounts["CH4"] = add_account(
        page.works["A2"],
        "Ali, interviewed",
        page.by,
        hops=[NewHop(Hop.INTERVIEWED, evidence=interview, agent=page.agents["aawsat"])],
        narrator=page.agents["ali"],
    )
    page.accounts["CH5"] = add_account(
        page.works["A2"],
        "what others told Ali",
        page.by,
        hops=[NewHop(Hop.TOLD, page.accounts["CH4"], why="Ali says what the residents were told")],
        narrator=page.agents["ali"],
    )
