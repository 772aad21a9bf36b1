"""How a refusal is asked for: past the services, or by one of them."""

import pytest
from django.db import IntegrityError, transaction

from sanad.record.refusals import RecordRefused


def refused(act) -> str:
    with pytest.raises(IntegrityError) as found, transaction.atomic():
        act()
    return str(found.value)


def code_of(act) -> str:
    with pytest.raises(RecordRefused) as found:
        act()
    return found.value.code
