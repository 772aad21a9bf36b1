"""The CSS keeps what LOOK promises: logical properties, no help from elsewhere, and colours that can be read."""

import re
from pathlib import Path

import pytest

from tests.health.tree import ROOT

SHEETS = sorted((ROOT / "sanad/web/static/sanad").glob("*.css"))
TOKENS = ROOT / "sanad/web/static/sanad/tokens.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
MEDIA = re.compile(r"@media[^{]*")
PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:margin|padding|border|inset|scroll-padding|scroll-margin)-(?:left|right|top|bottom)"
    r"|(?:min-|max-)?(?:width|height)|left|right|top|bottom|float|clear)\s*:|text-align:\s*(?:left|right)"
)
STATES = ("done", "due", "halt", "danger", "unknown")
READ, SEEN = 4.5, 3.0
GROUNDS = ("paper", "surface", "sunken", "accent-soft")
PAIRS = [
    *[("ink", ground, READ) for ground in GROUNDS],
    *[("muted", ground, READ) for ground in GROUNDS],
    *[("accent", ground, READ) for ground in ("paper", "surface", "accent-soft")],
    ("on-accent", "accent", READ),
    *[(state, f"{state}-soft", READ) for state in STATES],
    ("danger", "surface", READ),
    ("on-mark", "mark", READ),
    *[("edge", ground, SEEN) for ground in ("paper", "surface", "sunken")],
    *[(bar, "sunken", SEEN) for bar in ("accent", "done", "due")],
    ("focus", "focus-back", SEEN),
]


def rules(path: Path) -> str:
    return MEDIA.sub("", COMMENT.sub("", path.read_text("utf-8")))


def colours(theme: str) -> dict[str, tuple[int, ...]]:
    """The tokens of a theme: the dark ones stand after the light ones, in their own block."""
    light, dark = TOKENS.read_text("utf-8").split("@media", 1)
    found = dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", light if theme == "light" else dark))
    return {name: tuple(int(code[place : place + 2], 16) for place in (0, 2, 4)) for name, code in found.items()}


def luminance(colour: tuple[int, ...]) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The ratio of WCAG 2.2."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_greatest_contrast():
    assert round(contrast((0, 0, 0), (255, 255, 255)), 6) == 21


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(theme: str):
    shades = colours(theme)

    weak = {(front, back): contrast(shades[front], shades[back]) for front, back, _ in PAIRS}

    assert {pair: ratio for (pair, ratio), (*_, least) in zip(weak.items(), PAIRS, strict=True) if ratio < least} == {}


def test_both_themes_name_the_same_colours():
    assert set(colours("light")) == set(colours("dark"))


def test_the_layout_knows_no_left_and_no_right():
    found = {path.name: PHYSICAL.findall(rules(path)) for path in SHEETS}

    assert SHEETS
    assert {name: hits for name, hits in found.items() if hits} == {}


def test_nothing_is_fetched_from_elsewhere():
    addresses = [address for path in SHEETS for address in re.findall(r"url\(([^)]*)\)", rules(path))]

    assert addresses
    assert [address for address in addresses if not address.startswith("../vendor/")] == []
    assert [address for address in addresses if not (SHEETS[0].parent / address).is_file()] == []
