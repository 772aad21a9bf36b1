"""All that is proposed of one text."""

from collections.abc import Iterator, Sequence

from sanad.record.proposing.arabic.dates import arabic_moments_of
from sanad.record.proposing.arabic.reader import ArabicReader
from sanad.record.proposing.arabic.table import arabic
from sanad.record.proposing.english.dates import moments_of
from sanad.record.proposing.english.reader import Reader
from sanad.record.proposing.english.table import english
from sanad.record.proposing.grammars import grammar
from sanad.record.proposing.layout import articles_of
from sanad.record.proposing.page import Article, Page, Span
from sanad.record.proposing.promises import promises_of
from sanad.record.proposing.sums import sums_of


def propose(text: str, language: str = "en") -> Page:
    """What the text says, as far as rules can tell."""
    articles = articles_of(text)
    page = Page(text, language, articles)
    bases: dict[Span, str] = {}
    for reader in _readers(text, language, articles):
        page.quotations += list(reader.quotations(len(page.quotations) + 1))
        page.no_speech += reader.no_speech.values()
        page.reported += [
            one._replace(id=f"R{len(page.reported) + number}") for number, one in enumerate(reader.reported, start=1)
        ]
        page.entities += reader.entities()
        bases |= reader.bases
    lexed = grammar(language).read(text)
    page.moments = (arabic_moments_of if language == "ar" else moments_of)(lexed, articles)
    page.sums = sums_of(language, lexed, articles, page.quotations)
    page.promises = promises_of(page, lexed, bases)
    return page


def _readers(text: str, language: str, articles: Sequence[Article]) -> Iterator[Reader | ArabicReader]:
    for article in articles:
        reader = ArabicReader(text, article, arabic()) if language == "ar" else Reader(text, article, english())
        reader.read()
        yield reader
