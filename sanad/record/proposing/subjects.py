"""Who a clause is about, among those whom the article knows already: nobody is named here for the first time."""

from sanad.record.proposing.lexicon import Lexed
from sanad.record.proposing.page import Page, Span

FARTHEST, LONGEST = 12, 4
"""So many words from the beginning of the clause a name may stand; of so many words it is."""


class Subjects:
    """Names by article as they are printed."""

    def __init__(self, page: Page, lexed: Lexed) -> None:
        self.text, self.lexed = page.text, lexed
        names = {(one.article, name): one.id for one in page.entities for name in (one.name, *one.aliases)}
        self._names, self._begins = names, {name[:1] for _, name in names}

    def of(self, clause: Span, article: str) -> str | None:
        """The first that stands near the beginning of the clause."""
        first, after = self.lexed.places(clause)
        near = range(first, min(after, first + FARTHEST))
        for at in (at for at in near if self.lexed.words[at][:1] in self._begins):
            for end in range(min(after, at + LONGEST), at, -1):
                who = self._names.get((article, self.lexed.span(at, end).of(self.text)))
                if who:
                    return who
        return None
