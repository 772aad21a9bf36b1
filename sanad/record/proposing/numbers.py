"""Numbers in words and digits: `two hundred and fifty`, `18 مليونا و500 ألف`; they are read one way or not at all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩٫٬،", "0123456789.,,")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
BY_POINTS = re.compile(r"\d{1,3}(\.\d{3}){2,}")
DOUBTFUL = re.compile(r"\d{1,3}(\.\d{3})+|\d*,\d*")
THOUSAND = 1000


def digits_of(written: str) -> str | None:
    """Without what parts thousands; `1,5` and `25.000` can be read two ways."""
    digits = written.translate(DIGITS)
    if GROUPED.fullmatch(digits):
        return digits.replace(",", "")
    if BY_POINTS.fullmatch(digits):
        return digits.replace(".", "")
    return None if DOUBTFUL.search(digits) else digits


@dataclass(frozen=True, slots=True)
class Numbers:
    """Words by the number they say, and by another where more words follow; scales by their power of ten; fractions
    of what stands before or behind them.
    """

    spelt: Mapping[str, int]
    with_more: Mapping[str, int]
    scales: Mapping[str, int]
    fractions: Mapping[str, Decimal]

    def read(self, words: Sequence[str]) -> str | None:
        """A decimal text; None where two numbers stand beside each other, or digits can be read two ways."""
        if len(words) == 1 and words[0][0].isdigit():
            return digits_of(words[0])
        count = Count()
        for at, word in enumerate(words):
            if not self._add(count, word, is_followed=at + 1 < len(words)):
                return None
        return count.text

    def _add(self, count: "Count", word: str, *, is_followed: bool) -> bool:
        if word in self.fractions:
            return count.add_fraction(self.fractions[word], is_last=not is_followed)
        if is_followed and word in self.with_more:
            return count.add(self.with_more[word])
        if word in self.scales and (word not in self.spelt or count.part is not None):
            return count.scale(10 ** self.scales[word])
        if word in self.spelt:
            return count.add(self.spelt[word])
        digits = digits_of(word)
        return digits is not None and count.add_digits(digits)


class Count:
    """A number while it is read: `part` is what no scale has taken yet; each scale is smaller than the one before."""

    def __init__(self) -> None:
        self.total, self.last = Decimal(0), Decimal(10**15)
        self.part: Decimal | None = None

    def add_digits(self, digits: str) -> bool:
        if self.part is not None:
            return False
        try:
            self.part = Decimal(digits)
        except InvalidOperation:
            return False
        return True

    def add(self, value: int) -> bool:
        """Hundreds multiply what is below ten; what is a thousand or more closes a part of its own."""
        if value >= THOUSAND:
            return self.scale(Decimal(value))
        before = self.part or Decimal(0)
        if value == 100 and 1 < before < 10:
            self.part = before * value
            return True
        is_fitting = before == 0 or before % 100 == 0 or before < 10 or (before < 100 and value < 10) or before > 100
        self.part = before + value
        return is_fitting

    def scale(self, size: Decimal | int) -> bool:
        value = (1 if self.part is None else self.part) * Decimal(size)
        if value >= self.last:
            return False
        self.total, self.part, self.last = self.total + value, None, Decimal(size)
        return True

    def add_fraction(self, fraction: Decimal, *, is_last: bool) -> bool:
        """`half a million` before its scale; `a million and a half` behind it."""
        if not is_last and self.part is None:
            self.part, self.last = fraction, self.last * 2
            return True
        if is_last and self.part is None and self.total:
            self.total += fraction * self.last
            return True
        return False

    @property
    def text(self) -> str | None:
        value = self.total + (self.part or 0)
        return f"{value.normalize():f}" if value else None
