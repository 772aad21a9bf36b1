"""A comparison as one HTML page that can be mailed: no script, no request to anywhere, both languages or one."""

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.patterns import SECTIONS, Pattern
from sanad.caseload.comparing.sides import Side
from sanad.engine.rules.words.speech import Speech
from sanad.ops.compare_notes import notes, rows_in_words
from sanad.ops.compare_page_parts import bars, table_in_html, told_in_html
from sanad.ops.compare_tables import Tables, major
from sanad.ops.compare_told import Told, signed
from sanad.ops.compare_words import say
from sanad.ops.html import Html, apart, isolated, joined, number, spoken, tag
from sanad.ops.programme_words import Language

HASH_SHOWN = 12
DIRECTIONS = {Language.ar: "rtl", Language.en: "ltr"}
NAMES = {Language.ar: "العربية", Language.en: "English"}
MARK = Html(
    '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v18"/>'
    '<circle cx="12" cy="4.5" r="2.5" fill="currentColor"/><circle cx="12" cy="12" r="2.5"/>'
    '<circle cx="12" cy="19.5" r="2.5" fill="currentColor"/></svg>'
)


def page(comparison: Comparison, told: Mapping[Language, Sequence[Told]]) -> str:
    """In each language of `told`, the first one shown first; a link leads to the other."""
    style = files("sanad.ops").joinpath("compare.css").read_text(encoding="utf-8")
    first, languages = next(iter(told)), list(told)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        tag("title", " · ".join(say(language, "title") for language in languages)),
        tag("style", Html(style)),
    )
    bodies = (_Page(comparison, language, told[language]).whole(languages) for language in languages)
    html = tag("html", head, tag("body", *bodies), lang=first.value, dir=DIRECTIONS[first])
    return f"<!doctype html>\n{html}\n"


def _policy(style: str) -> str:
    """The one style sheet, known by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'"


class _Page:
    """The page in one language."""

    def __init__(self, comparison: Comparison, lang: Language, told: Sequence[Told]) -> None:
        self.of, self.lang, self.told = comparison, lang, told
        self.tables = Tables(comparison, lang)

    def say(self, sentence: str, **parts: object) -> str:
        return say(self.lang, sentence, **parts)

    def whole(self, languages: Sequence[Language]) -> Html:
        figures = (self.sides(), self.cost(), self.who(), self.where(), self.biggest(), self.bad())
        sections = (self.head(), self.notes(), *figures)
        main = tag("main", *sections, class_="page", id=f"{self.lang}-main")
        parts = (self.top(languages), main, self.foot())
        return tag("div", *parts, class_="tongue", id=self.lang.value, lang=self.lang.value, dir=DIRECTIONS[self.lang])

    def top(self, languages: Sequence[Language]) -> Html:
        others = [
            tag("a", NAMES[other], class_="link", href=f"#{other.value}", lang=other.value, dir=DIRECTIONS[other])
            for other in languages
            if other != self.lang
        ]
        brand = tag("span", MARK, self.say("brand"), class_="brand")
        skip = tag("a", self.say("to_content"), class_="skip", href=f"#{self.lang}-main")
        bar = tag("div", brand, tag("div", *others, class_="end"), class_="top-in")
        return joined([skip, tag("header", bar, class_="top")])

    def head(self) -> Html:
        lead = tag("p", spoken(rows_in_words(self.of, self.lang)), class_="muted")
        return tag("div", tag("h1", self.say("title")), lead, class_="head")

    def notes(self) -> Html:
        title = tag("p", self.say("internal"), class_="title")
        inside = tag("div", title, tag("p", self.say("internal_why")), class_="note plain")
        found = list(notes(self.of, self.lang))
        told = tag("ul", *(tag("li", spoken(text)) for text in found), class_="notes") if found else None
        return tag("div", inside, told, class_="stack")

    def sides(self) -> Html:
        return tag("div", *(self._side(side) for side in (self.of.a, self.of.b)), class_="halves")

    def _side(self, side: Side) -> Html:
        speech = Speech.of(side.rules, self.lang.value)
        chosen = [one for one in side.programme.readings if one.name == side.programme.reading]
        rows = [
            ("programme", spoken(speech.pen.words(side.programme.title))),
            ("folder", isolated(side.name)),
            *(("reading", spoken(speech.pen.words(one.label))) for one in chosen),
            ("day", spoken(speech.pen.day(side.on))),
            ("status", Html(self.say(f"status_{side.programme.status}"))),
            ("currency", isolated(side.programme.currency)),
            ("read_rows", number(f"{side.meta['input']['decided']:,}")),
            ("bad_rows_count", number(f"{side.meta['input']['bad_rows']:,}")),
            ("rules", isolated(side.programme.hash[:HASH_SHOWN])),
            ("results", isolated(side.meta["result_hash"][:HASH_SHOWN])),
        ]
        facts = (tag("div", tag("dt", self.say(name)), tag("dd", value)) for name, value in rows)
        return tag("section", tag("h2", self.say(side.letter)), tag("dl", *facts, class_="facts"), class_="card stack")

    def cost(self) -> Html:
        (a, b), money = self.of.total("net"), (self.of.a.programme.currency, self.of.b.programme.currency)
        drawn = bars([(self.say("a"), major(a, money[0]), a), (self.say("b"), major(b, money[1]), b)])
        return self._card("cost", drawn if self.of.is_one_money else None, table_in_html(self.tables.costs()))

    def who(self) -> Html:
        kinds = self._card("who", table_in_html(self.tables.kinds()))
        return joined([kinds, self._card("cross", table_in_html(self.tables.outcomes()))])

    def where(self) -> Html:
        groups = [self._group(place) for place in range(len(self.of.groupings))]
        return self._card("where_it_changes", *(groups or [tag("p", self.say("no_groups"), class_="empty")]))

    def _group(self, place: int) -> Html:
        grouping = self.of.groupings[place]
        name = tag("summary", spoken(grouping.label[self.lang.value]))
        opened = {"open": ""} if place == 0 else {}
        return tag("details", name, table_in_html(self.tables.groups(grouping)), **opened)

    def biggest(self) -> Html:
        sections = [part for section in SECTIONS for part in self._section(section)]
        nothing = tag("p", self.say("nothing_changes"), class_="empty")
        intro = tag("p", self.say("biggest_intro"), class_="muted")
        told = [intro, *sections] if sections else [nothing]
        return tag("section", tag("h2", self.say("biggest")), *told, class_="stack")

    def _section(self, section: str) -> Iterator[Html]:
        told = [one for one in self.told if one.pattern.section == section]
        if told:
            yield tag("h3", self.say(f"section_{section}"))
        yield from (told_in_html(one, self._together(one.pattern), self.lang) for one in told)

    def _together(self, pattern: Pattern) -> str:
        change = pattern.net_b - pattern.net_a
        if not self.of.is_one_money or not change:
            return ""
        return f"{signed(change, self.of.a.programme.currency)} {self.of.a.programme.currency}"

    def bad(self) -> Html | None:
        table = self.tables.faults()
        return self._card("bad", table_in_html(table)) if table.rows else None

    def _card(self, title: str, *children: Html | None) -> Html:
        return tag("section", tag("h2", self.say(title)), *children, class_="card stack")

    def foot(self) -> Html:
        meta = self.of.a.meta
        hashes = {side.letter: apart(side.meta["result_hash"][:HASH_SHOWN]) for side in (self.of.a, self.of.b)}
        text = self.say("made_by", version=apart(meta["sanad"]), file=apart(meta["input"]["file"]), **hashes)
        return tag("footer", tag("div", tag("p", spoken(text)), class_="foot-in"), class_="foot")
