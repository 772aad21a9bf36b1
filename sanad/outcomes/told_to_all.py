"""Every commitment that was made in public, with what people say and what the ledger shows of it at a position."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanad.audit.made_up import is_made_up
from sanad.outcomes.checking import Answer, answers, standing_links
from sanad.outcomes.families import few_behind
from sanad.outcomes.models import Link, Recorded, Voice
from sanad.outcomes.position import Position
from sanad.outcomes.share import NOTHING_SAID, One, together, when_of
from sanad.record.kinds import PERSONS, AgentKind
from sanad.record.models import Commitment, Statement
from sanad.record.selectors.leaving.commitments import KnownToAll, LastSaid, Shown, commitments_on

OWN = "own"
"""The source of what an act of the programme itself says; every other is a kind of work."""
DONORS, BODIES, PERSONS_, NOBODY = "donors", "bodies", "persons", "nobody"
"""Who speaks, where it is no office of the programme: these are told by their code, such as `office:engineer`."""

ABOUT = ("asks", "programme_id", "line", "claim_set_id", "fund_id", "building_id", "halt_id")


@dataclass(frozen=True, slots=True)
class Told:
    """`shown` is None where nobody has opened its words; `answers` is empty where the ledger was not asked."""

    one: One
    commitment: Commitment
    shown: Shown | None
    last_said: LastSaid | None
    answers: Sequence[Answer]


def told_to_all(position: Position, fewest: int) -> list[Told]:
    """Each once, in the order in which they were written down, as of the day of the position.

    Counted is what may be shown to everybody, and what the programme or a donor said to everybody by an act of its own;
    nothing that was taken back, corrected or closed. Of what is about fewer than `fewest` families the ledger is not
    asked.
    """
    known, own = commitments_on(position.on), _own()
    counted = [pk for pk in known.commitments if pk in known.shown or (pk in own and pk in known.unopened)]
    links = _links(counted)
    few = _few(links, fewest)
    asked = [link for pk, some in links.items() if not few.get(pk) for link in some]
    found: dict[int, list[Answer]] = {}
    for answer in answers(asked, position):
        found.setdefault(answer.link.commitment_id or 0, []).append(answer)
    reading = _Reading(position, known, own, _speakers(), _sources(counted, known), is_made_up())
    return [reading.told(pk, few.get(pk, frozenset()), found.get(pk, ())) for pk in counted]


def _own() -> frozenset[int]:
    """Also in a wording that was corrected since."""
    own = set(Recorded.objects.filter(commitment__isnull=False).values_list("commitment_id", flat=True))
    for before, after in Commitment.objects.filter(revises__isnull=False).order_by("pk").values_list("revises", "pk"):
        own |= {after} if before in own else set()
    return frozenset(own)


def _links(counted: Iterable[int]) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = {pk: [] for pk in counted}
    for one in standing_links():
        if one.commitment_id in found:
            found[one.commitment_id].append(one)
    return found


def _few(links: Mapping[int, Sequence[Link]], fewest: int) -> dict[int, frozenset[int]]:
    """By commitment; what several links are about is looked up once."""
    known: dict[tuple[object, ...], frozenset[int]] = {}
    found: dict[int, frozenset[int]] = {}
    for pk, some in links.items():
        for one in some:
            if (about := tuple(getattr(one, name) for name in ABOUT)) not in known:
                known[about] = few_behind(one, fewest)
            found[pk] = found.get(pk, frozenset()) | known[about]
    return found


def _speakers() -> Mapping[int, str]:
    """By agent: the office that it is, or that it is a donor."""
    rows = Voice.objects.values_list("agent_id", "code")
    return {agent: code if code.startswith("office:") else DONORS for agent, code in rows}


def _sources(counted: Iterable[int], known: KnownToAll) -> Mapping[int, str]:
    """By statement, the kind of work in which it stands."""
    grounds = {known.commitments[pk].evidence_id for pk in counted}
    found = Statement.objects.filter(pk__in=grounds).values_list("pk", "account__work__kind")
    return dict(found)


@dataclass(frozen=True)
class _Reading:
    position: Position
    known: KnownToAll
    own: frozenset[int]
    speakers: Mapping[int, str]
    sources: Mapping[int, str]
    is_made_up: bool

    def told(self, pk: int, few: frozenset[int], found: Sequence[Answer]) -> Told:
        commitment, said = self.known.commitments[pk], self.known.last_said.get(pk)
        one = One(
            key=pk,
            speaker=self._speaker(commitment),
            source=OWN if pk in self.own else self.sources[commitment.evidence_id],
            when=when_of(commitment.due, self.position.on),
            said=said.value if said else NOTHING_SAID,
            held=together(answer.told["held"] for answer in found),
            is_made_up=self.is_made_up and bool(found),
            few=few,
        )
        return Told(one, commitment, self.known.shown.get(pk), said, found)

    def _speaker(self, commitment: Commitment) -> str:
        who = commitment.made_by
        if who is None:
            return NOBODY
        if who.pk in self.speakers:
            return self.speakers[who.pk]
        return PERSONS_ if AgentKind(who.kind) in PERSONS else BODIES
