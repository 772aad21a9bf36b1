"""Phrases for awards in other forms than a plain sum: a division not published, a change declined."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

FORMS: Phrases = {
    "not_divided": {
        "en": (
            "The award is known. How it is divided into parts was never made public, "
            "so nobody can say yet what is due now and what comes later."
        ),
        "ar": (
            "المبلغ المقرّر معروف. أما تقسيمه على دفعات فلم يُنشر قط، "
            "ولذلك لا يستطيع أحد أن يقول بعد ما المستحق الآن وما الذي يأتي لاحقًا."
        ),
    },
    "part_not_public": {
        "en": "Sum never made public. {part}{source}.",
        "ar": "لم يُنشر مبلغها قط. {part}{source}.",
    },
    "declined": {"en": "A change that was asked for", "ar": "تغيير طُلب"},
    "award_stands": {
        "en": "The request for a change is not granted. What is decided above stands as it is.",
        "ar": "لم يُقبل طلب التغيير. وما تقرّر أعلاه باقٍ كما هو.",
    },
    "fixed_in_units": {
        "en": "This sum is fixed as {units}. What that is in money follows the rate of the day of each payment.",
        "ar": "هذا المبلغ محدّد بـ {units}. وما يساويه بالمال يتبع سعر يوم كل دفعة.",
    },
    "into_money": {"en": "What it is in money", "ar": "ما يساويه بالمال"},
    "piece": {
        "en": "{part}: {units} × {rate} ({value}) on {day} = {money}{source}.",
        "ar": "{part}: {units} × {rate} ({value}) في {day} = {money}{source}.",
    },
    "piece_estimated": {
        "en": "{part}: {units} × {rate} ({value}) on {day} = {money}, an estimate{source}.",
        "ar": "{part}: {units} × {rate} ({value}) في {day} = {money} تقديرًا{source}.",
    },
    "is_estimate": {
        "en": "The day of some payments is not known or not there yet. Until then the rate of this round stands.",
        "ar": "يوم بعض الدفعات غير معروف أو لم يأتِ بعد. وإلى ذلك الحين يُحسب بسعر يوم الجولة.",
    },
    "award_estimated": {
        "en": "In part this is an estimate: it will follow the rate of the days on which it is paid.",
        "ar": "بعض هذا المبلغ تقدير: فهو يتبع سعر الأيام التي يُدفع فيها.",
    },
    "no_rate": {"en": "{value} has no value on {day}.", "ar": "{value}: لا قيمة في {day}."},
    "paid_out": {"en": "Paid out in", "ar": "يُدفع بعملة"},
    "paid_out_at": {"en": "{currency}, at {rate}", "ar": "{currency}، بسعر {rate}"},
    "smallest": {"en": "Smallest unit that is paid", "ar": "أصغر مبلغ يُدفع"},
    "fees": {"en": "Who bears the fees", "ar": "من يتحمّل الرسوم"},
    "award_in_kind": {"en": "This claim is awarded in kind: {things}.", "ar": "قُرّر لهذا الطلب عينًا: {things}."},
    "and_in_kind": {"en": "And in kind: {things}.", "ar": "وعينًا: {things}."},
    "line_given": {"en": "Awarded in kind: {thing}{source}.", "ar": "قُرّر عينًا: {thing}{source}."},
    "how_many": {"en": "How this came about", "ar": "كيف حُسب ذلك"},
    "thing_value": {"en": "Value, for information; it is not paid", "ar": "القيمة للعلم فقط، ولا تُدفع"},
    "thing_place": {"en": "Place among those awarded the same", "ar": "الدور بين من قُرّر لهم مثله"},
    "not_chosen_yet": {
        "en": "The family takes one of these: {lines}{source}. It has not chosen yet. This stays open, not refused.",
        "ar": "للأسرة أن تأخذ واحدًا من هذه: {lines}{source}. لم تختر بعد. يبقى هذا مفتوحًا ولم يُرفض.",
    },
    "not_chosen": {
        "en": "The family chose {chosen} instead{source}. This is its own choice and no refusal.",
        "ar": "اختارت الأسرة بدلًا منه {chosen}{source}. هذا خيارها هي، وليس رفضًا.",
    },
    "given_up": {
        "en": "By taking {chosen}, the family gives this up{source}. This is its own choice and no refusal.",
        "ar": "باختيار {chosen} تتنازل الأسرة عن هذا{source}. هذا خيارها هي، وليس رفضًا.",
    },
    "open_until": {"en": "It can be asked for before {day}.", "ar": "يمكن طلبه قبل {day}."},
    "no_longer_open": {
        "en": "It could be asked for before {day}, and nobody did. It no longer applies. This is no refusal.",
        "ar": "كان يمكن طلبه قبل {day} ولم يطلبه أحد. لم يعد ينطبق. وليس هذا رفضًا.",
    },
}
