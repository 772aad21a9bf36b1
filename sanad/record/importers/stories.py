"""The stories of a web page, each whole, parted by three blank lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from sanad.record.importers.read import Notice

AROUND = (
    *("nav", "aside", "footer", "form", "button", "dialog", "menu", "template", "noscript", "script", "style"),
    *("svg", "math", "object", "video", "audio", "iframe", "canvas", "select", "textarea", "[hidden]"),
    *('[style*="display:none"]', '[style*="display: none"]', '[role="navigation"]', '[role="banner"]'),
)
"""What stands around a story, or is not shown."""
BETWEEN = "\n\n\n\n"
FEWEST_SIGNS = 200
"""An `<article>` of fewer that is nearly all links is a card that leads to another page."""
MOST_STORIES = 300
MOST_TAGS_WEIGHED = 5_000
"""Above it nobody looks for the main part of a page without `<article>`: that takes the square of their number."""


@dataclass(frozen=True, slots=True)
class Stories:
    """`by`: article, main_part (weighed by the library) or body (all but what stands around)."""

    text: str
    by: str
    notices: tuple[Notice, ...] = ()


def stories_of(tree: HTMLTree, tags: int) -> Stories:
    """Empty where the page holds furniture only."""
    body = tree.body
    if body is None:
        return Stories("", "body")
    _make_ready(tree, body)
    articles = body.query_selector_all("article:not(article article)").values()
    if 0 < len(articles) <= MOST_STORIES:
        kept = [one for one in articles if not _is_card(one)]
        texts = [text for text in map(_text_of, kept) if text]
        if texts:
            notices = (
                (Notice("cards_left_out", {"count": len(articles) - len(kept)}),) if len(kept) < len(articles) else ()
            )
            return Stories(BETWEEN.join(_with_headline(body, texts)), "article", notices)
    if tags > MOST_TAGS_WEIGHED:
        return whole_of(tree)
    weighed = extract_plain_text(tree, main_content=True, list_bullets=False, skip_elements=AROUND).strip()
    return Stories(weighed, "main_part")


def whole_of(tree: HTMLTree) -> Stories:
    return Stories(_plain(tree), "body")


def _make_ready(tree: HTMLTree, body: ElementNode) -> None:
    """The library gives captions only with the texts that stand for pictures, and joins a summary to its details."""
    for picture in body.query_selector_all("[alt]").values():
        picture.delattr("alt")
    for summary in body.query_selector_all("summary").values():
        end = tree.create_element("br")
        if end:
            summary.append_child(end)


def _text_of(article: ElementNode) -> str:
    return _plain(article.outer_html)


def _plain(html: str | HTMLTree) -> str:
    return extract_plain_text(html, list_bullets=False, skip_elements=AROUND).strip()


def _is_card(article: ElementNode) -> bool:
    text = article.text_content or ""
    if len(text.strip()) >= FEWEST_SIGNS:
        return False
    linked = sum(len((link.text_content or "").strip()) for link in article.query_selector_all("a[href]").values())
    return 2 * linked > len(text.strip())


def _with_headline(body: ElementNode, texts: list[str]) -> Iterator[str]:
    """A headline that stands over the first article belongs to it."""
    above = body.query_selector("h1:not(article h1)")
    headline = " ".join((above.text_content or "").split()) if above else ""
    first, *others = texts
    yield first if not headline or headline in " ".join(first[:2_000].split()) else f"{headline}\n\n{first}"
    yield from others
