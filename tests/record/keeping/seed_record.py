"""The confirmed record of the seed page, made through the services as an editor would."""

from sanad.record.kinds import Act, Bond, Came, DueKind, Order, Part, Stance, Strength
from sanad.record.models import Commitment, Question
from sanad.record.services.agents import Told, add_office, add_relation
from sanad.record.services.commitments import NewCommitment, add_outcome, confirm_commitment
from sanad.record.services.events import add_agenda_item, add_participant
from sanad.record.services.ordering import order
from sanad.record.services.questions import NewVersion, add_version, open_question
from sanad.record.services.statements import react
from tests.record.keeping.seed_people import Seed, seed_page
from tests.record.keeping.seed_sources import add_chains
from tests.record.keeping.seed_statements import add_statements

AGENDA = ("matters between Russia and Iran", "Iran's nuclear programme", "the situation in Syria")
REPLIES = (
    *(("Q1", "Q2"), ("Q2", "Q3"), ("Q3", "Q4"), ("Q7", "Q8"), ("Q9", "Q10"), ("Q11", "Q12")),
    *(("Q13", "Q14"), ("Q15", "Q16")),
)


def seed_record() -> Seed:
    page = seed_page()
    add_chains(page)
    add_statements(page)
    _tell_the_meeting(page)
    _tell_the_offices(page)
    for first, then in REPLIES:
        one, other = page.statements[first], page.statements[then]
        order(one, Order.REPLIES_TO, other, page.by, why="the cue answers what stands before it")
    return page


def _tell_the_meeting(page: Seed) -> None:
    meeting, said = page.events["meeting2013"], page.statements
    for name in ("rouhani", "putin"):
        add_participant(meeting, page.agents[name], Part.PRINCIPAL, said["R1"], page.by)
    for item in AGENDA:
        add_agenda_item(meeting, item, said["R4"], page.by)


def _tell_the_offices(page: Seed) -> None:
    who, said, by = page.agents, page.statements, page.by
    add_office(who["rouhani"], "President of Iran", Told(said["R2"], since="2013-08~"), by, is_former=True)
    add_office(who["putin"], "President of Russia", Told(said["R1"]), by)
    add_office(who["zarif"], "Foreign Minister of Iran", Told(said["R11"]), by, is_former=True)
    add_office(who["khamenei"], "Supreme Leader", Told(said["N2"]), by)
    for body in ("nsc", "irgc"):
        add_relation(who[body], Bond.LED_BY, who["khamenei"], Told(said["N2"]), by)
    add_relation(who["repair_entity"], Bond.APPOINTED_BY, who["hezbollah"], Told(said["R20"]), by)


def ask_about_the_visit(page: Seed) -> Question:
    """Zarif's version and the Guard's, side by side."""
    said, by = page.statements, page.by
    question = open_question("What was Soleimani's visit to Moscow for?", by, event=page.events["visit"])
    guard = add_version(
        question,
        NewVersion(page.accounts["CH3"], "It helped persuade Putin to intervene.", Stance.ASSERTS, [said["R14"]]),
        by,
    )
    invited = "Putin invited him, to widen the military cooperation."
    grounds = [said["R12"], said["R13"]]
    add_version(question, NewVersion(page.accounts["CH2"], invited, Stance.DOWNPLAYS, grounds, toward=guard), by)
    react(said["R13"], page.accounts["CH3"], by)
    return question


def commit(page: Seed) -> dict[str, Commitment]:
    """Six, each with the outcome that the page states, or none."""
    who, said, by = page.agents, page.statements, page.by
    families = {"made_to": who["residents"]}
    soon = {"due_text": "within a few months", "due_kind": DueKind.VAGUE}
    met = {"made_when": "2013-09-13"}
    wanted = {
        "K1": (NewCommitment("Compensation would be paid", Act.PAY, Strength.PROMISE, **families, **soon), "R18"),
        "K2": (NewCommitment("An urgent reconstruction plan", Act.REPAIR, Strength.ANNOUNCED_PLAN, **families), "R17"),
        "K3": (
            NewCommitment(
                "Repair of the building", Act.REPAIR, Strength.RESPONSIBILITY, who["repair_entity"], **families
            ),
            "R20",
        ),
        "K4": (
            NewCommitment("Special representatives", Act.APPOINT, Strength.AGREEMENT, who["putin+rouhani"], **met),
            "R8",
        ),
        "K5": (
            NewCommitment("Weapons for Assad", Act.SUPPLY, Strength.OFFER, who["putin"], who["rouhani"], **met),
            "Q11",
        ),
        "K6": (
            NewCommitment(
                "A ship and a plane for Assad",
                Act.SUPPLY,
                Strength.STATED_PREPARATION,
                who["putin"],
                who["rouhani"],
                **met,
                due_text="in an emergency",
                due_kind=DueKind.CONDITIONAL,
                condition="in an emergency",
            ),
            "Q13",
        ),
    }
    made = {name: confirm_commitment(new, [said[ground]], by) for name, (new, ground) in wanted.items()}
    add_outcome(made["K1"], Came.NOT_MET, said["Q20"], by)
    add_outcome(made["K1"], Came.NOT_MET, said["Q18"], by)
    add_outcome(made["K2"], Came.HALTED, said["R19"], by)
    add_outcome(made["K2"], Came.PARTLY, said["Q22"], by, note="a support wall on the ground floor")
    add_outcome(made["K3"], Came.HALTED, said["Q22"], by)
    return made
