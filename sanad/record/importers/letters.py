"""Letters of a printed page with their places, and the paragraphs that its lines make."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

FULL = 0.8
"""A line that is shorter than this share of the widest ends its paragraph."""
NEXT_LINE = 1.9
"""Letter heights between two lines of one paragraph, at most."""
SAME_SIZE = 0.08
HYPHEN = "\ufffe"
"""The library's sign for a hyphen that parts a word at the end of a line."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`index`: in the order of the library; `x` and `y` where it stands on the line; points."""

    index: int
    sign: str
    x: float
    y: float
    left: float
    right: float
    size: float

    @property
    def plain(self) -> str:
        """Without the presentation form, which is how an Arabic letter looks and not which one it is."""
        is_form = "\ufb50" <= self.sign <= "\ufdff" or "\ufe70" <= self.sign <= "\ufefc"
        return unicodedata.normalize("NFKC", self.sign) if is_form else self.sign

    @property
    def is_mark(self) -> bool:
        return unicodedata.category(self.sign) == "Mn"

    @property
    def is_arabic(self) -> bool:
        return unicodedata.bidirectional(self.sign) in ("R", "AL")

    @property
    def is_latin(self) -> bool:
        return unicodedata.bidirectional(self.sign) == "L"


@dataclass(slots=True)
class Line:
    """Where it stands is told by its letters: marks stand higher, and spaces anywhere."""

    letters: list[Letter]
    text: str = ""
    baseline: float = field(init=False)
    size: float = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        standing = [one for one in self.letters if not one.is_mark and not one.sign.isspace()] or self.letters
        self.baseline = Counter([one.y for one in standing]).most_common(1)[0][0]
        self.size = Counter([one.size for one in standing]).most_common(1)[0][0]
        self.left = min([one.left for one in standing])
        self.right = max([one.right for one in standing])


def paragraphs_of(lines: Sequence[Line]) -> str:
    """Lines of one paragraph joined by a space, paragraphs parted by a blank line."""
    parts: list[str] = []
    widest = max((line.right - line.left for line in lines), default=0.0)
    before: Line | None = None
    for line in lines:
        if before and _goes_on(before, line, widest):
            is_parted = parts[-1].endswith(HYPHEN)
            parts[-1] = parts[-1].removesuffix(HYPHEN) + ("-" if is_parted else " ") + line.text
        else:
            parts.append(line.text)
        before = line
    return "\n\n".join(part.replace(HYPHEN, "-") for part in parts if part)


def _goes_on(before: Line, line: Line, widest: float) -> bool:
    step = before.baseline - line.baseline
    is_next = 0 < step <= NEXT_LINE * max(before.size, 1)
    is_same = abs(before.size - line.size) <= SAME_SIZE * max(before.size, line.size)
    return is_next and is_same and before.right - before.left >= FULL * widest
