"""How much of a page's prose is not in the text that was made of it: counted apart from how the text was made."""

from dataclasses import dataclass

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

NO_PROSE = ("nav", "footer", "form", "button", "dialog", "menu", "select", "textarea", "svg", "template", "noscript")
MARKED = "p:not(nav p, footer p, form p, dialog p, template p, noscript p)"
SHORTEST = 70
"""Signs: what is shorter is no prose but a link, a label, a menu."""
MOST = 2_000
"""Paragraphs that are looked for beyond the lines of the text: looking up each in the whole takes its time."""
BEGINNING = 60


@dataclass(frozen=True, slots=True)
class Lost:
    """Signs that were lost, and those of all prose; and how the first lost paragraph begins."""

    signs: int
    of: int
    begins: str


def lost_of(tree: HTMLTree, text: str) -> Lost:
    lines, squeezed = set(text.split("\n")), ""
    signs = of = missing = 0
    begins = ""
    for paragraph in _prose(tree):
        of += len(paragraph)
        if paragraph in lines:
            continue
        missing += 1
        squeezed = squeezed or _squeezed(text)
        if missing > MOST or _squeezed(paragraph) not in squeezed:
            signs += len(paragraph)
            begins = begins or paragraph[:BEGINNING]
    return Lost(signs, of, begins)


def _prose(tree: HTMLTree) -> dict[str, None]:
    """Each once, in order: lines of the whole page as it is shown, and paragraphs as they are marked."""
    shown = extract_plain_text(tree, list_bullets=False, skip_elements=NO_PROSE).split("\n")
    marked = tree.body.query_selector_all(MARKED).values() if tree.body else []
    paragraphs = (" ".join(one.split()) for one in (*shown, *(one.text_content or "" for one in marked)))
    return dict.fromkeys(one for one in paragraphs if len(one) >= SHORTEST)


def _squeezed(text: str) -> str:
    return "".join(text.split())
