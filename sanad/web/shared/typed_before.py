"""What somebody typed into a form whose session had ended: shown back to be sent again, so that nothing is lost.

Only where the form came from a page of this site: nobody else can put words into it.
"""

from django.http import HttpRequest
from django.http.request import QueryDict


def typed_before(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and value of every field; files cannot be shown back and are chosen again."""
    if request.method != "POST" or request.headers.get("Origin") != f"{request.scheme}://{request.get_host()}":
        return []
    return [(name, value) for name, values in _fields(request.POST) for value in values]


def _fields(posted: QueryDict) -> list[tuple[str, list[str]]]:
    return [(name, posted.getlist(name)) for name in posted if name != "csrfmiddlewaretoken"]
