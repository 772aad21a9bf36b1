"""What the writers are given: plain values, with nothing in them that may not leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Who:
    """`name` is what may be shown: as printed, or the name to be shown instead; empty where nobody may be named."""

    key: int
    name: str
    kind: str = "person"
    is_described: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """From `start` to before `end` in the text that has this hash. Words around it are left out where they would tell
    what may not leave."""

    key: int
    layer: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """A text, by its hash and that of what it was made of."""

    key: int
    sha256: str
    capture: str
    language: str
    producer: str
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A work. Of one that was leaked neither address nor day of retrieval is told."""

    key: int
    kind: str
    title: str
    publisher: Who | None
    published: str
    language: str
    rights: str
    holding: str
    capture: str = ""
    url: str = ""
    retrieved: date | None = None
    is_leaked: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """A work or a telling at one end of a hop; `within` is the title of the work that a telling stands in."""

    kind: str
    key: int
    label: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """`child` has it from `parent`, from an event, or from nobody knows whom. A hop that no text states says who
    concluded it, when and why."""

    key: int
    child: End
    parent: End | None
    event: str
    kind: str
    by: Who | None
    when: str
    is_stated: bool
    concluded_by: str = ""
    concluded_on: date | None = None
    why: str = ""
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling in a work; `hops` lead down to it, the oldest first."""

    key: int
    label: str
    narrator: Who | None
    source: Source
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Part:
    place: Place
    speaker: Who | None


@dataclass(frozen=True, slots=True)
class Sum:
    """Minor units, with bound and purpose."""

    key: int
    words: str
    amount: int
    currency: str
    bound: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement. `cue` and `mention` are the words that attribute it; `retracted` the kinds of what took it back."""

    key: int
    kind: str
    telling: Telling
    layer: Layer
    place: Place
    speaker: Who | None
    speaker_status: str
    verbatim: str
    cue: str = ""
    mention: str = ""
    note: str = ""
    manner: str = ""
    where: str = ""
    when: str = ""
    event: str = ""
    number: int = 0
    is_iterated: bool = False
    parent: int | None = None
    roles: tuple[tuple[str, Who], ...] = ()
    parts: tuple[Part, ...] = ()
    sums: tuple[Sum, ...] = ()
    retracted: tuple[str, ...] = ()

    @property
    def is_in_marks(self) -> bool:
        """The words are told as those that were spoken; else they are the source's own."""
        return self.verbatim in ("recording_checked", "printed_in_marks", "printed_translated")


@dataclass(frozen=True, slots=True)
class Told:
    """A version of a question with the statements that it rests on."""

    question: int
    asked: str
    account: str
    work: str
    summary: str
    stance: str
    toward: str
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """What a statement or a document says came of a commitment."""

    value: str
    as_of: str
    statement: int | None
    document: str
    note: str


@dataclass(frozen=True, slots=True)
class Promised:
    key: int
    text: str
    act: str
    strength: str
    made_by: Who | None
    made_to: Who | None
    made_when: str
    due: str
    due_text: str
    due_kind: str
    due_basis: str
    condition: str
    amount: int | None
    currency: str
    bound: str
    statements: tuple[int, ...]
    outcomes: tuple[Came, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its digest holds it. `values` is None where it may not be shown, `act` where it is not sealed; `why`
    says so. `path` leads from the row to the root of its act."""

    table: str
    row: int
    values: Mapping[str, object] | None
    digest: str
    act: int | None = None
    path: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A sealed act, with all that its digest holds."""

    number: int
    digest: str
    before: str
    content: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Head:
    """How far the chain of all acts goes, the digest of its last, and a signed note of both."""

    length: int
    digest: str
    note: str = ""
    public_key: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """Statements that leave and those that are held back, by reason; both together are all that were confirmed."""

    confirmed: int = 0
    exported: int = 0
    held_back: Mapping[str, int] = field(default_factory=dict)
    texts_held_back: int = 0
    questions_held_back: int = 0
    commitments_held_back: int = 0

    @property
    def adds_up(self) -> bool:
        return self.exported + sum(self.held_back.values()) == self.confirmed
