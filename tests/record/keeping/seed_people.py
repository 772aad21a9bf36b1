"""The seed page as it is held, with who speaks in it; read from beside the project, never copied into it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sanad.record.kinds import AgentKind, Method, Naming, Rights, WorkKind
from sanad.record.log import By
from sanad.record.models import Account, Agent, Capture, Event, Segment, Statement, TextLayer, Work
from sanad.record.services.agents import NewAgent, add_agent
from sanad.record.services.captures import NewCapture, NewLayer, add_layer, keep_capture
from sanad.record.services.reading import read_layer
from sanad.record.services.sources import NewWork, add_work
from sanad.record.spans import At
from tests.casework.families import maya
from tests.shared_data import SHARED

SEED = SHARED / "seed"
WHEN = datetime(2026, 11, 10, 8, tzinfo=UTC)
KINDS = {"person": AgentKind.PERSON, "org": AgentKind.ORG, "group": AgentKind.GROUP}
DESCRIBED = ("repair_entity", "authorities", "residents", "rteam", "irgc_allies", "senior")
PRIVATE = ("ali", "residents")


@cache
def gold() -> Mapping[str, Any]:
    if not SEED.is_dir():
        pytest.skip("the seed page is not here: set SANAD_SHARED to the folder that holds seed/")
    return json.loads((SEED / "gold.json").read_text("utf-8"))


def rows(group: str) -> dict[str, Mapping[str, Any]]:
    return {one["id"]: one for one in gold()[group]}


@dataclass
class Seed:
    """What has been written down of the page so far, by the names that its gold standard uses."""

    by: By
    capture: Capture
    layer: TextLayer
    articles: dict[str, Segment] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)
    agents: dict[str, Agent] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)

    def at(self, place: Mapping[str, Any]) -> At:
        return At(self.layer, place["start"], place["end"])

    def words(self, text: str, within: Mapping[str, Any] | None = None) -> At:
        page = self.layer.text or ""
        start = page.index(text, within["start"] if within else 0)
        return At(self.layer, start, start + len(text))


def seed_page(path: Path = SEED / "news-page.txt") -> Seed:
    gold()
    by = By(maya(), WHEN)
    content = path.read_bytes()
    capture, _ = keep_capture(NewCapture(content, "text/plain", Method.PASTE, WHEN), by)
    layer = add_layer(capture, NewLayer(content.decode(), "plain text", "1", "en"), by)
    read_layer(layer, by)
    page = Seed(by, capture, layer)
    for number, name in enumerate(("A1", "A2")):
        page.articles[name] = layer.segments.filter(kind="article").order_by("start")[number]
    _add_agents(page)
    for name, article in page.articles.items():
        title = next(one["headline"]["text"] for one in gold()["articles"] if one["id"] == name)
        kind, publisher = WorkKind.NEWS_ARTICLE, page.agents["aawsat"] if name == "A2" else None
        new = NewWork(kind, title, Rights.QUOTE_ONLY, capture, article, publisher, language="en")
        page.works[name] = add_work(new, by)
    return page


def _add_agents(page: Seed) -> None:
    for one in gold()["entities"]:
        if one["kind"] in KINDS and one["id"] not in ("promiser", "informant"):
            page.agents[one["id"]] = add_agent(_agent(page, one), page.by)
    both = NewAgent(AgentKind.COLLECTIVE, "the two leaders", Naming.DESCRIBED, page.articles["A1"], is_private=False)
    page.agents["putin+rouhani"] = add_agent(both, page.by)
    many = NewAgent(
        AgentKind.COLLECTIVE, "senior officials and the Guard", Naming.DESCRIBED, page.articles["A1"], is_private=False
    )
    page.agents["senior+irgc"] = add_agent(many, page.by)


def _agent(page: Seed, one: Mapping[str, Any]) -> NewAgent:
    naming = Naming.FULL
    if one["id"] in DESCRIBED:
        naming = Naming.DESCRIBED
    elif one["id"] == "ali":
        naming = Naming.FORENAME
    home = None if naming == Naming.FULL else page.articles[one["articles"][0]]
    return NewAgent(KINDS[one["kind"]], one["name"], naming, home, is_private=one["id"] in PRIVATE)
