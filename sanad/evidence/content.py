"""What a file really is: found in its content, never in its name; photos are drawn again."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from sanad.evidence.models import Kind
from sanad.evidence.refusals import FileRefused

MEGABYTE = 1_000_000
LARGEST = 20 * MEGABYTE
MOST_POINTS = 50 * MEGABYTE
LONGEST_SIDE = 3_000
"""Points; enough to read a meter or a crack, and no more than a page of evidence needs."""

QUALITY = 85
PDF_BEGINS, PDF_ENDS = b"%PDF-", b"%%EOF"
LAST_BYTES = 2_048


@dataclass(frozen=True, slots=True)
class Content:
    kind: Kind
    content: bytes


def checked(content: bytes) -> Content:
    """The content as it may be kept. Raises FileRefused."""
    if not content:
        raise FileRefused("empty")
    if len(content) > LARGEST:
        raise FileRefused("too_large", limit=LARGEST // MEGABYTE)
    if content.startswith(PDF_BEGINS):
        return _document(content)
    return _photo(content)


def _document(content: bytes) -> Content:
    """A PDF is kept as it came: it is only ever offered as a download, never shown inside a page."""
    if PDF_ENDS not in content[-LAST_BYTES:]:
        raise FileRefused("broken")
    return Content(Kind.PDF, content)


def _photo(content: bytes) -> Content:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as image:
                return _drawn_again(image)
    except UnidentifiedImageError as error:
        raise FileRefused("unknown_kind") from error
    except Image.DecompressionBombError as error:
        raise FileRefused("too_many_points", limit=MOST_POINTS // MEGABYTE) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise FileRefused("broken") from error


def _drawn_again(image: Image.Image) -> Content:
    """The same picture without place, camera, date, thumbnail or anything else that a file can carry beside it."""
    if image.width * image.height > MOST_POINTS:
        raise FileRefused("too_many_points", limit=MOST_POINTS // MEGABYTE)
    kind = Kind.PNG if image.format == "PNG" else Kind.JPEG
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = upright.convert("RGB")
    fresh = Image.new("RGB", plain.size)
    fresh.paste(plain)
    out = io.BytesIO()
    fresh.save(out, kind.label, quality=QUALITY)
    return Content(kind, out.getvalue())
