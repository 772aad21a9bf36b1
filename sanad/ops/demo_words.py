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
    "told_award": {"en": "Awarded: {claim}, in {spoken}", "ar": "قُرّر له مبلغ: {claim}، بـ{spoken}"},
    "told_refuse": {"en": "Refused: {claim}, in {spoken}", "ar": "مرفوض: {claim}، بـ{spoken}"},
    "told_incomplete": {"en": "Facts missing: {claim}, in {spoken}", "ar": "تنقصه معلومات: {claim}، بـ{spoken}"},
    "told_defer": {"en": "Waiting: {claim}, in {spoken}", "ar": "ينتظر: {claim}، بـ{spoken}"},
    "told_unreached": {
        "en": "Owed, and beyond the fund: {claim}, in {spoken}",
        "ar": "له حق ولم يصل إليه مال الصندوق: {claim}، بـ{spoken}",
    },
    "en": {"en": "English", "ar": "الإنكليزية"},
    "ar": {"en": "Arabic", "ar": "العربية"},
    "files": {"en": "Where everything is", "ar": "أماكن الملفات"},
    "where": {
        "en": "Rounds made here:\n{rounds}\nA round holds round.json, awards.parquet, claims.parquet, summary.csv and "
        "bad_rows.csv. Beside it lie its generated claims and, where there is one, the file of its fund.",
        "ar": "الجولات التي أُنشئت هنا:\n{rounds}\nفي الجولة round.json وawards.parquet وclaims.parquet وsummary.csv "
        "وbad_rows.csv. وإلى جانبها طلباتها المولَّدة، وملف صندوقها إن كان لها صندوق.",
    },
    "next": {
        "en": "Ask about any claim with `sanad explain {example} CLAIM`, and decide all of it again with "
        "`sanad replay {example}`.",
        "ar": "للسؤال عن أي طلب: `sanad explain {example} CLAIM`، وللبتّ في الجولة كلها من جديد: "
        "`sanad replay {example}`.",
    },
    "district": {"en": "A made-up district in the browser", "ar": "حيّ متخيَّل في المتصفح"},
    "enter": {
        "en": "Open {address}demo/ and enter as anyone of the staff by one click. Everything there is made up.",
        "ar": "افتحوا {address}demo/ وادخلوا باسم أي موظف بنقرة واحدة. كل ما هناك متخيَّل.",
    },
    "checked": {"en": "{pages} pages opened, {failed} failed", "ar": "فُتحت {pages} صفحة، وتعذّرت {failed}"},
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
