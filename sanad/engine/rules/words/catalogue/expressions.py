"""Phrases for amounts and other values on the way."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

EXPRESSIONS: Phrases = {
    "round_day": {"en": "the day of the round", "ar": "يوم الجولة"},
    "number_of_claim": {"en": "the claim number", "ar": "رقم الطلب"},
    "number_of": {"en": "the number of {level}", "ar": "رقم {level}"},
    "granted": {"en": "what a claim is granted by itself", "ar": "ما يُقرّر للطلب بمفرده"},
    "granted_known": {"en": "it is known what the claim is granted", "ar": "يُعرف ما يُقرّر للطلب"},
    "granted_unknown": {"en": "it is not known yet what the claim is granted", "ar": "لا يُعرف بعد ما يُقرّر للطلب"},
    "result_net": {"en": "the sum awarded", "ar": "المبلغ المقرّر"},
    "result_awarded": {"en": "the sum that this line brings", "ar": "المبلغ الذي يقرّره هذا البند"},
    "result_due_now": {"en": "the sum due now", "ar": "المبلغ المستحق الآن"},
    "result_paid": {"en": "the sum paid before", "ar": "المبلغ المدفوع من قبل"},
    "table_by": {"en": "{name} by {keys}", "ar": "{name} بحسب {keys}"},
    "table_for": {"en": "{name} for {keys}", "ar": "{name} في حالة {keys}"},
    "as_it_stood": {"en": "{name} as it stood on {day}", "ar": "{name} بحسب ما كان ساريًا في {day}"},
    "by_bands": {
        "en": "{name} on {of}, each rate for the part within its band",
        "ar": "{name} على {of}، كل معدل على الجزء الواقع في شريحته",
    },
    "by_bands_of": {"en": "{name}, band by band: {parts}", "ar": "{name}، شريحة بعد شريحة: {parts}"},
    "part_at_rate": {"en": "{part} for {of}", "ar": "{part} عن {of}"},
    "each_band": {
        "en": "each rate for the part within its band",
        "ar": "كل معدل على الجزء الواقع في شريحته",
    },
    "split_by_rank": {
        "en": (
            "the part of {first} that falls to it by {last}, divided over {members}; "
            "what is rounded off goes on to the next in rank"
        ),
        "ar": "الحصة من {first} بحسب {last}، بعد توزيعه على {members}؛ وما يُقطع بالتقريب ينتقل إلى التالي في الترتيب",
    },
    "split_first": {
        "en": (
            "the part of {first} that falls to it by {last}, divided over {members}; "
            "the units left over go to the first in rank"
        ),
        "ar": "الحصة من {first} بحسب {last}، بعد توزيعه على {members}؛ وما يبقى من وحدات فهو للأول في الترتيب",
    },
    "split_largest_remainder": {
        "en": (
            "the part of {first} that falls to it by {last}, divided over {members}; "
            "the units left over go one each to those who lose most by rounding"
        ),
        "ar": (
            "الحصة من {first} بحسب {last}، بعد توزيعه على {members}؛ "
            "وما يبقى من وحدات فوحدة لكل من كانت خسارتهم بالتقريب أكبر"
        ),
    },
    "split_by_rank_equal": {
        "en": (
            "the part of {first} that falls to it, divided equally over {members}; "
            "what is rounded off goes on to the next in rank"
        ),
        "ar": "الحصة من {first}، بعد توزيعه بالتساوي على {members}؛ وما يُقطع بالتقريب ينتقل إلى التالي في الترتيب",
    },
    "split_first_equal": {
        "en": (
            "the part of {first} that falls to it, divided equally over {members}; "
            "the units left over go to the first in rank"
        ),
        "ar": "الحصة من {first}، بعد توزيعه بالتساوي على {members}؛ وما يبقى من وحدات فهو للأول في الترتيب",
    },
    "split_largest_remainder_equal": {
        "en": (
            "the part of {first} that falls to it, divided equally over {members}; "
            "the units left over go one each to those who lose most by rounding"
        ),
        "ar": (
            "الحصة من {first}، بعد توزيعه بالتساوي على {members}؛ "
            "وما يبقى من وحدات فوحدة لكل من كانت خسارتهم بالتقريب أكبر"
        ),
    },
    "earlier": {"en": "the earlier of {first} and {last}", "ar": "الأسبق من {first} و{last}"},
    "later": {"en": "the later of {first} and {last}", "ar": "الأحدث من {first} و{last}"},
    "earliest": {"en": "the earliest of these: {items}", "ar": "الأسبق من بين: {items}"},
    "latest": {"en": "the latest of these: {items}", "ar": "الأحدث من بين: {items}"},
    "key": {"en": "{name} {value}", "ar": "{name} {value}"},
    "+": {"en": "{left} + {right}", "ar": "{left} + {right}"},
    "-": {"en": "{left} − {right}", "ar": "{left} − {right}"},
    "*": {"en": "{left} × {right}", "ar": "{left} × {right}"},
    "negative": {"en": "minus {text}", "ar": "سالب {text}"},
    "size": {"en": "{text}, without a minus sign", "ar": "{text} من دون إشارة السالب"},
    "share_percent": {"en": "{part} of {of}", "ar": "{part} من {of}"},
    "share_per_cent": {"en": "{part} per cent of {of}", "ar": "{part} في المئة من {of}"},
    "share": {"en": "{of} × {part} ÷ {whole}", "ar": "{of} × {part} ÷ {whole}"},
    "percent": {"en": "{number} %", "ar": "{number} %"},
    "lesser": {"en": "the lesser of {first} and {last}", "ar": "الأقل من {first} و{last}"},
    "greater": {"en": "the greater of {first} and {last}", "ar": "الأكبر من {first} و{last}"},
    "least": {"en": "the least of these: {items}", "ar": "الأقل من بين: {items}"},
    "greatest": {"en": "the greatest of these: {items}", "ar": "الأكبر من بين: {items}"},
    "days_between": {"en": "the number of days from {first} to {last}", "ar": "عدد الأيام من {first} إلى {last}"},
    "months_between": {
        "en": "the number of whole months from {first} to {last}",
        "ar": "عدد الأشهر الكاملة من {first} إلى {last}",
    },
    "add_days": {"en": "{first} and this many days later: {last}", "ar": "{first} وبعده بعدد من الأيام هو: {last}"},
    "add_months": {"en": "{first} and this many months later: {last}", "ar": "{first} وبعده بعدد من الأشهر هو: {last}"},
    "year": {"en": "the year of {first}", "ar": "سنة {first}"},
    "month": {"en": "the month of {first}", "ar": "شهر {first}"},
    "to_step": {"en": "{text}, in steps of {step}", "ar": "{text}، بخطوات من {step}"},
    "half_up": {"en": "rounded to the nearest, a half upwards", "ar": "مقرّبًا إلى الأقرب، والنصف إلى الأعلى"},
    "half_even": {
        "en": "rounded to the nearest, a half to the even figure",
        "ar": "مقرّبًا إلى الأقرب، والنصف إلى الرقم الزوجي",
    },
    "down": {"en": "rounded down", "ar": "مقرّبًا إلى الأدنى"},
    "up": {"en": "rounded up", "ar": "مقرّبًا إلى الأعلى"},
    "rounded_from": {"en": "from {exact}, {way}", "ar": "من {exact}، {way}"},
}

GROUPS: Phrases = {
    "members": {"en": "the {members} of the same {owner}", "ar": "{members} ضمن نطاق {owner} نفسه"},
    "where": {"en": "{members} where {condition}", "ar": "{members} حيث {condition}"},
    "other_members": {"en": "entries under {level}", "ar": "السجلات من نوع {level}"},
    "count": {"en": "the number of {members}", "ar": "عدد {members}"},
    "sum": {"en": "the total of {of} over {members}", "ar": "مجموع {of} على {members}"},
    "any": {"en": "for at least one of {members} this holds: {of}", "ar": "يصحّ هذا لواحد على الأقل من {members}: {of}"},
    "not_any": {"en": "for none of {members} this holds: {of}", "ar": "لا يصحّ هذا لأي من {members}: {of}"},
    "all": {"en": "for each of {members} this holds: {of}", "ar": "يصحّ هذا لكل واحد من {members}: {of}"},
    "not_all": {"en": "not for each of {members} this holds: {of}", "ar": "ليس صحيحًا لكل واحد من {members}: {of}"},
    "min": {"en": "the least {of} among {members}", "ar": "أقل {of} بين {members}"},
    "max": {"en": "the greatest {of} among {members}", "ar": "أكبر {of} بين {members}"},
    "first": {
        "en": "{of} of the first of {members}, in the order of {keys}",
        "ar": "{of} للأول من {members}، بالترتيب بحسب {keys}",
    },
    "before_sum": {
        "en": "the total of {of} over those before this one among {members}, in the order of {keys}",
        "ar": "مجموع {of} على ما يسبق هذا من {members}، بالترتيب بحسب {keys}",
    },
    "before_any": {
        "en": "for one that comes before this one among {members}, in the order of {keys}, this holds: {of}",
        "ar": "يصحّ هذا لواحد يسبقه من {members}، بالترتيب بحسب {keys}: {of}",
    },
    "not_before_any": {
        "en": "for none that comes before this one among {members}, in the order of {keys}, this holds: {of}",
        "ar": "لا يصحّ هذا لأي مما يسبقه من {members}، بالترتيب بحسب {keys}: {of}",
    },
    "rank": {
        "en": "the place among {members}, in the order of {keys}",
        "ar": "الترتيب بين {members}، بحسب {keys}",
    },
    "then": {"en": "{first}, then {last}", "ar": "{first} ثم {last}"},
    "last_first": {"en": "{key}, the greatest first", "ar": "{key}، الأكبر أولًا"},
}
