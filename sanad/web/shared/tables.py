"""A plain table of a template becomes one that works on a phone and is read aloud as a table.

Each cell of the body gets its column's words (`data-l`, shown where a row becomes a card), and every part its ARIA
role, because a table shown as blocks loses them in some browsers.
"""

import re
from html import escape
from html.parser import HTMLParser

ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tfoot": "rowgroup", "tr": "row", "td": "cell"}
SPACE = re.compile(r"\s+")


def labelled(html: str) -> str:
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    """Writes the table again, tag by tag, and remembers what the heads say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self.heads: list[str] = []
        self.part = ""
        self.column = 0
        self.in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        opened = self.get_starttag_text() or ""
        if tag in ("thead", "tbody", "tfoot"):
            self.part = tag
        if tag == "tr":
            self.column = 0
        added = self._added(tag, dict(attrs))
        self.written.append(opened[: 1 + len(tag)] + added + opened[1 + len(tag) :])
        if tag == "td" and self.part != "thead":
            self.written.append("<span>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "th":
            self.in_head = False
        self.written.append("</span>" * (tag == "td" and self.part != "thead") + f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.written.append(self.get_starttag_text() or "")

    def handle_data(self, data: str) -> None:
        self._hear(data)
        self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _added(self, tag: str, given: dict[str, str | None]) -> str:
        if tag == "th":
            return self._head(given)
        if tag == "td":
            return f' role="cell"{self._label(given)}'
        return f' role="{ROLES[tag]}"' if tag in ROLES else ""

    def _head(self, given: dict[str, str | None]) -> str:
        is_column = self.part == "thead"
        if is_column:
            self.in_head = True
            self.heads.append("")
        self._step(given)
        return ' role="columnheader" scope="col"' if is_column else ' role="rowheader" scope="row"'

    def _label(self, given: dict[str, str | None]) -> str:
        words = SPACE.sub(" ", self.heads[self.column]).strip() if self.column < len(self.heads) else ""
        whole_row = "colspan" in given
        self._step(given)
        return f' data-l="{words}"' if words and not whole_row else ""

    def _step(self, given: dict[str, str | None]) -> None:
        self.column += int(given.get("colspan") or 1)

    def _hear(self, text: str) -> None:
        if self.in_head:
            self.heads[-1] += text if text.startswith("&") else escape(text)
