"""What a field may declare."""

from decimal import Decimal

import pytest

from sanad.engine.rules.declared import Field, Where
from sanad.engine.rules.fields import FieldProblem, type_field


def test_a_field_finer_than_eighteen_decimals_is_refused_by_name():
    label = {"en": "Floor area", "ar": "المساحة"}
    where, low, high = Where("fields.yaml", 3), Decimal(0), Decimal(1)
    area = Field("area", "claim", "quantity", label, where, unit="m2", decimals=300, low=low, high=high)

    with pytest.raises(FieldProblem) as refused:
        type_field(area, "USD")

    assert str(refused.value) == "fields.yaml:3: The field `area` has 300 decimals. Write at most 18."
