"""The page of `sanad compare`: safe to mail, in both languages, the same for every browser."""

import re
from html.parser import HTMLParser
from pathlib import Path

from tests.ops.conftest import run
from tests.ops.town import CLAIMS, MILDER, ON, TEMPLATE, edited


class Elements(HTMLParser):
    """Every element with its attributes, and the texts between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def page_of(tmp_path: Path, town: Path, other: Path, *more: object) -> str:
    out = tmp_path / "page.html"
    result = run("compare", TEMPLATE, other, town, "--on", ON, "--out", out, *more)
    assert result.exit_code == 0, result.output
    return out.read_text(encoding="utf-8")


def test_the_page_asks_nobody_for_anything_and_runs_nothing(tmp_path: Path, town: Path, milder: Path):
    found = Elements(page_of(tmp_path, town, milder)).elements

    links = [attrs[name] for _, attrs in found for name in ("href", "src", "action") if attrs.get(name)]
    assert all(str(link).startswith("#") for link in links)
    assert not [tag for tag, attrs in found if tag in ("script", "link", "img", "iframe") or "style" in attrs]
    assert any("default-src 'none'" in str(attrs.get("content")) for tag, attrs in found if tag == "meta")
    assert not [name for _, attrs in found for name in attrs if name.startswith("on")]


def test_the_page_speaks_arabic_first_and_one_language_where_asked(tmp_path: Path, town: Path, milder: Path):
    both = Elements(page_of(tmp_path, town, milder)).elements
    (tmp_path / "page.html").unlink()
    english = Elements(page_of(tmp_path, town, milder, "--lang", "en")).elements

    spoken = [(attrs["lang"], attrs["dir"]) for tag, attrs in both if tag in ("html", "div") and "lang" in attrs]
    assert spoken == [("ar", "rtl"), ("ar", "rtl"), ("en", "ltr")]
    assert {attrs["lang"] for _, attrs in english if "lang" in attrs} == {"en"}


def test_a_hostile_claim_number_and_label_stay_text(tmp_path: Path, town: Path):
    hostile = "<script>alert(1)</script>"
    town.write_text(CLAIMS.replace("Amal", hostile).replace("Basim", '"""><img src=x onerror=y>"'), encoding="utf-8")
    label = ("label: {en: Repair, ar: الإصلاح}", "label: {en: <b>Repair</b> & more, ar: الإصلاح}")
    other = edited(tmp_path / "other", MILDER | {"rules.yaml": [label]})

    found = Elements(page_of(tmp_path, town, other, "--lang", "en"))

    assert not [tag for tag, _ in found.elements if tag in ("script", "img", "b")]
    assert hostile in found.texts
    assert "<b>Repair</b> & more" in found.texts


def test_the_style_names_no_side_of_the_paper():
    style = Path("sanad/ops/compare.css").read_text(encoding="utf-8")

    sides = r"(?:[\s{;]|margin-|padding-|border-|inset-)(?:left|right|top|bottom|width|height)\s*:"
    physical = re.findall(sides, style)

    assert "inline-size" in style
    assert physical == []
    assert "url(" not in style
    assert "@import" not in style
