"""HTML built of elements: every text is escaped unless it is HTML already, so no text can become an element."""

import re
from collections.abc import Iterable
from html import escape

from sanad.engine.rules.words.pen import AS_IT_BEGINS, END, LEFT_TO_RIGHT, RIGHT_TO_LEFT

VOID = ("meta", "rect", "path", "circle", "use")
SHORT = 24
"""Signs that a number or reference may have and stay on one line."""
_ISOLATES = re.compile(f"([{LEFT_TO_RIGHT}{RIGHT_TO_LEFT}{AS_IT_BEGINS}{END}])")
_DIRECTIONS = {LEFT_TO_RIGHT: "ltr", RIGHT_TO_LEFT: "rtl", AS_IT_BEGINS: "auto"}


class Html(str):
    """A text that is HTML and stays as it is."""


Child = str | None


def tag(element: str, *children: Child, **attributes: str) -> Html:
    """An element. `class_` is `class`, an underscore within a name is a hyphen; None is no child."""
    written = "".join(f' {name.rstrip("_").replace("_", "-")}="{escape(text)}"' for name, text in attributes.items())
    if element in VOID:
        return Html(f"<{element}{written}>")
    return Html(f"<{element}{written}>{joined(children)}</{element}>")


def joined(children: Iterable[Child]) -> Html:
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children if child is not None))


def apart(text: str) -> str:
    """A number or a reference within a sentence that `spoken` is to make HTML."""
    return f"{LEFT_TO_RIGHT}{text}{END}"


def number(text: str) -> Html:
    """It keeps its line, and its sign stands before it in every language."""
    return tag("bdi", text, class_="ref", dir="ltr") if text else Html("")


def isolated(text: str) -> Html:
    """A reference in whatever letters: it keeps its direction, and if it is short its line."""
    return tag("bdi", text, class_="ref") if len(text) <= SHORT else tag("bdi", text)


def spoken(text: str) -> Html:
    """A text of the explaining words: its isolates become elements, which a browser treats as they are meant."""
    parts: list[str] = []
    opened = 0
    for piece in _ISOLATES.split(text):
        if piece in _DIRECTIONS:
            parts.append(f'<bdi dir="{_DIRECTIONS[piece]}">')
            opened += 1
        elif piece != END:
            parts.append(escape(piece))
        elif opened:
            parts.append("</bdi>")
            opened -= 1
    return Html("".join(parts) + "</bdi>" * opened)
