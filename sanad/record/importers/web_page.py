"""A web page becomes text: every story of it with its headline and captions, without what stands around it.

Libraries that look for *the* story of a page drop the second one. Here each `<article>` is taken whole, and the prose
of the page is held against what was kept: what was lost is told.
"""

from importlib.metadata import version

from resiliparse.parse.html import HTMLTree

from sanad.record.importers.charset import decoded
from sanad.record.importers.language import language_told
from sanad.record.importers.prose import Lost, lost_of
from sanad.record.importers.read import Notice, PageRefused, Producer, ReadPage, TextLayer
from sanad.record.importers.stated import stated_in
from sanad.record.importers.stories import Stories, stories_of, whole_of
from sanad.record.importers.worn_out import refuse_too_deep, tags_of

ENDINGS = (".html", ".htm", ".xhtml")
VERSION = version("resiliparse")
LOST_IN_HUNDRED = 5
TOO_MUCH = {"article": 50, "main_part": LOST_IN_HUNDRED, "body": 100}
"""In hundred. Beside articles there may be comments and other prose; the main part is a guess of the library."""
FEWEST_WORDS = 5
"""In one line: a page without such a line is a menu."""


def web_page(name: str, raw: bytes, content_type: str = "") -> ReadPage:
    """Raises PageRefused: not_text, no_prose, and where a page is made to wear out its reader."""
    found = decoded(raw, content_type)
    tags = tags_of(found.text)
    tree = HTMLTree.parse(found.text)
    refuse_too_deep(tree, tags)
    stories, lost = _kept(tree, tags)
    if not any(len(line.split()) >= FEWEST_WORDS for line in stories.text.split("\n")):
        raise PageRefused("no_prose")
    language, is_contradicted = language_told(_lang(tree), stories.text)
    notices = [*found.notices, *stories.notices, *_told(lost)]
    if is_contradicted:
        notices.append(Notice("language_differs", {"told": _lang(tree) or "", "found": language}))
    producer = Producer("resiliparse", VERSION, {"by": stories.by, "charset": found.charset})
    layer = TextLayer(stories.text, producer, language)
    return ReadPage(name, "text/html", raw, (layer,), stated_in(tree, found.text), tuple(notices))


def _lang(tree: HTMLTree) -> str | None:
    root = tree.document.query_selector("html[lang]") if tree.document else None
    return root["lang"][:35] if root else None


def _kept(tree: HTMLTree, tags: int) -> tuple[Stories, Lost]:
    """Where a way of looking for stories loses too much, all is taken: rather a menu too many than a story too few."""
    stories = stories_of(tree, tags)
    lost = lost_of(tree, stories.text)
    if 100 * lost.signs <= TOO_MUCH[stories.by] * lost.of:
        return stories, lost
    whole = whole_of(tree)
    return whole, lost_of(tree, whole.text)


def _told(lost: Lost) -> list[Notice]:
    if 100 * lost.signs <= LOST_IN_HUNDRED * lost.of:
        return []
    return [Notice("prose_lost", {"signs": lost.signs, "of": lost.of, "begins": lost.begins})]
