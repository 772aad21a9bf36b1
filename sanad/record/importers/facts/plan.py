"""A plan: which table of a folder says what, written by whoever knows the tables (docs/facts.md)."""

from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sanad.record.importers.by_hand import PlainLoader
from sanad.record.importers.facts.faults import PlanRefused

SHIPPED = Path(__file__).parent / "plans"
OWN = "facts.yaml"
WorkKinds = Literal["news_article", "magazine_report", "interview", "meeting_record", "official_doc", "post"]


class _Part(BaseModel):
    """A misspelt key would lose what stands under it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Listed(_Part):
    """A source that the rows name and the folder's own list lacks, with where it was looked up."""

    organisation: str
    date: str
    title: str
    url: str


class Sources(_Part):
    """The list has the columns id, organisation, date, title and url. `kinds` name the works that are no documents."""

    file: str
    more: dict[str, Listed] = {}
    more_from: str = ""
    kinds: dict[WorkKinds, tuple[str, ...]] = {}


class AllFrom(_Part):
    """Sources of a table whose rows name none; `why` says how that was concluded."""

    sources: tuple[str, ...] = Field(min_length=1)
    why: str = Field(min_length=1)


class Steps(_Part):
    """Each row is an event: its kind stands in the column `kind`, and all are parts of `part_of`."""

    kind: str
    part_of: str = Field(min_length=1, max_length=200)


class Table(_Part):
    """`at` leads through a JSON file to a list, or to one object that is a row; `label`, `day`, `status` and `sources`
    are columns. `sums` are columns with the currency of each. `month_only` is what a row says whose day is not meant.

    `shared_sources` is the place in the file of sources that all rows of the table have.
    """

    name: str
    file: str
    at: str = ""
    title: str = Field(min_length=1, max_length=200)
    label: str = ""
    key: str = ""
    sums: dict[str, str] = {}
    day: str = ""
    month_only: str = ""
    status: str = ""
    not_verified: tuple[str, ...] = ()
    sources: str = ""
    shared_sources: str = ""
    all_from: AllFrom | None = None
    steps: Steps | None = None


class Place(_Part):
    """A row; of it only the field and its sentence where they are named; of its sources only these."""

    table: str
    row: str
    column: str = ""
    sentence: int | None = Field(default=None, ge=1)
    sources: tuple[str, ...] = ()


class NewVersion(Place):
    summary: str = Field(min_length=1, max_length=300)
    stance: Literal["asserts", "denies", "downplays", "concedes", "asks"] = "asserts"


class NewQuestion(_Part):
    text: str = Field(min_length=1, max_length=300)
    versions: tuple[NewVersion, ...] = Field(min_length=2)


class NewSum(_Part):
    """`words` stand so in the place; `amount` in major units."""

    words: str
    amount: str
    currency: str
    bound: Literal["exact", "at_most", "at_least", "more_than", "less_than", "about"] = "exact"
    purpose: str = Field(min_length=1, max_length=300)


class NewCommitment(Place):
    """`due_text` are words of the place. The first sum is the commitment's own."""

    text: str = Field(min_length=1, max_length=300)
    act: Literal["pay", "repair", "house", "appoint", "inform", "supply", "other"]
    strength: Literal["promise", "agreement", "offer", "announced_plan", "responsibility", "stated_preparation"]
    made_by: str = Field(default="", max_length=200)
    made_when: str = ""
    due_text: str = Field(default="", max_length=200)
    due_kind: Literal["dated", "vague", "conditional", "none"] = "none"
    sums: tuple[NewSum, ...] = ()

    @model_validator(mode="after")
    def _is_due_as_it_says(self) -> Self:
        if bool(self.due_text) != (self.due_kind != "none"):
            raise ValueError("due_text and due_kind stand together")
        return self


class Reason(_Part):
    en: str = Field(min_length=1)
    ar: str = Field(min_length=1)


class Aside(_Part):
    """What is no fact of its own, such as a note on how to read a table; counted, and named with its reason."""

    file: str
    at: str = ""
    why: Reason


class Plan(_Part):
    title: str = Field(min_length=1, max_length=200)
    publisher: str = Field(min_length=1, max_length=200)
    language: str = Field(default="en", max_length=8)
    sources: Sources
    tables: tuple[Table, ...] = Field(min_length=1)
    questions: tuple[NewQuestion, ...] = ()
    commitments: tuple[NewCommitment, ...] = ()
    aside: tuple[Aside, ...] = ()


def plan_of(folder: Path, named: Path | None) -> Path | None:
    """The plan that was named, else that of the folder itself, else one that comes with Sanad for a folder so named."""
    own = (folder / OWN, SHIPPED / f"{folder.resolve().name}.yaml")
    return named or next((path for path in own if path.is_file()), None)


def read_plan(path: Path) -> Plan:
    """Raises PlanRefused, OSError."""
    try:
        plan = Plan.model_validate(yaml.load(path.read_text("utf-8"), Loader=PlainLoader))
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise PlanRefused(".".join(str(part) for part in first["loc"]), first["msg"]) from wrong
    except (UnicodeDecodeError, yaml.YAMLError) as wrong:
        raise PlanRefused(path.name, str(wrong).partition("\n")[0]) from wrong
    _check_names(plan)
    return plan


def _check_names(plan: Plan) -> None:
    """Tables have names of their own, and what speaks of a table names one."""
    names = [table.name for table in plan.tables]
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled:
        raise PlanRefused("tables", doubled)
    for place in [*plan.commitments, *(one for question in plan.questions for one in question.versions)]:
        if place.table not in names:
            raise PlanRefused("table", place.table)
