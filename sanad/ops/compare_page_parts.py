"""The parts of the comparison's page: tables, bars, and explained claims."""

from collections.abc import Iterable, Sequence

from sanad.engine.rules.words.blocks import Figures, Heading, Listing, Paragraph, Sentence
from sanad.ops.compare_tables import Table
from sanad.ops.compare_told import Difference, Told
from sanad.ops.compare_words import say
from sanad.ops.html import Html, apart, isolated, joined, number, spoken, tag
from sanad.ops.programme_words import Language


def table_in_html(table: Table) -> Html:
    """The first column holds words, the others numbers; on a phone each number says what it is."""
    head = tag("tr", *(_head(place, text) for place, text in enumerate(table.heads)), role="row")
    body = (_row(table, row) for row in table.rows)
    foot = tag("tfoot", _row(table, table.total), role="rowgroup") if table.total else None
    return tag(
        "table",
        tag("caption", spoken(table.caption)),
        tag("thead", head, role="rowgroup"),
        tag("tbody", *body, role="rowgroup"),
        foot,
        role="table",
        class_="cards tight" if len(table.heads) > 2 else "tight",
    )


def _head(place: int, text: str) -> Html:
    kind = {"class_": "num"} if place else {}
    return tag("th", spoken(text), scope="col", role="columnheader", **kind)


def _row(table: Table, cells: Sequence[str]) -> Html:
    first, *numbers = cells
    heads = table.heads[1:]
    cells_in_html = (_cell(number(text), head, class_="num") for text, head in zip(numbers, heads, strict=True))
    return tag("tr", tag("th", spoken(first), scope="row", role="rowheader"), *cells_in_html, role="row")


def _cell(content: Html, label: str, **attributes: str) -> Html:
    """With the name of its column, which a phone shows beside it; where there is nothing to say, nothing."""
    if not content:
        return tag("td", role="cell")
    return tag("td", tag("span", content), role="cell", data_l=label, **attributes)


def bars(pairs: Iterable[tuple[str, str, int]]) -> Html:
    """Sums on one scale, each by its name and text; a table with the same figures stands beside."""
    found = list(pairs)
    most = max((minor for _, _, minor in found), default=0) or 1
    return tag("ul", *(_bar(name, text, minor * 10_000 // most) for name, text, minor in found), class_="bars")


def _bar(name: str, text: str, share: int) -> Html:
    width = f"{share // 100}.{share % 100:02d}%"
    drawn = tag("svg", tag("rect", class_="f-accent", width=width, height="100%"), class_="bar", aria_hidden="true")
    return tag("li", tag("span", spoken(name)), drawn, number(text))


def told_in_html(one: Told, money: str, lang: Language) -> Html:
    """Two columns that are never merged: a claim's answer in A and in B."""
    pattern = one.pattern
    alike = say(lang, "alike", count=apart(f"{pattern.claims:,}"))
    title = tag("h4", say(lang, "claim"), " ", isolated(pattern.claim_id))
    together = [" · ", spoken(say(lang, "alike_sum", sum=apart(money)))] if money else []
    intro = tag("p", spoken(alike), *together, class_="small muted")
    parts = (tag("header", title, intro), _differences(one.differences, lang), _whole(one, lang))
    return tag("article", *parts, class_="card stack")


def _differences(differences: Sequence[Difference], lang: Language) -> Html:
    has_sums = any(one.change for one in differences)
    sides = [say(lang, "a"), say(lang, "b"), *([say(lang, "difference")] if has_sums else [])]
    titles = (tag("th", title, scope="col", role="columnheader") for title in (say(lang, "what"), *sides))
    head = tag("tr", *titles, role="row")
    rows = (_difference(one, sides) for one in differences)
    parts = (tag("thead", head, role="rowgroup"), tag("tbody", *rows, role="rowgroup"))
    return tag("table", *parts, role="table", class_="cards changes")


def _difference(one: Difference, sides: Sequence[str]) -> Html:
    texts = (spoken(one.a), spoken(one.b), number(one.change))
    cells = (_cell(text, side) for text, side in zip(texts, sides, strict=False))
    return tag("tr", tag("th", spoken(one.what), scope="row", role="rowheader"), *cells, role="row")


def _whole(one: Told, lang: Language) -> Html:
    columns = [
        tag("section", tag("p", say(lang, side), class_="who"), paragraphs_in_html(paragraphs))
        for side, paragraphs in (("a", one.a), ("b", one.b))
    ]
    return tag("details", tag("summary", say(lang, "whole")), tag("div", *columns, class_="told"))


def paragraphs_in_html(paragraphs: Iterable[Paragraph]) -> Html:
    return joined(_paragraph(one) for one in paragraphs)


def _paragraph(one: Paragraph) -> Html:
    match one:
        case Heading(text, depth):
            return tag("h5" if depth < 3 else "h6", spoken(text))
        case Sentence(text, kind):
            return tag("p", spoken(text), class_=kind)
        case Figures(rows):
            pairs = (tag("div", tag("dt", spoken(name)), tag("dd", spoken(value))) for name, value in rows)
            return tag("dl", *pairs, class_="facts")
        case Listing(items):
            return tag("ul", *(tag("li", spoken(item)) for item in items), class_="why")
