"""A chain drawn by the server: across on a wide page, down on a narrow one; mirrored for whoever reads right to left.

A hop that a text states is solid, one that a person concluded is dashed; so is the box of what we do not hold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from sanad.web.desk.shown.chains import Step
from sanad.web.desk.shown.layout import Layout, Link, laid_out

LETTER = 7
"""Pixels, about, of one letter of the drawing."""
NARROW = 330
WIDE, WIDEST = 1_040, 1_240
"""A drawing that goes across is at least as wide as its page, so that letters keep their size."""
TALL, LINE, TURN = 56, 17, 24
Said = tuple[str, str]
ISOLATED = "\u2068{}\u2069"


@dataclass(frozen=True, slots=True)
class Paper:
    """`along` is how far one link stands from the next, `beside` from its neighbour; boxes are `box` wide."""

    layout: Layout
    is_across: bool
    is_rtl: bool
    box: int
    along: int
    beside: int

    @property
    def wide(self) -> int:
        if self.is_across:
            return max(WIDE, (self.layout.depth - 1) * self.along + self.box)
        return (self.layout.width - 1) * self.beside + self.box

    @property
    def tall(self) -> int:
        if self.is_across:
            return (self.layout.width - 1) * self.beside + TALL + 3 * LINE
        return (self.layout.depth - 1) * self.along + TALL

    def x(self, value: int) -> int:
        return self.wide - value if self.is_rtl else value

    def corner(self, key: str) -> tuple[int, int]:
        """Where the box begins, before it is mirrored."""
        depth, lane = self.layout.depths[key], self.layout.lanes[key]
        if self.is_across:
            return depth * self.along, lane * self.beside + LINE
        return lane * self.beside, depth * self.along


def picture(steps: Sequence[Step], *, is_rtl: bool) -> list[tuple[str, SafeString]]:
    """Each with the page for which it is drawn: `across`, `down`, or `down only` where it would be too wide."""
    if not steps:
        return []
    layout = laid_out(steps)
    box = (NARROW - (layout.width - 1) * 16) // layout.width
    lines = max(sum(map(len, _told(link))) for link in layout.links)
    down = Paper(layout, False, is_rtl, box, TALL + 36 + LINE * lines, box + 16)
    across = Paper(layout, True, is_rtl, 190, 190 + 150, TALL + LINE * lines)
    if across.wide > WIDEST:
        return [("down only", _drawn(down))]
    return [("across", _drawn(across)), ("down", _drawn(down))]


def _drawn(paper: Paper) -> SafeString:
    boxes = format_html_join("", "{}", ((one,) for one in _boxes(paper)))
    ways = format_html_join("", "{}", ((_way(paper, one),) for one in paper.layout.links))
    words = format_html_join("", "{}", ((_words(paper, one),) for one in paper.layout.links))
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-labelledby="chain">{}{}{}</svg>',
        *(paper.wide, paper.tall, ways, words, boxes),
    )


def _boxes(paper: Paper) -> Iterator[SafeString]:
    letters = paper.box // LETTER - 1
    for key, end in paper.layout.ends.items():
        x, y = paper.corner(key)
        edge = paper.x(x) - (paper.box if paper.is_rtl else 0)
        middle = edge + paper.box // 2
        yield format_html(
            '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="6"/>{}{}',
            *("s-edge" if end.is_held else "s-none", edge + 1, y + 1, paper.box - 2, TALL - 2),
            _text(end.name, letters, middle, y + (23 if end.under else 33), "middle"),
            _text(end.under, letters, middle, y + 42, "middle", "soft") if end.under else "",
        )


def _text(words: object, letters: int, x: int, y: int, anchor: str, kind: str = "") -> SafeString:
    said = str(words)
    cut = said if len(said) <= letters else said[: letters - 1].rstrip() + "…"
    return format_html(
        '<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>', kind, x, y, anchor, ISOLATED.format(cut)
    )


def _way(paper: Paper, link: Link) -> SafeString:
    """Straight, or along the lane of what it comes from and then over to the other."""
    (x, y), (x_then, y_then) = paper.corner(link.start), paper.corner(link.end)
    half = TALL // 2
    if paper.is_across:
        turn = paper.x(x_then - TURN)
        path = f"M{paper.x(x + paper.box)} {y + half}H{turn}V{y_then + half}H{paper.x(x_then)}"
        back = 7 if paper.is_rtl else -7
        head = f"M{paper.x(x_then) + back} {y_then + half - 5}L{paper.x(x_then)} {y_then + half}l{back} 5"
    else:
        middle, then = paper.x(x + paper.box // 2), paper.x(x_then + paper.box // 2)
        path = f"M{middle} {y + TALL}V{y_then - 14}H{then}V{y_then}"
        head = f"M{then - 5} {y_then - 7}L{then} {y_then}l5 -7"
    kind = "s-edge" if link.is_stated else "s-none"
    return format_html('<path class="{}" d="{}"/><path class="s-edge" d="{}"/>', kind, path, head)


def _told(link: Link) -> tuple[list[Said], list[Said]]:
    """How it went; and whether a person concluded it, with what may have been lost. Each with its class."""
    kinds = dict.fromkeys(str(step.kind) for step in link.steps)
    losses = dict.fromkeys(str(loss) for step in link.steps for loss in step.losses)
    concluded = [] if link.is_stated else [(gettext("concluded"), "soft")]
    return [(kind, "") for kind in kinds], [*concluded, *((words, "loss") for words in losses)]


def _words(paper: Paper, link: Link) -> SafeString:
    lines = _across(paper, link) if paper.is_across else _down(paper, link)
    return format_html_join("", "{}", ((line,) for line in lines))


def _across(paper: Paper, link: Link) -> Iterator[SafeString]:
    """How it went above the way, the rest below; before the place where ways turn."""
    at_the_start = paper.layout.is_at_the_start(link)
    x, y = paper.corner(link.start if at_the_start else link.end)
    space = paper.along - paper.box - TURN
    place = paper.x(x + paper.box + space // 2 if at_the_start else x - TURN - space // 2)
    kinds, more = _told(link)
    for row, (said, kind) in enumerate(reversed(kinds)):
        yield _text(said, space // LETTER + 2, place, y + TALL // 2 - 8 - LINE * row, "middle", kind)
    for row, (said, kind) in enumerate(more):
        yield _text(said, space // LETTER + 2, place, y + TALL // 2 + 16 + LINE * row, "middle", kind)


def _down(paper: Paper, link: Link) -> Iterator[SafeString]:
    """Beside the way, or upon it where there is no room."""
    at_the_start, is_alone = paper.layout.is_at_the_start(link), paper.layout.width == 1
    x, y = paper.corner(link.start if at_the_start else link.end)
    middle, first = x + paper.box // 2, (y if at_the_start else y - paper.along) + TALL + 22
    place, anchor = (paper.x(middle + 8), "start") if is_alone else (paper.x(middle), "middle")
    letters = (paper.box // 2 if is_alone else paper.box) // LETTER + 1
    kinds, more = _told(link)
    for row, (said, kind) in enumerate([*kinds, *more]):
        yield _text(said, letters, place, first + LINE * row, anchor, kind)
