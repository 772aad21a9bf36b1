"""Buildings and homes: danger, placards, precautions, and the survey that counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Count
from django.utils.timezone import localdate

from sanad.audit.built_once import built_once
from sanad.casework.answers.rules import LANGUAGES, option_said
from sanad.casework.answers.selectors.there import There
from sanad.casework.answers.told import (
    BuildingTold,
    DangerTold,
    ElementTold,
    PlacardTold,
    PrecautionTold,
    SurveyTold,
    Words,
)
from sanad.casework.assessments.models import Assessment, Element, Photo
from sanad.casework.assessments.models import State as AssessmentState
from sanad.casework.safety.models import DangerReport, HowEnded, Placard, Precaution, Reason, Triage
from sanad.engine.rules.declared import Programme as Declared
from sanad.places.models import PlaceName
from sanad.registry.models import Building

OPEN_TRIAGES = (Triage.WAITING, Triage.INSPECTION, Triage.ACUTE)
NAME = ("place_id", "language", "text", "source_id", "place__source_id")

_precautions = built_once(lambda buildings: Precaution.objects.filter(building__in=buildings, state=HowEnded.OPEN))
_placed = built_once(lambda buildings: Placard.objects.filter(building__in=buildings).order_by("placed_at", "pk"))
_reports = built_once(
    lambda buildings: (
        DangerReport.objects.filter(building__in=buildings, triage__in=OPEN_TRIAGES)
        .defer("words", "contact")
        .order_by("told_at", "pk")
    )
)
_names = built_once(
    lambda places: PlaceName.objects.filter(place__in=places, is_main=True).order_by("pk").values_list(*NAME)
)
_surveys = built_once(
    lambda claims: Assessment.objects.filter(claim__in=claims, state=AssessmentState.CONFIRMED),
)
_elements = built_once(lambda surveys: Element.objects.filter(assessment__in=surveys).order_by("pk"))
_photos = built_once(
    lambda surveys: (
        Photo.objects.filter(assessment__in=surveys).values_list("assessment").annotate(Count("pk")).order_by()
    )
)


def buildings_told(buildings: Collection[Building], there: There) -> dict[int, BuildingTold]:
    """By the building's key."""
    places = _place_names({one.place_id for one in buildings})
    placards, seen = _placards(there.buildings("placards"))
    keep_out = {one.building_id: one for one in _precautions(there.buildings("precautions"))}
    danger = _danger(there.buildings("reports"))
    return {
        one.pk: BuildingTold(
            reference=one.reference,
            place=places[one.place_id],
            placard=_placard(placards.get(one.pk)),
            precaution=_precaution(keep_out.get(one.pk)),
            danger=tuple(
                _reported(report) for report in danger[one.pk] if one.pk not in seen or report.told_at > seen[one.pk]
            ),
            halts=(),
            works=(),
            inspected_on=localdate(seen[one.pk]) if one.pk in seen else None,
        )
        for one in buildings
    }


def _placards(buildings: Collection[int]) -> tuple[dict[int, Placard], dict[int, datetime]]:
    """By building, the placard that counts, and when an engineer looked last."""
    placed = _placed(list(buildings))
    counts = {one.building_id: one for one in placed if one.ended_at is None}
    return counts, {one.building_id: one.placed_at for one in placed}


def surveys_told(claims: Iterable[int], declared: dict[int, Declared]) -> dict[int, SurveyTold]:
    """By claim, the survey that counts; `declared`: by claim, the rules that name its damage."""
    rows = _surveys(list(claims))
    keys = [one.pk for one in rows]
    photos = dict(_photos(keys))
    elements: dict[int, list[Element]] = defaultdict(list)
    for element in _elements(keys):
        elements[element.assessment_id].append(element)
    return {
        one.claim_id: _survey(one, declared[one.claim_id], elements[one.pk], photos.get(one.pk, 0))
        for one in rows
        if one.claim_id in declared
    }


def _survey(one: Assessment, declared: Declared, elements: Iterable[Element], photos: int) -> SurveyTold:
    return SurveyTold(
        reference=one.reference,
        assessed_on=one.assessed_on,
        damage=option_said(declared, "damage", one.damage),
        is_unfit=one.is_unfit,
        area=one.area,
        elements=tuple(ElementTold(el.part, el.damage, el.quantity, el.unit) for el in elements),
        photos=photos,
    )


def _place_names(places: set[int]) -> dict[int, Words]:
    """The main name in each language; the one of the source that gave the place its code goes first."""
    found: dict[int, Words] = defaultdict(dict)
    for place, language, text, *_ in sorted(_names(list(places)), key=lambda name: name[3] == name[4]):
        found[place][language] = text
    return {place: {one: found[place].get(one, _any(found[place])) for one in LANGUAGES} for place in places}


def _any(names: Words) -> str:
    return next(iter(names.values()), "")


def _danger(buildings: Collection[int]) -> dict[int, list[DangerReport]]:
    found: dict[int, list[DangerReport]] = defaultdict(list)
    for report in _reports(list(buildings)):
        found[report.building_id].append(report)
    return found


def _reported(one: DangerReport) -> DangerTold:
    return DangerTold(one.reference, one.told_at, one.due_at, one.triage)


def _placard(one: Placard | None) -> PlacardTold | None:
    if one is None:
        return None
    review = localdate(one.review_at) if one.review_at else None
    return PlacardTold(one.colour, Reason(one.reason).words, localdate(one.placed_at), review)


def _precaution(one: Precaution | None) -> PrecautionTold | None:
    return PrecautionTold(Reason(one.reason).words, one.since, one.due_at) if one else None
