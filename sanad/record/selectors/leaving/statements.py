"""The statements that leave, a thousand at a time, each with all that is told of it."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, field
from functools import cached_property
from itertools import islice

from django.db.models import Prefetch

from sanad.record.exporting.guard import Guard, strings_in
from sanad.record.exporting.names import NamesFound
from sanad.record.exporting.told import Layer, Part, Place, Said, Sum, Telling
from sanad.record.models import Figure, Reached, Span, Statement, StatementPart, StatementRole, TextLayer
from sanad.record.selectors.leaving.names import Protected
from sanad.record.selectors.leaving.reasons import At, Parted
from sanad.record.selectors.leaving.sources import tellings_of
from sanad.record.spans import AROUND

AT_ONCE, WIDE = 1_000, 3 * AROUND
"""How many are read at once; how far around its words a name is looked for that would be cut in two."""
TOLD = ("speaker", "content__layer__capture", "content__layer__made_from", "cue", "speaker_evidence", "event")
HEAVY = ("content__layer__text", "content__layer__made_from__text")


@dataclass
class Statements:
    """What was read of them so far: `rows` by table, the tellings, whose names are near."""

    parted: Parted
    protected: Protected
    leaked: frozenset[int]
    guard: Guard
    rows: dict[str, set[int]] = field(default_factory=dict)
    layers: dict[int, Layer] = field(default_factory=dict)
    near: dict[int, NamesFound] = field(default_factory=dict)
    _tellings: dict[int, Telling] = field(default_factory=dict)
    _text: tuple[int, str] = (0, "")

    @cached_property
    def leaving(self) -> frozenset[int]:
        return frozenset(self.parted.leaving)

    def wants(self, table: str, *rows: int | None) -> None:
        """These rows are in the bundle as well."""
        self.rows.setdefault(table, set()).update(row for row in rows if row is not None)

    def said(self) -> Iterator[Said]:
        keys = iter(self.parted.leaving)
        while some := list(islice(keys, AT_ONCE)):
            yield from map(self._said, self._read(some))

    def _read(self, keys: Sequence[int]) -> list[Statement]:
        found = list(
            Statement.objects.filter(pk__in=keys)
            .select_related(*TOLD)
            .defer(*HEAVY)
            .prefetch_related(
                Prefetch("roles", queryset=StatementRole.objects.select_related("agent").order_by("pk")),
                Prefetch("parts", queryset=StatementPart.objects.select_related("span", "speaker").order_by("ordinal")),
                Prefetch("figures", queryset=Figure.objects.select_related("span").order_by("pk")),
                Prefetch("reached_by", queryset=Reached.objects.select_related("retraction").order_by("pk")),
            )
            .order_by("pk")
        )
        fresh = {one.account_id for one in found} - self._tellings.keys()
        self._tellings |= tellings_of(fresh, self.protected, self.leaked)
        return found

    def _said(self, one: Statement) -> Said:
        layer, span, telling = self._layer(one.content.layer), one.content, self._tellings[one.account_id]
        near = self.protected.finder_at(one.content.layer.capture_id, layer.key, span.start, span.end)
        said = Said(
            key=one.pk,
            kind=one.kind,
            telling=telling,
            layer=layer,
            place=self._place(span, layer, near),
            speaker=self.protected.who(one.speaker),
            speaker_status=one.speaker_status,
            verbatim=one.verbatim,
            cue=self._beside(one.cue, near),
            mention="" if one.speaker_id in self.protected.agents else self._beside(one.speaker_evidence, near),
            note=one.speaker_note,
            manner=one.manner,
            where=one.place,
            when=one.when,
            event=one.event.label if one.event else "",
            number=one.narrative_no,
            is_iterated=one.iterated,
            parent=one.parent_id if one.parent_id in self.leaving else None,
            roles=tuple((role.role, who) for role in one.roles.all() if (who := self.protected.who(role.agent))),
            parts=tuple(
                Part(self._plain(part.span, layer), self.protected.who(part.speaker)) for part in one.parts.all()
            ),
            sums=tuple(
                Sum(sum_.pk, sum_.span.exact or "", sum_.amount, sum_.currency, sum_.bound, sum_.purpose)
                for sum_ in one.figures.all()
            ),
            retracted=tuple(sorted({reached.retraction.kind for reached in one.reached_by.all()})),
        )
        self._want(one, telling)
        if near:
            self.near[one.pk] = near
            if any(True for text in strings_in(astuple(said)) for _ in near(text)):
                self.guard.remember(f"statement {one.pk}")
        return said

    def _layer(self, row: TextLayer) -> Layer:
        if row.pk not in self.layers:
            made_from = row.made_from.sha256 if row.made_from else ""
            capture = row.capture.sha256
            self.layers[row.pk] = Layer(row.pk, row.sha256, capture, row.language, row.producer, made_from)
        return self.layers[row.pk]

    def _plain(self, span: Span, layer: Layer) -> Place:
        return Place(span.pk, layer.sha256, span.start, span.end, span.exact or "")

    def _place(self, span: Span, layer: Layer, near: NamesFound | None) -> Place:
        """Without what stands around it where that holds a name, or a part of one, or words that may not leave."""
        place = self._plain(span, layer)
        around = At(layer.key, max(0, span.start - AROUND), span.end + AROUND)
        wide = self._text_of(layer)[max(0, span.start - WIDE) : span.end + WIDE]
        if self.parted.touches_closed(around) or self._names_in(wide, near):
            return place
        return Place(place.key, place.layer, place.start, place.end, place.exact, span.prefix or "", span.suffix or "")

    def _beside(self, span: Span | None, near: NamesFound | None) -> str:
        """The words of a cue or a mention; nothing where they may not leave."""
        if span is None or span.exact is None or self._names_in(span.exact, near):
            return ""
        return "" if self.parted.touches_closed(At(span.layer_id, span.start, span.end)) else span.exact

    def _names_in(self, text: str, near: NamesFound | None) -> bool:
        return self.guard.has_a_name(text) or bool(near and any(True for _ in near(text)))

    def _text_of(self, layer: Layer) -> str:
        if self._text[0] != layer.key:
            text = TextLayer.objects.values_list("text", flat=True).get(pk=layer.key)
            self._text = (layer.key, text or "")
        return self._text[1]

    def _want(self, one: Statement, telling: Telling) -> None:
        layer = one.content.layer
        self.wants("record_statement", one.pk)
        self.wants("record_span", one.content_id, *(part.span_id for part in one.parts.all()))
        self.wants("record_textlayer", layer.pk, layer.made_from_id)
        self.wants("record_capture", layer.capture_id)
        self.wants("record_account", telling.key)
        self.wants("record_work", telling.source.key)
        self.wants("record_transmission", *(hop.key for hop in telling.hops))
        self.wants("record_statementrole", *(role.pk for role in one.roles.all()))
        self.wants("record_statementpart", *(part.pk for part in one.parts.all()))
        self.wants("record_figure", *(figure.pk for figure in one.figures.all()))
        around = (telling.narrator, telling.source.publisher, *(hop.by for hop in telling.hops))
        shown = [one.speaker_id, *(role.agent_id for role in one.roles.all()), *(who.key for who in around if who)]
        self.wants("record_agent", *(key for key in shown if key not in self.protected.agents))
