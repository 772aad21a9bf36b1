"""Why something is refused: a code, and a sentence in each language that says what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Sayings = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `where` names the part of what was given, such as `members.2.name`."""

    code: str
    says: Mapping[str, str]
    where: str = ""


def problem(sayings: Sayings, code: str, where: str = "", **parts: object) -> Problem:
    english, arabic = sayings[code]
    return Problem(code, {"en": english.format(**parts), "ar": arabic.format(**parts)}, where)


class Refused(Exception):
    """All that is wrong at once; `code` and `says` are those of the first problem."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(one.says["en"] for one in problems))
        self.problems = tuple(problems)
        self.code = problems[0].code
        self.says = problems[0].says


FILE_SAYINGS: Sayings = {
    "empty": (
        "The file is empty. Choose it again, or take the photo again.",
        "الملف فارغ. اختره من جديد أو التقط الصورة مرة أخرى.",
    ),
    "too_large": (
        "The file is larger than {limit} MB. Send a smaller photo, or a scan with less detail.",
        "الملف أكبر من {limit} ميغابايت. أرسل صورة أصغر أو مسحًا ضوئيًا أقل دقة.",
    ),
    "unknown_kind": (
        "This file is neither a photo (JPEG, PNG, WebP) nor a PDF, whatever its name says. Send one of these.",
        "هذا الملف ليس صورة (JPEG أو PNG أو WebP) ولا PDF، أيًّا كان اسمه. أرسل ملفًا من هذه الأنواع.",
    ),
    "broken": (
        "The file breaks off or is damaged, so it cannot be opened. Send it again.",
        "الملف مبتور أو تالف فلا يمكن فتحه. أرسله مرة أخرى.",
    ),
    "too_many_points": (
        "The photo has more than {limit} million points. Send it in a smaller size.",
        "في الصورة أكثر من {limit} مليون نقطة. أرسلها بحجم أصغر.",
    ),
}


class FileRefused(Refused):
    def __init__(self, code: str, **parts: object) -> None:
        super().__init__([problem(FILE_SAYINGS, code, "", **parts)])
