"""Phrases for the answer: one plain sentence for each outcome of a claim or of one line."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

ANSWERS: Phrases = {
    "the_answer": {"en": "The answer", "ar": "الجواب"},
    "award": {"en": "This claim is awarded {amount}.", "ar": "قُرّر لهذا الطلب {amount}."},
    "award_limited_away": {
        "en": "This claim is granted, but a limit leaves nothing of it to pay: {amount}. The limit is said below.",
        "ar": "قُبل هذا الطلب، لكن حدًا أقصى لا يُبقي منه شيئًا يُدفع: {amount}. والحد مذكور أدناه.",
    },
    "award_taken_off": {
        "en": "This claim is granted, but what is taken off leaves nothing of it: {amount}. It is named below.",
        "ar": "قُبل هذا الطلب، لكن ما يُحسم منه لا يُبقي منه شيئًا: {amount}. وما يُحسم مذكور أدناه.",
    },
    "not_decided_beside": {
        "en": "This is not the last word. Still to be decided: {lines}. What that waits for is said below.",
        "ar": "وليس هذا آخر الجواب. لم يُبتّ بعد في: {lines}. وسبب الانتظار مذكور أدناه.",
    },
    "refuse": {"en": "This claim is refused. Nothing is awarded.", "ar": "رُفض هذا الطلب، ولم يُقرّر له شيء."},
    "no_line_applies": {
        "en": "This claim is refused: nothing that this programme pays applies to it.",
        "ar": "رُفض هذا الطلب: لا ينطبق عليه شيء مما يدفعه هذا البرنامج.",
    },
    "incomplete": {
        "en": "This claim cannot be decided yet. What is missing: {missing}.",
        "ar": "لا يمكن البتّ في هذا الطلب بعد. ما ينقصه: {missing}.",
    },
    "incomplete_elsewhere": {
        "en": "This claim cannot be decided yet. Something is missing in another file of the same group.",
        "ar": "لا يمكن البتّ في هذا الطلب بعد. هناك ما ينقص في ملف آخر من المجموعة نفسها.",
    },
    "incomplete_undivided": {
        "en": (
            "This claim cannot be decided yet. A sum has to be divided, and by what is stated nobody has a part in it. "
            "Something else would have to be stated."
        ),
        "ar": "لا يمكن البتّ في هذا الطلب بعد. هناك مبلغ يجب تقسيمه، ولا نصيب لأحد فيه بحسب المذكور. ولا بد من غيره.",
    },
    "unpublished": {
        "en": "This claim cannot be decided yet. The rules cover it, but a figure for it was never made public.",
        "ar": "لا يمكن البتّ في هذا الطلب بعد. القواعد تشمله، لكن رقمًا يلزم لها لم يُنشر.",
    },
    "refer": {
        "en": "This claim goes on to: {body}. It keeps its number and its day of filing. This is no refusal.",
        "ar": "يُحال هذا الطلب إلى: {body}. ويحتفظ برقمه وتاريخ تقديمه. وليس هذا رفضًا.",
    },
    "defer": {
        "en": "This claim waits. It is not refused; it will be decided when this has happened: {awaited}",
        "ar": "هذا الطلب ينتظر. لم يُرفض، وسيُبتّ فيه عندما يتحقق هذا: {awaited}",
    },
    "awaits_rival": {
        "en": "Another claim of the same group, which comes first, is decided.",
        "ar": "يُبتّ في طلب آخر من المجموعة نفسها يسبقه في الترتيب.",
    },
    "awaits_person": {
        "en": "A person looks at this claim together with the claims that it depends on.",
        "ar": "ينظر أحد الموظفين في هذا الطلب مع الطلبات المرتبطة به.",
    },
    "not_asked": {
        "en": "Nothing has been asked for in this claim yet. It stays open; it is not refused.",
        "ar": "لم يُطلب شيء في هذا الطلب بعد. وهو يبقى مفتوحًا ولم يُرفض.",
    },
    "error": {
        "en": "This claim cannot be decided: the rules for it were not in force on that day. This is no refusal.",
        "ar": "لا يمكن البتّ في هذا الطلب: القواعد التي يحتاجها لم تكن سارية في ذلك اليوم. وليس هذا رفضًا.",
    },
    "line_refuse": {"en": "Not awarded.", "ar": "لم يُقرّر."},
    "line_incomplete": {
        "en": "Not decided yet. What is missing: {missing}.",
        "ar": "لم يُبتّ فيه بعد. ما ينقصه: {missing}.",
    },
    "line_incomplete_elsewhere": {
        "en": "Not decided yet. Something is missing in another file of the same group.",
        "ar": "لم يُبتّ فيه بعد. هناك ما ينقص في ملف آخر من المجموعة نفسها.",
    },
    "line_incomplete_undivided": {
        "en": "Not decided yet. It has to be divided, and by what is stated nobody has a part in it.",
        "ar": "لم يُبتّ فيه بعد. يجب تقسيمه، ولا نصيب لأحد فيه بحسب المذكور.",
    },
    "line_unpublished": {
        "en": "Not decided yet: a figure that it needs was never made public.",
        "ar": "لم يُبتّ فيه بعد: رقم يلزم له لم يُنشر.",
    },
    "line_refer": {"en": "It goes on to: {body}. This is no refusal.", "ar": "يُحال إلى: {body}. وليس هذا رفضًا."},
    "line_defer": {
        "en": "It waits, and is not refused, until this has happened: {awaited}",
        "ar": "ينتظر، ولم يُرفض، إلى أن يتحقق هذا: {awaited}",
    },
    "line_error": {
        "en": "Not decided: on that day its rules were not in force. This is no refusal.",
        "ar": "لم يُبتّ فيه: لم تكن قواعده سارية في ذلك اليوم. وليس هذا رفضًا.",
    },
    "line_open": {
        "en": "Nobody has asked for it. It stays open and is not refused.",
        "ar": "لم يطلبه أحد. يبقى مفتوحًا ولم يُرفض.",
    },
    "line_not_applicable": {"en": "It does not apply here: {because}.", "ar": "لا ينطبق هنا: {because}."},
    "line_out_of_time": {
        "en": "It does not apply on this day.",
        "ar": "لا ينطبق في هذا اليوم.",
    },
}
