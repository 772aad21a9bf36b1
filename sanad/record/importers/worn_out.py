"""Web pages that are made to wear out whoever reads them are refused before, or as soon as, they are parsed."""

import re

from resiliparse.parse.html import DOMContext, HTMLTree, traverse_dom

from sanad.record.importers.read import PageRefused

MOST_TAGS = 300_000
MOST_ATTRIBUTES = 20_000
"""Of one tag: the parser takes the square of their number."""
FEW_TAGS = 5_000
"""A page of fewer cannot be so deep that it matters."""
DEEPEST = 2_000
"""Browsers stop at 512."""
TAG = re.compile(
    r"<[a-zA-Z][^\s/>]*+((?:[\s/]++|=?+[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+))?+|=)*+)"
)
"""Every part takes what it can and gives nothing back, so that the time is that of the length."""


def tags_of(html: str) -> int:
    """How many there are at most. Raises PageRefused: too_many_tags, too_many_attributes."""
    tags = html.count("<")
    if tags > MOST_TAGS:
        raise PageRefused("too_many_tags", tags=tags)
    for tag in TAG.finditer(html):
        start, end = tag.span(1)
        if end - start > 2 * MOST_ATTRIBUTES and len(tag[1].split()) > MOST_ATTRIBUTES:
            raise PageRefused("too_many_attributes", at=len(html[:start].encode("utf-8", "replace")))
    return tags


def refuse_too_deep(tree: HTMLTree, tags: int) -> None:
    """Raises PageRefused."""
    if tags <= FEW_TAGS or tree.body is None:
        return
    deepest = 0

    def look(place: DOMContext) -> None:
        nonlocal deepest
        deepest = max(deepest, place.depth)

    traverse_dom(tree.body, look, elements_only=True)
    if deepest > DEEPEST:
        raise PageRefused("too_deep", depth=deepest)
