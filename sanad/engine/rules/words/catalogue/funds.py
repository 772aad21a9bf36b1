"""Phrases for the money of funds: which pays and why, what each step of the order brings, and what is left."""

from sanad.engine.rules.words.catalogue.phrase import Phrases

FUNDS: Phrases = {
    "the_fund": {"en": "the fund", "ar": "الصندوق"},
    "the_fund_named": {"en": "the fund {name}", "ar": "الصندوق {name}"},
    "fund_pays": {
        "en": "{amount} for {line} come from {fund}, which may pay anything.",
        "ar": "{amount} لبند {line} من {fund}، وهو لا يتقيد بغرض.",
    },
    "fund_pays_earmarked": {
        "en": "{amount} for {line} come from {fund}, which is meant for such claims only ({earmarks}).",
        "ar": "{amount} لبند {line} من {fund}، وهو مخصّص لمثل هذا الطلب دون غيره ({earmarks}).",
    },
    "narrowest_first": {
        "en": "The money with the narrowest purpose is used first, so that freer money is left for others.",
        "ar": "يُستعمل أولًا المال المخصّص لأضيق غرض، كي يبقى المال الحر لغيره.",
    },
    "left_elsewhere": {
        "en": "{amount} are left in {fund}, but it is not meant for what is missing here ({earmarks}).",
        "ar": "بقي {amount} في {fund}، لكنه غير مخصّص لما ينقص هنا ({earmarks}).",
    },
    "left_by_steps": {
        "en": "{amount} are left in {fund}; the order of payment gives no more of it to this claim for now.",
        "ar": "بقي {amount} في {fund}، ولا يعطي ترتيب الدفع هذا الطلب أكثر منه في هذه الجولة.",
    },
    "none_fits": {
        "en": "No fund of this round is meant for what is missing here.",
        "ar": "ليس في هذه الجولة صندوق مخصّص لما ينقص هنا.",
    },
    "used_up": {
        "en": (
            "The money that may be used for what is missing here is used up. "
            "Who gets how much of it follows from the order of payment."
        ),
        "ar": "نفد المال الذي يجوز استعماله لما ينقص هنا. أما من يُدفع له منه وكم، فبحسب ترتيب الدفع.",
    },
    "reserved": {
        "en": "{amount} of {fund} are held back and not paid out in this round: {label}{source}.",
        "ar": "يُحتجز {amount} من {fund} ولا يُدفع في هذه الجولة: {label}{source}.",
    },
    "steps_bring": {"en": "What each step of payment brings", "ar": "ما تأتي به كل خطوة من خطوات الدفع"},
    "step_brings": {"en": "{label}: {amount} ({limit}){source}.", "ar": "{label}: {amount} ({limit}){source}."},
    "step_in_order": {
        "en": "one after the other, as far as the money reaches",
        "ar": "واحدًا بعد الآخر ما كفى المال",
    },
    "step_equal_first": {
        "en": "as much for each as for every other, as far as the money reaches",
        "ar": "لكل واحد مثل ما لغيره ما كفى المال",
    },
    "step_rounds": {
        "en": "one after the other, first up to {ceilings}",
        "ar": "واحدًا بعد الآخر، أولًا حتى {ceilings}",
    },
    "then_up_to": {"en": "{first}, then up to {last}", "ar": "{first}، ثم حتى {last}"},
    "step_percent": {
        "en": "one after the other, up to {percent} of what may be paid so far",
        "ar": "واحدًا بعد الآخر، حتى {percent} مما يجوز دفعه إلى الآن",
    },
    "step_pro_rata": {
        "en": "the same part of what is due for all, as far as the money reaches",
        "ar": "النسبة نفسها من المستحق للجميع ما كفى المال",
    },
    "step_haircut": {
        "en": "one after the other, up to a part of what may be paid so far that goes by the day",
        "ar": "واحدًا بعد الآخر، حتى جزء مما يجوز دفعه إلى الآن يتوقف على اليوم",
    },
    "step_at_most": {"en": "at most {amount}", "ar": "{amount} على الأكثر"},
    "step_payee": {"en": "counted for each: {level}", "ar": "محسوبًا لكل: {level}"},
    "step_counts_paid": {
        "en": "what was paid before counts towards it",
        "ar": "ويدخل فيه ما دُفع من قبل",
    },
}
