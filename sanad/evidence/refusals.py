"""Why a file is refused: a code, and a sentence in each language that says what to do."""

from collections.abc import Mapping

SAYINGS: dict[str, tuple[str, str]] = {
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


class FileRefused(Exception):
    """`says` holds the sentence in English and Arabic."""

    def __init__(self, code: str, **parts: object) -> None:
        english, arabic = SAYINGS[code]
        self.code = code
        self.says: Mapping[str, str] = {"en": english.format(**parts), "ar": arabic.format(**parts)}
        super().__init__(self.says["en"])
