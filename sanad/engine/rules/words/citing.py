"""Sources by number, in the order in which an explanation first names them; the list stands at its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sanad.engine.rules.declared import Source
from sanad.engine.rules.words.blocks import Heading, Paragraph, Sentence
from sanad.engine.rules.words.speech import Speech

UNSOURCED = "unsourced"


@dataclass
class Citations:
    speech: Speech
    cited: list[str] = field(default_factory=list)

    def cite(self, source_id: str) -> str:
        """` [source 2]`, saying so where the source is only an assumption; empty for a source that is not declared."""
        source = self.speech.rules.declared.sources.get(source_id)
        if source is None:
            return ""
        if source_id not in self.cited:
            self.cited.append(source_id)
        number = self.speech.pen.number(self.cited.index(source_id) + 1)
        phrase = "cited_assumption" if source.confidence == UNSOURCED else "cited"
        return self.speech.say(phrase, number=number)

    def paragraphs(self) -> Iterator[Paragraph]:
        if self.cited:
            yield Heading(self.speech.say("sources"))
        for number, source_id in enumerate(self.cited, 1):
            yield Sentence(self._source(number, self.speech.rules.declared.sources[source_id]), "source")

    def _source(self, number: int, source: Source) -> str:
        pen = self.speech.pen
        note = source.note if source.confidence in ("C", UNSOURCED) else ""
        return self.speech.say(
            "source",
            number=pen.number(number),
            title=pen.published(source.title),
            issued=self._issued(source),
            confidence=self.speech.say(f"confidence_{source.confidence}"),
            address=self.speech.say("address", text=pen.reference(source.address)) if source.address else "",
            note=self.speech.say("note", text=pen.published(note)) if note else "",
        )

    def _issued(self, source: Source) -> str:
        """By whom and when; nothing for what nobody published."""
        if source.confidence == UNSOURCED:
            return ""
        gaps = {"publisher": self.speech.pen.published(source.publisher)}
        if source.published is None:
            return self.speech.say("publisher", **gaps) if source.publisher else ""
        gaps["day"] = self.speech.pen.day(source.published)
        return self.speech.say("publisher_day" if source.publisher else "source_day", **gaps)
