"""What keeps a caseload from being read at all: a code, and a sentence in each language that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sanad.sheets.problems import SheetRefused

SAYINGS: dict[str, tuple[str, str]] = {
    "no_id_column": (
        "{file}: there is no column `{column}`, which names each {level}. "
        "Add it, or name the column that holds it in a mapping file. Columns: {columns}.",
        "{file}: لا يوجد عمود `{column}` الذي يسمّي كل {level}. "
        "أضفه، أو اذكر العمود الذي يحويه في ملف المطابقة. الأعمدة: {columns}.",
    ),
    "doubled_column": (
        "{file}: two columns are named `{column}`. Rename one of them.",
        "{file}: عمودان باسم `{column}`. غيّر اسم أحدهما.",
    ),
    "unknown_column": (
        "{where}: the claims file has no column `{column}`. {nearest}",
        "{where}: ليس في ملف الطلبات عمود `{column}`. {nearest_ar}",
    ),
    "unknown_field": (
        "{where}: the programme has no field or level `{name}`. {nearest}",
        "{where}: ليس في البرنامج حقل أو مستوى باسم `{name}`. {nearest_ar}",
    ),
    "unknown_key": (
        "{where}: `{name}` is not known here. {nearest}",
        "{where}: `{name}` غير معروف هنا. {nearest_ar}",
    ),
    "bad_entry": (
        "{where}: `{name}` cannot be read so. Write {needed}.",
        "{where}: لا يمكن قراءة `{name}` بهذه الصورة. اكتب {needed}.",
    ),
    "bad_stated_value": (
        "{where}: `{value}` is no value of the field `{name}` ({needed}).",
        "{where}: `{value}` ليست قيمة للحقل `{name}` ({needed}).",
    ),
    "assumed_and_given": (
        "{where}: `{name}` is assumed, and the file holds it as well. Delete it under `assume`.",
        "{where}: `{name}` مفترَض في ملف المطابقة وموجود في ملف الطلبات. احذفه من `assume`.",
    ),
    "no_claims_file": (
        "{file}: the folder holds no file of claims. It needs claims.csv, claims.xlsx or claims.parquet.",
        "{file}: ليس في المجلد ملف للطلبات. يلزم claims.csv أو claims.xlsx أو claims.parquet.",
    ),
    "unknown_file": (
        "{file}: no level of the programme has this name. Take it out of the folder, or name it after one of: {levels}.",
        "{file}: لا يحمل أيّ مستوى في البرنامج هذا الاسم. أخرجه من المجلد أو سمّه باسم أحد المستويات: {levels}.",
    ),
    "doubled_file": (
        "{file}: the folder holds two files of the level `{level}`. Keep one.",
        "{file}: في المجلد ملفان للمستوى `{level}`. أبقِ واحدًا منهما.",
    ),
    "cannot_write": (
        "{file}: the file cannot be written ({reason}). Nothing was left behind; make room or choose another folder.",
        "{file}: تعذّرت كتابة الملف ({reason}). لم يبقَ منه شيء؛ أفرغ مساحة أو اختر مجلدًا آخر.",
    ),
}


class CaseloadRefused(SheetRefused):
    """`says` holds the sentence in English and Arabic."""


def refused(code: str, **parts: object) -> CaseloadRefused:
    english, arabic = SAYINGS[code]
    return CaseloadRefused(code, {"en": english.format(**parts).strip(), "ar": arabic.format(**parts).strip()})


@contextmanager
def as_caseload_refused() -> Iterator[None]:
    """What refuses a sheet refuses the caseload."""
    try:
        yield
    except CaseloadRefused:
        raise
    except SheetRefused as error:
        raise CaseloadRefused(error.code, error.says) from error
