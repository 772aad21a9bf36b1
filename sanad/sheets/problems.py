"""What keeps a whole file from being read: a code, and a sentence in each language that says what to do."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

SAYINGS: dict[str, tuple[str, str]] = {
    "no_file": (
        "{file}: there is no such file. Check the path.",
        "{file}: لا يوجد ملف بهذا الاسم. تحقّق من المسار.",
    ),
    "cannot_open": (
        "{file}: the file cannot be opened ({reason}). Check that you may read it.",
        "{file}: تعذّر فتح الملف ({reason}). تحقّق من أنّ لك حق قراءته.",
    ),
    "unknown_kind": (
        "{file}: this is no csv, xlsx or parquet file. Save the table as one of the three.",
        "{file}: ليس هذا ملف csv ولا xlsx ولا parquet. احفظ الجدول بإحدى هذه الصيغ.",
    ),
    "empty_file": (
        "{file}: the file is empty. It needs a first row with the names of the columns.",
        "{file}: الملف فارغ. يجب أن يحوي صفّه الأول أسماء الأعمدة.",
    ),
    "cannot_decode": (
        (
            "{file}: the text breaks off or is damaged in line {line}, near byte {place} (read as {encoding}). "
            "Fetch a whole copy, or save it again as UTF-8."
        ),
        (
            "{file}: النص مبتور أو تالف في السطر {line} قرب البايت {place} (قُرئ بترميز {encoding}). "
            "احصل على نسخة كاملة أو أعد حفظه بترميز UTF-8."
        ),
    ),
    "broken_quotes": (
        (
            "{file}: the quotation mark that opens on line {line} is not closed, or text follows where it closes, so "
            "that the rows after it cannot be told apart. Delete or close the mark on that line in a text editor, or "
            "save the table again."
        ),
        (
            "{file}: علامة الاقتباس التي تُفتح في السطر {line} غير مغلقة أو يتبعها نص بعد إغلاقها، فلا يمكن تمييز "
            "الصفوف بعدها. احذف العلامة في ذلك السطر أو أغلقها بمحرّر نصوص، أو أعد حفظ الجدول."
        ),
    ),
    "damaged_pages": (
        (
            "{file}: some rows of the file cannot be read: it is damaged, or a column holds bytes that are no text. "
            "Fetch a whole copy, or write it again with text as UTF-8."
        ),
        (
            "{file}: تعذّرت قراءة بعض صفوف الملف: فهو تالف أو في أحد أعمدته بيانات ليست نصًا. "
            "اجلب نسخة كاملة أو اكتبه من جديد مع النصوص بترميز UTF-8."
        ),
    ),
    "broken_parquet": (
        "{file}: the Parquet file is truncated or damaged ({reason}). Fetch a whole copy.",
        "{file}: ملف Parquet مبتور أو تالف ({reason}). احصل على نسخة كاملة.",
    ),
    "broken_xlsx": (
        "{file}: the workbook is damaged or locked by a password ({reason}). Open it and save it again.",
        "{file}: المصنّف تالف أو محميّ بكلمة مرور ({reason}). افتحه ثم أعد حفظه.",
    ),
    "too_large": (
        "{file}: unpacked, the workbook would need {size:,} {unit}, and {limit:,} are allowed. Save it as csv.",
        "{file}: يحتاج المصنّف بعد فكّه إلى {size:,} ({unit})، والحدّ {limit:,}. احفظه بصيغة csv.",
    ),
    "several_sheets": (
        "{file}: several sheets hold data ({sheets}). Save the one that is meant as a file of its own.",
        "{file}: في المصنّف أكثر من ورقة فيها بيانات ({sheets}). احفظ الورقة المقصودة في ملف وحدها.",
    ),
    "too_many_rows": (
        "{file}: a sheet of a workbook ends at row {limit:,}. Write the table as csv or parquet.",
        "{file}: تنتهي ورقة المصنّف عند الصف {limit:,}. اكتب الجدول بصيغة csv أو parquet.",
    ),
    "disk_full": (
        "{file}: there is no space left on the disk. Nothing was left behind; make room or choose another folder.",
        "{file}: لم تبقَ مساحة على القرص. لم يبقَ من الملف شيء؛ أفرغ مساحة أو اختر مجلدًا آخر.",
    ),
    "cannot_write": (
        "{file}: the file cannot be written ({reason}). Nothing was left behind; make room or choose another folder.",
        "{file}: تعذّرت كتابة الملف ({reason}). لم يبقَ منه شيء؛ أفرغ مساحة أو اختر مجلدًا آخر.",
    ),
}


class SheetRefused(Exception):
    """`says` holds the sentence in English and Arabic."""

    def __init__(self, code: str, says: Mapping[str, str]) -> None:
        super().__init__(says["en"])
        self.code = code
        self.says = dict(says)


@contextmanager
def as_damaged(file: Path) -> Iterator[None]:
    """What only shows when the rows of a file are read: pages that are damaged, text that is none."""
    try:
        yield
    except (duckdb.InvalidInputException, duckdb.IOException) as error:
        raise refused("disk_full" if is_disk_full(error) else "damaged_pages", file) from error


def cannot_write(file: Path, error: OSError | duckdb.IOException) -> SheetRefused:
    """The refusal of a file that cannot be written, in plain words where the disk is full."""
    if is_disk_full(error):
        return refused("disk_full", file)
    said = error.strerror if isinstance(error, OSError) else None
    # DuckDB puts its own words and the path before the system's reason.
    return refused("cannot_write", file, reason=said or str(error).splitlines()[0].rpartition(": ")[2])


def is_disk_full(error: Exception) -> bool:
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or "no space left" in str(error).lower()


def refused(code: str, file: Path, **parts: object) -> SheetRefused:
    english, arabic = SAYINGS[code]
    says = {"en": english.format(file=file, **parts), "ar": arabic.format(file=file, **parts)}
    return SheetRefused(code, says)
