"""A page's proposals for a person: who said what, by which rule, and how sure that is."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sanad.ops.programme_words import Language
from sanad.ops.record_words import WORDS
from sanad.record.proposing.page import CONFIDENT


def report(console: Console, shape: Mapping[str, Any], lang: Language) -> None:
    """Print it; a text is never read as markup."""
    page, names = shape["page"], {one["id"]: one["name"] for one in shape["entities"]}
    where = f" {page['url']}" if page["url"] else ""
    console.print(Text(f"{page['file']}{where} ({page['sha256'][:12]})", style="bold"))
    for warning in page["warnings"]:
        console.print(Text(WORDS[warning["code"]][lang].format(**warning)))
    _table(console, "quotations", [(names.get(one["speaker"]), one["inner"], one) for one in shape["quotations"]], lang)
    _table(console, "reported", [(names.get(one["speaker"]), one["span"], one) for one in shape["reported"]], lang)
    made = [(names.get(one["made_by"]), one["evidence"], one) for one in shape["commitments"]]
    _table(console, "commitments", made, lang)
    for phrase, gap in (("dates", "times"), ("money", "sums")):
        told = " · ".join(one["span"]["text"] for one in shape[phrase])
        if told:
            console.print(Text(WORDS[phrase][lang].format(**{gap: told})))
    console.print(Text(WORDS["proposed"][lang]))


def _table(
    console: Console,
    phrase: str,
    rows: Sequence[tuple[str | None, Mapping[str, Any], Mapping[str, Any]]],
    lang: Language,
) -> None:
    if not rows:
        return
    table = Table(*(WORDS[word][lang] for word in ("who", "said", "rule", "sure")), title=WORDS[phrase][lang])
    for who, said, one in rows:
        sure = f"{one['confidence']:.2f}" + ("" if one["confidence"] >= CONFIDENT else " ?")
        text = " ".join(said["text"].split())
        table.add_row(*(Text(cell) for cell in (who or WORDS["unknown"][lang], text, one["rule"], sure)))
    console.print(table)
