"""What `sanad record facts` says, in English and Arabic."""

WORDS: dict[str, dict[str, str]] = {
    "no_folder": {
        "en": "{folder} is no folder that can be read: {error}",
        "ar": "{folder} ليس مجلدًا تمكن قراءته: {error}",
    },
    "no_plan": {
        "en": "{folder} holds no facts.yaml, and no plan for it comes with Sanad. Write one (docs/facts.md), or "
        "name it with --plan.",
        "ar": "لا facts.yaml في {folder}، ولا تأتي مع سند خطة له. اكتبوا خطة (docs/facts.md) أو سمّوها بالخيار --plan.",
    },
    "bad_plan": {
        "en": "{plan} cannot be followed at {where}: {problem}",
        "ar": "لا يمكن اتباع {plan} عند {where}: {problem}",
    },
    "needs_keeper": {
        "en": "Name the record keeper who takes it in with --by EMAIL, or ask with --dry-run what would be kept.",
        "ar": "سمّوا أمين السجل الذي يُدخلها بالخيار --by EMAIL، أو اسألوا بالخيار --dry-run عمّا سيُحفظ.",
    },
    "no_facts": {
        "en": "Nothing of {folder} can be kept. Nothing was written.",
        "ar": "لا يمكن حفظ شيء من {folder}. لم يُكتب شيء.",
    },
    "refused_by_the_record": {
        "en": "The record refuses it ({code}). Nothing was written.",
        "ar": "يرفضها السجل ({code}). لم يُكتب شيء.",
    },
    "refused": {"en": "Refused:", "ar": "ما رُفض:"},
    "to_know": {"en": "To be known of what is kept:", "ar": "ما ينبغي أن يُعرف عمّا حُفظ:"},
    "aside": {"en": "Left aside, as the plan says:", "ar": "ما وُضع جانبًا كما تقول الخطة:"},
    "counted": {
        "en": "{folder}: {rows} in all = {kept} to keep + {refused} refused + {aside} left aside. Not verified: "
        "{unverified}.",
        "ar": "{folder}: المجموع {rows} = للحفظ {kept} + مرفوض {refused} + موضوع جانبًا {aside}. لم يُتحقّق "
        "منه: {unverified}.",
    },
    "dry": {"en": "Nothing was written.", "ar": "لم يُكتب شيء."},
    "kept": {
        "en": "Written down now: sources {works}, tables {tables}, statements {statements}, events {events}, questions "
        "{questions} with versions {versions}, commitments {commitments}.",
        "ar": "دُوّن الآن: المصادر {works}، والجداول {tables}، والتصريحات {statements}، والأحداث {events}، "
        "والمسائل {questions} وصيغها {versions}، والوعود {commitments}.",
    },
    "known": {
        "en": "There before: sources {works}, tables {tables}, statements {statements}, events {events}, questions "
        "{questions} with versions {versions}, commitments {commitments}.",
        "ar": "كان موجودًا من قبل: المصادر {works}، والجداول {tables}، والتصريحات {statements}، والأحداث {events}، "
        "والمسائل {questions} وصيغها {versions}، والوعود {commitments}.",
    },
    "nothing_new": {
        "en": "All of it was taken in before; nothing was added.",
        "ar": "أُدخل كله من قبل، ولم يُضف شيء.",
    },
}


def says(phrase: str, **gaps: object) -> dict[str, str]:
    """The sentence in every language."""
    return {language: text.format(**gaps) for language, text in WORDS[phrase].items()}
