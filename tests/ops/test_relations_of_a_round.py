"""A round over homes with several owners: each claim is explained as it was decided, over their other homes too."""

from datetime import date
from pathlib import Path
from random import Random

import pytest

from sanad.caseload.explaining import explanation_of
from sanad.caseload.making import Asked, make_round
from sanad.caseload.stored import StoredRound, open_round
from sanad.ops.programme_words import Language
from sanad.rulebook.reading import load_programme
from tests.rulebook.documented import FIRST, RULEBOOK, documented, write_example

HOMES = 30


def stored_round(folder: Path, random: Random) -> StoredRound:
    examples = {example.name: example for example in documented(RULEBOOK.read_text(encoding="utf-8"))}
    programme = write_example(folder, examples[FIRST], examples["owners-and-shares"])
    abroad = {f"O{at}": random.choice(["true", "false"]) for at in range(HOMES)}
    (folder / "in").mkdir()
    claims = (f"C{at},D{at},H{at},destroyed,false\n" for at in range(HOMES))
    head = "claim_id,dwelling_id,household_id,damage,lives_abroad\n"
    (folder / "in" / "claims.csv").write_text(head + "".join(claims), encoding="utf-8")
    links = (f"{at}{part},D{at},{owner},50,{abroad[owner]}\n" for at in range(HOMES)
             for part, owner in zip("ab", random.sample(sorted(abroad), 2), strict=True))  # fmt: skip
    head = "ownership_id,dwelling_id,owner_id,share_held,owner_abroad\n"
    (folder / "in" / "ownerships.csv").write_text(head + "".join(links), encoding="utf-8")
    asked = Asked(load_programme(programme), folder / "in", date(2026, 3, 1), folder / "round")
    make_round(asked, lambda _: None)
    return open_round(folder / "round")


@pytest.mark.parametrize("seed", range(2))
def test_each_claim_is_told_as_it_was_decided(tmp_path: Path, seed: int):
    stored = stored_round(tmp_path, Random(seed))

    told = [explanation_of(stored, f"C{at}", Language.en) for at in range(HOMES)]

    assert all(one.agrees for one in told)
    assert {stored.claim(f"C{at}")[1]["outcome"] for at in range(HOMES)} == {"award", "refuse"}
