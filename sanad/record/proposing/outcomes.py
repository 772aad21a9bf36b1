"""What a page says came of an undertaking: a later clause of its article about the same act that tells an end of it."""

from bisect import bisect_right

from sanad.record.proposing.clauses import Clauses
from sanad.record.proposing.page import Span
from sanad.record.proposing.sayings import Around
from sanad.record.proposing.undertaking import Undertaking

MOST = 3


class Outcomes:
    """Clauses of a page that tell what came of something, by article; looked for once."""

    def __init__(self, clauses: Clauses, around: Around, table: Undertaking) -> None:
        self.clauses, self.around, self.table = clauses, around, table
        self._by_act: dict[tuple[str, str], list[Span]] | None = None

    def of(self, evidence: Span, article: str, act: str) -> tuple[Span, ...]:
        """The first few that stand behind it; none for an act that has no words of its own."""
        if self._by_act is None:
            self._by_act = self._all()
        later = self._by_act.get((article, act), [])
        return tuple(later[bisect_right(later, evidence.end, key=lambda one: one.start) :][:MOST])

    def _all(self) -> dict[tuple[str, str], list[Span]]:
        found: dict[tuple[str, str], dict[Span, None]] = {}
        lexed = self.clauses.lexed
        for one in self.table.came.over(lexed.kinds):
            saying = self.around.at(lexed.span(one.first, one.after))
            if saying is None:
                continue
            clause = self.clauses.within(one.first, saying.span)
            for act in self.table.acts.all_of(lexed.words_in(clause)):
                found.setdefault((saying.article, act), {})[clause] = None
        return {place: list(clauses) for place, clauses in found.items()}
