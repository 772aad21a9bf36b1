"""Values of a made-up caseload as columns of a file, in major units."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sanad.engine.money import unscaled
from sanad.engine.rules.fields import TypedField
from sanad.engine.rules.types import Boolean, Day, Number

GENERATED_ID = "GEN-"
ID_DIGITS = 7
MOST_DIGITS = 18


def arrow_type(field: TypedField) -> pa.DataType:
    if isinstance(field.type, Number):
        return pa.decimal128(MOST_DIGITS, field.type.scale) if field.type.scale else pa.int64()
    if isinstance(field.type, Boolean):
        return pa.bool_()
    return pa.date32() if isinstance(field.type, Day) else pa.string()


def python_value(field: TypedField, text: str | None) -> object:
    """What a stated text stands for, as the file writes it."""
    if text is None:
        return None
    if isinstance(field.type, Number):
        return unscaled(int(text), field.type.scale) if field.type.scale else int(text)
    if isinstance(field.type, Boolean):
        return text == "true"
    return date.fromisoformat(text) if isinstance(field.type, Day) else text


def ids(prefix: str, start: int, size: int, group: int) -> pa.Array:
    """`GEN-0000001` and on; `group` rows share an id."""
    numbers = pa.array(np.arange(start, start + size) // group + 1).cast(pa.string())
    return pc.binary_join_element_wise(prefix, pc.utf8_lpad(numbers, ID_DIGITS, "0"), "")
