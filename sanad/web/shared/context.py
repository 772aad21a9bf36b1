"""What the frame of every page needs."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from sanad.audit.made_up import is_made_up
from sanad.web.shared.digits import chosen
from sanad.web.shared.door import is_open


def frame(request: HttpRequest) -> dict[str, Any]:
    return {
        "is_made_up": SimpleLazyObject(is_made_up),
        "door_is_open": SimpleLazyObject(lambda: is_open(request)),
        "digits": chosen.get(),
    }
