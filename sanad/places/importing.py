"""Taking a list of places into the database: first the difference, then the write; importing again updates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sanad.audit.services import record
from sanad.places.models import Enclosure, Place, PlaceName, Source
from sanad.places.proposals import Proposal, Proposed
from sanad.places.standing import standing_of
from sanad.staff.models import User

BATCH = 2_000


class UnknownPlace(Exception):
    """A row lies within a place that neither the list nor the database knows: import that one first."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What an import would do, by code. `gone`: places of this source that the list no longer has; they stay."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        parts = {"new": self.new, "changed": self.changed, "same": self.same, "gone": self.gone}
        return {part: len(codes) for part, codes in parts.items()}


def difference(proposal: Proposal) -> Difference:
    """What `import_places` would do; nothing is written."""
    proposed = _by_code(proposal)
    standing = standing_of(proposal.origin)
    new = [code for code in proposed if code not in standing]
    changed = [code for code, place in proposed.items() if code in standing and not standing[code].is_as(place)]
    gone = [code for code in standing if code not in proposed]
    same = proposed.keys() - {*new, *changed}
    return Difference(tuple(new), tuple(changed), tuple(sorted(same)), tuple(gone))


@transaction.atomic
def import_places(*, proposal: Proposal, at: datetime, by: User | None) -> Difference:
    """Write new places and update changed ones; of a place of another list, only names and enclosures.

    Raises UnknownPlace.
    """
    found = difference(proposal)
    touched = {code: place for code, place in _by_code(proposal).items() if code not in set(found.same)}
    source = _source(proposal)
    others = set(Place.objects.exclude(source=source).values_list("code", flat=True))
    own = {code: one for code, one in touched.items() if code not in others}
    rows = [Place(code=code, kind=one.kind, source=source, **_point(one)) for code, one in own.items()]
    Place.objects.bulk_create(
        rows, BATCH, update_conflicts=True, unique_fields=["code"], update_fields=["kind", "latitude", "longitude"]
    )
    ids = dict(Place.objects.values_list("code", "id"))
    _write_names(touched, ids, source)
    _write_enclosures(touched, ids, source)
    facts = {**found.counts, "rows": proposal.rows, "faults": proposal.counts}
    record(act="places.import", on=f"source:{source.code}", by=by, at=at, facts=facts)
    return found


def _write_names(touched: Mapping[str, Proposed], ids: Mapping[str, int], source: Source) -> None:
    PlaceName.objects.filter(source=source, place__code__in=touched).delete()
    rows = [
        PlaceName(place_id=ids[code], language=language, text=text, is_main=not number, source=source)
        for code, place in touched.items()
        for language, names in place.names.items()
        for number, text in enumerate(names)
    ]
    PlaceName.objects.bulk_create(rows, BATCH)


def _write_enclosures(touched: Mapping[str, Proposed], ids: Mapping[str, int], source: Source) -> None:
    Enclosure.objects.filter(source=source, place__code__in=touched).delete()
    pairs = [(code, way, outer) for code, place in touched.items() for way, outer in place.within.items()]
    unknown = sorted({outer for _, _, outer in pairs if outer not in ids})
    if unknown:
        raise UnknownPlace(", ".join(unknown))
    rows = [
        Enclosure(place_id=ids[code], within_id=ids[outer], hierarchy=way, source=source) for code, way, outer in pairs
    ]
    Enclosure.objects.bulk_create(rows, BATCH)


def _by_code(proposal: Proposal) -> dict[str, Proposed]:
    return {place.code: place for place in (*proposal.implied, *proposal.places)}


def _point(place: Proposed) -> dict[str, int | None]:
    latitude, longitude = place.point or (None, None)
    return {"latitude": latitude, "longitude": longitude}


def _source(proposal: Proposal) -> Source:
    origin = proposal.origin
    told = {
        "title": origin.title,
        "publisher": origin.publisher,
        "published": origin.published,
        "licence": origin.licence,
    }
    return Source.objects.update_or_create(code=origin.code, defaults=told)[0]
