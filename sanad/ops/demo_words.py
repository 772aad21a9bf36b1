"""The sentences of `sanad demo`, in English and Arabic."""

from sanad.ops.programme_words import Language

WORDS: dict[str, dict[str, str]] = {
    "real": {"en": "Real buildings of the survey", "ar": "مبانٍ حقيقية من المسح"},
    "no_survey": {
        "en": "No survey of real buildings is at hand, so this step is left out. README.md says where the public "
        "survey comes from; SANAD_SURVEY names its file.",
        "ar": "لا يوجد ملف مسح للمباني الحقيقية، فتُترك هذه الخطوة. يذكر README.md مصدر المسح العام، "
        "ويُسمّى ملفه في SANAD_SURVEY.",
    },
    "generated": {"en": "{count} generated claims", "ar": "{count} طلبًا مولَّدًا"},
    "explained": {"en": "Claim {claim}, explained in {spoken}", "ar": "الطلب {claim} مشروحًا بـ{spoken}"},
    "en": {"en": "English", "ar": "الإنكليزية"},
    "ar": {"en": "Arabic", "ar": "العربية"},
    "files": {"en": "Where everything is", "ar": "أماكن الملفات"},
    "where": {
        "en": "Made here: {rounds}. A round holds round.json, awards.parquet, claims.parquet, summary.csv, "
        "bad_rows.csv. Ask about any claim with `sanad explain {out}/generated CLAIM`, and decide all of it again "
        "with `sanad replay {out}/generated`.",
        "ar": "أُنشئ هنا: {rounds}. في الجولة round.json وawards.parquet وclaims.parquet وsummary.csv "
        "وbad_rows.csv. للسؤال عن أي طلب: `sanad explain {out}/generated CLAIM`، وللبتّ في الجولة كلها من جديد: "
        "`sanad replay {out}/generated`.",
    },
    "not_ours": {
        "en": "{out} exists and was not made by a demo, so it is left alone. Name another folder with --out.",
        "ar": "{out} موجود ولم يصنعه عرض تجريبي، فلن يُمسّ. اذكر مجلدًا آخر بواسطة --out.",
    },
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}


def say(language: Language, phrase: str, **gaps: object) -> str:
    return WORDS[phrase][language].format(**gaps)
