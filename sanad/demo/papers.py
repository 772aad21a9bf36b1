"""Drawn papers and photos for some families, so that their pages show how evidence looks."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from sanad.casework.assessments.models import Assessment, Part
from sanad.casework.assessments.services import add_photo
from sanad.casework.claims.models import Claim
from sanad.casework.claims.services import attach_file
from sanad.demo.damage import VISITED
from sanad.demo.plan import Plan, drawn_id
from sanad.demo.staff import Staff

INK, PAPER, WALL = "#3b362d", "#f4f1ea", "#c9c2b2"
PARTS = (Part.WALLS, Part.FLOORS, Part.OPENINGS)


def add_papers(plan: Plan, claims: Sequence[Claim], staff: Staff) -> None:
    """A paper that shows where the family lived, and photos of the visit."""
    dice = plan.dice("papers")
    for claim in claims:
        paper = drawn(PAPER, "made-up paper: not a lease")
        attach_file(
            claim=claim,
            id=drawn_id(dice),
            file=paper,
            name="عقد (متخيَّل).png",
            about="tenure",
            at=plan.ago(VISITED + 2),
            by=staff["caseworker"],
        )
        for assessment in Assessment.objects.filter(claim=claim).select_related("claim__household__key"):
            _photos(plan, assessment, staff)


def _photos(plan: Plan, assessment: Assessment, staff: Staff) -> None:
    dice = plan.dice(f"photos {assessment.reference}")
    for part in PARTS:
        add_photo(
            assessment=assessment,
            id=drawn_id(dice),
            file=drawn(WALL, f"made-up {part}: a drawing, no photo"),
            name=f"{part}.png",
            part=part,
            at=plan.ago(VISITED - 1),
            by=staff["assessor"],
        )


def drawn(colour: str, words: str) -> io.BytesIO:
    """A drawing in the place of a paper or photo, which says so."""
    image = Image.new("RGB", (640, 480), colour)
    pen = ImageDraw.Draw(image)
    pen.rectangle((180, 120, 460, 420), outline=INK, width=4)
    pen.line((240, 120, 320, 260, 270, 420), fill=INK, width=4)
    pen.text((20, 20), words, fill=INK)
    out = io.BytesIO()
    image.save(out, "PNG")
    return io.BytesIO(out.getvalue())
