"""Phrases for the reasons: refusals, missing facts, figures that were never published, sources."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

WHY: Phrases = {
    "why": {"en": "Why", "ar": "لماذا"},
    "decided_by": {"en": "What decided it", "ar": "ما الذي حسم الأمر"},
    "rivals_awarded": {
        "en": "Of the claims of one group ({level}), at most {most} may be granted. Others come first here.",
        "ar": "من الطلبات التي تجمعها {level} لا يُقبل أكثر من {most}. وهناك ما يسبق هذا الطلب.",
    },
    "rivals_filed": {
        "en": "Of the claims of one group ({level}), at most {most} may be granted. Others were filed first.",
        "ar": "من الطلبات التي تجمعها {level} لا يُقبل أكثر من {most}. وهناك ما قُدّم قبل هذا الطلب.",
    },
    "rival_undecided": {
        "en": "Another claim of the same group comes first, and is not decided yet. Its file is not shown here.",
        "ar": "هناك طلب آخر من المجموعة نفسها يسبق هذا الطلب ولم يُبتّ فيه بعد. وما في ملفه لا يُعرض هنا.",
    },
    "rival_chain": {
        "en": "Too many claims depend on one another here for the rules alone. A person must look at them.",
        "ar": "هنا طلبات كثيرة يتوقف بعضها على بعض، ولا تكفي القواعد وحدها، ولا بد أن ينظر فيها أحد الموظفين.",
    },
    "change": {"en": "What would change it", "ar": "ما الذي يغيّر ذلك"},
    "change_if": {
        "en": "The answer would be different if: {condition}.",
        "ar": "يتغيّر الجواب إذا صار: {condition}.",
    },
    "rule_since": {
        "en": "This rule has been in force since {since}{source}.",
        "ar": "تسري هذه القاعدة منذ {since}{source}.",
    },
    "rule_between": {
        "en": "This rule holds from {since} on, for days before {until}{source}.",
        "ar": "تسري هذه القاعدة من {since} على ما قبل {until}{source}.",
    },
    "rule_until": {
        "en": "This rule holds for days before {until}{source}.",
        "ar": "تسري هذه القاعدة على ما قبل {until}{source}.",
    },
    "rule_rests": {"en": "Where this rule is written:{source}.", "ar": "أين كُتبت هذه القاعدة:{source}."},
    "facts": {"en": "The facts of this claim", "ar": "الوقائع في هذا الطلب"},
    "said_by_family": {"en": "{value}, as the family said", "ar": "{value}، كما ذكرت الأسرة"},
    "said_by_assessor": {"en": "{value}, as the assessor recorded", "ar": "{value}، كما سجّل الكاشف"},
    "said_by_register": {"en": "{value}, as the register says", "ar": "{value}، كما في السجل"},
    "said_by_ledger": {"en": "{value}, as the record of payments says", "ar": "{value}، كما في سجل المدفوعات"},
    "said_by_nobody": {"en": "{value}, assumed: nobody stated it", "ar": "{value}، افتراضًا: لم يذكره أحد"},
    "said_by_default": {
        "en": "{value}, which stands as long as nothing else is stated",
        "ar": "{value}، وهو المعتمد ما لم يُذكر غيره",
    },
    "who_family": {"en": "the family", "ar": "الأسرة"},
    "who_assessor": {"en": "the assessor", "ar": "الكاشف"},
    "who_register": {"en": "the register", "ar": "السجل"},
    "who_ledger": {"en": "the record of payments", "ar": "سجل المدفوعات"},
    "missing_facts": {"en": "What is missing, and who must state it", "ar": "ما الذي ينقص، ومن عليه أن يذكره"},
    "missing_from": {"en": "to be stated by {who}; needed for: {rules}", "ar": "مطلوب من {who}؛ يلزم من أجل: {rules}"},
    "missing_member": {
        "en": "to be stated by {who}, of each under {level}; needed for: {rules}",
        "ar": "مطلوب من {who}، عن كل ما يندرج تحت {level}؛ يلزم من أجل: {rules}",
    },
    "about": {"en": "About {name}: {text}", "ar": "عن {name}: {text}"},
    "whole_claim": {"en": "the claim as a whole", "ar": "الطلب كله"},
    "noted_figure": {"en": "Note on this figure: {text}", "ar": "ملاحظة على هذا الرقم: {text}"},
    "missing_elsewhere": {
        "en": "A fact is missing in another file of the same group. What stands in that file is not shown here.",
        "ar": "هناك واقعة ناقصة في ملف آخر من المجموعة نفسها. وما في ذلك الملف لا يُعرض هنا.",
    },
    "nothing_to_divide": {
        "en": "By what is stated of {facts}, nobody has a part in what has to be divided.",
        "ar": "بحسب المذكور عن {facts} لا نصيب لأحد فيما يجب تقسيمه.",
    },
    "stays_here": {
        "en": "It is not refused. It will be decided when this is stated.",
        "ar": "لم يُرفض هذا الطلب. وسيُبتّ فيه متى ذُكر ذلك.",
    },
    "never_published": {
        "en": "{value} has never been made public, for the time since {since}{source}. We do not guess it.",
        "ar": "{value}: لم يُنشر هذا الرقم قط للمدة منذ {since}{source}. ونحن لا نخمّنه.",
    },
    "assumed_figures": {"en": "Assumed figures behind this", "ar": "أرقام مفترضة وراء هذا"},
    "assumed_figure": {"en": "{value}, since {since}{source}.", "ar": "{value}، منذ {since}{source}."},
    "first_in_force": {"en": "{value} holds from {since} on.", "ar": "{value}: يبدأ السريان في {since}."},
    "no_longer_in_force": {"en": "{value} held until before {until}.", "ar": "{value}: انتهى السريان قبل {until}."},
    "published_reason": {
        "en": "Why the place or the name counts here: {reason}",
        "ar": "لماذا يُعتدّ هنا بالموقع أو بالاسم: {reason}",
    },
    "who_acts": {"en": "Who must act", "ar": "من عليه أن يتحرك"},
    "looked_at_again": {"en": "Looked at again on", "ar": "يُنظر فيه من جديد في"},
    "sources": {"en": "Sources", "ar": "المصادر"},
    "cited": {"en": " [source {number}]", "ar": " [المصدر {number}]"},
    "cited_assumption": {"en": " [source {number}: an assumption]", "ar": " [المصدر {number}: افتراض]"},
    "source": {
        "en": "{number}. {title}.{issued} {confidence}.{note}{address}",
        "ar": "{number}. {title}.{issued} {confidence}.{note}{address}",
    },
    "publisher": {"en": " {publisher}.", "ar": " {publisher}."},
    "publisher_day": {"en": " {publisher}, {day}.", "ar": " {publisher}، {day}."},
    "source_day": {"en": " {day}.", "ar": " {day}."},
    "address": {"en": " {text}", "ar": " {text}"},
    "note": {"en": " {text}", "ar": " {text}"},
    "confidence_A": {"en": "The official publication itself", "ar": "المنشور الرسمي نفسه"},
    "confidence_B": {"en": "A good second-hand source", "ar": "مصدر جيد، لكنه ينقل عن غيره"},
    "confidence_C": {"en": "A weak source, or one that others contradict", "ar": "مصدر ضعيف أو تناقضه مصادر أخرى"},
    "confidence_unsourced": {
        "en": "No publication was found: this is an assumption",
        "ar": "لم يُعثر على أي منشور: هذا افتراض",
    },
}
