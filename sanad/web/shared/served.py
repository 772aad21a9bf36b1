"""A file of somebody's, given to a person who may see it."""

from django.http import HttpResponse


def served(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file in a box of its own: whatever it holds, it runs nothing here; only a picture is shown inside the page."""
    response = HttpResponse(content, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    shown = "inline" if kind.startswith("image/") else "attachment"
    response["Content-Disposition"] = f'{shown}; filename="{name}.{kind.rpartition("/")[2]}"'
    response["Cache-Control"] = "private, no-store"
    return response
