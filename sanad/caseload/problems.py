"""What keeps a caseload from being read at all: a code, and a sentence in each language that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

from sanad.caseload.fund_problems import FUND_SAYINGS
from sanad.sheets.problems import SheetRefused

SAYINGS: dict[str, tuple[str, str]] = {
    "no_id_column": (
        (
            "{file}: there is no column `{column}`, which names each {level}. "
            "Add it, or name the column that holds it in a mapping file. Columns: {columns}."
        ),
        (
            "{file}: لا يوجد عمود `{column}` الذي يسمّي كل {level}. "
            "أضفه، أو اذكر العمود الذي يحويه في ملف المطابقة. الأعمدة: {columns}."
        ),
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
    "no_members_file": (
        "{file}: the rules count each {level}, and {name}.csv is missing. Add it, if only with its header.",
        "{file}: تَعُدّ القواعد كل {level}، والملف {name}.csv غير موجود. أضفه، ولو بصف العناوين وحده إن لم يوجد أي منها.",
    ),
    "unknown_file": (
        "{file}: no level has this name. Take the file out of the folder, or name it after a level: {levels}.",
        "{file}: لا يحمل أيّ مستوى في البرنامج هذا الاسم. أخرجه من المجلد أو سمّه باسم أحد المستويات: {levels}.",
    ),
    "doubled_file": (
        "{file}: the folder holds two files of the level `{level}`. Keep one.",
        "{file}: في المجلد ملفان للمستوى `{level}`. أبقِ واحدًا منهما.",
    ),
    "round_exists": (
        "{file}: there is something of this name already. A round is never overwritten: choose another folder.",
        "{file}: يوجد شيء بهذا الاسم. لا تُكتب جولة فوق أخرى: اختر مجلدًا آخر.",
    ),
    "bad_header": (
        "{file}: the columns {columns} are needed, and the file has: {found}.",
        "{file}: يلزم وجود الأعمدة {columns}، وفي الملف: {found}.",
    ),
    **FUND_SAYINGS,
    "inexact_column": (
        "{file}: the column `{column}` was written as {kind}, which does not hold amounts exactly. Report this fault.",
        "{file}: كُتب العمود `{column}` بالنوع {kind} الذي لا يحفظ المبالغ بدقة. أبلغ عن هذا الخطأ.",
    ),
    "no_figures": (
        "{programme}: the programme has no caseload.yaml to draw from. Write one, or use a programme that has it.",
        "{programme}: ليس في البرنامج ملف caseload.yaml يُسحب منه. اكتب واحدًا أو استعمل برنامجًا فيه هذا الملف.",
    ),
    "bad_figures": (
        (
            "{where}: nothing can be drawn from these counts. Name each field once, and give `joint` counts above 0, "
            "and below 4,294,967,296 in all."
        ),
        (
            "{where}: لا يمكن السحب من هذه الأعداد. اذكر كل حقل مرة واحدة، واجعل مجموع أعداد `joint` أكبر من 0 "
            "وأصغر من 4,294,967,296."
        ),
    ),
    "bad_groups": (
        "{where}: {level} lies within {upper}, so {upper} must hold a multiple of the claims of {level}.",
        "{where}: يقع {level} ضمن {upper}، فيجب أن يكون عدد طلبات {upper} من مضاعفات عدد طلبات {level}.",
    ),
    "bad_count": (
        "{count} is no number of claims to generate. Write a whole number from 1 to {most:,}.",
        "{count} ليس عددًا من الطلبات يمكن توليده. اكتب عددًا صحيحًا من 1 إلى {most:,}.",
    ),
    "unknown_out": (
        "{file}: claims are written as csv or parquet. Give the file one of these endings.",
        "{file}: تُكتب الطلبات بصيغة csv أو parquet. أعطِ الملف إحدى هاتين النهايتين.",
    ),
    "out_exists": (
        "{file}: the file exists already. Choose another name.",
        "{file}: الملف موجود. اختر اسمًا آخر.",
    ),
    "unknown_group": (
        "No field or definition is named `{name}`. {nearest}",
        "لا يوجد حقل أو تعريف باسم `{name}`. {nearest_ar}",
    ),
    "not_to_group_by": (
        "`{name}` has too many values to group claims by. Name a choice, a yes or no, or a small number. {nearest}",
        "قيم `{name}` أكثر من أن تُجمع الطلبات بحسبها. اذكر حقل خيارات أو نعم ولا أو عددًا صغيرًا. {nearest_ar}",
    ),
    "nothing_in_common": (
        (
            "No claim could be read for both sides, so there is nothing to compare. Of {rows} rows, {a} could be read "
            "for A alone and {b} for B alone. Give each side its mapping: --mapping and --mapping-b."
        ),
        (
            "لم تمكن قراءة أي طلب للطرفين معًا، فلا شيء يُقارن. من أصل {rows} صفًا قُرئ {a} للطرف «أ» وحده "
            "و{b} للطرف «ب» وحده. أعطِ كل طرف ملف مطابقته: --mapping و--mapping-b."
        ),
    ),
    "no_spark": (
        "Spark is not installed. Run `pip install 'sanad[spark]'`, or leave out `--engine spark`.",
        "لم يُثبَّت Spark. شغّل `pip install 'sanad[spark]'` أو احذف `--engine spark`.",
    ),
    "no_java": (
        "Spark needs Java 17 or later, and there is none. Install it (on Debian: openjdk-17-jre-headless).",
        "يحتاج Spark إلى Java بالإصدار 17 أو أحدث، وليس مثبتًا هنا. ثبّته (في Debian: ‏openjdk-17-jre-headless).",
    ),
    "spark_failed": (
        (
            "Spark stopped: {reason} Nothing was written. Look whether it runs where `{master}` says, "
            "has the memory, and reaches the round's folder."
        ),
        (
            "توقّف Spark: {reason} ولم يُكتب شيء. تحقّق من أنه يعمل حيث يشير `{master}`، "
            "وأن ذاكرته تكفي، وأنه يصل إلى مجلد الجولة."
        ),
    ),
    "rows_lost": (
        "{found:,} claims came back of {claims:,}. Nothing was written. Report this fault.",
        "عاد {found:,} من أصل {claims:,} طلبًا. لم يُكتب شيء. أبلغ عن هذا الخطأ.",
    ),
    "cannot_write": (
        "{file}: the file cannot be written ({reason}). Nothing was left behind; make room or choose another folder.",
        "{file}: تعذّرت كتابة الملف ({reason}). لم يبقَ منه شيء؛ أفرغ مساحة أو اختر مجلدًا آخر.",
    ),
}


class CaseloadRefused(SheetRefused):
    """`says` holds the sentence in English and Arabic."""

    @classmethod
    def of(cls, error: SheetRefused) -> Self:
        return cls(error.code, error.says)


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
        raise CaseloadRefused.of(error) from error
