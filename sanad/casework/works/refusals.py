"""Why something about works or a halt is refused, in both languages."""

from datetime import datetime

from sanad.casework.works.models import Halt, Order, Stage
from sanad.evidence.refusals import Refused, Sayings, problem
from sanad.staff.models import User

LONGEST_WORDS = 500
MOST_STAGES = 20

SAYINGS: Sayings = {
    "no_firm": (
        "Choose the contractor, or write a new one's number in the register of firms and its name.",
        "اختاروا المتعهّد، أو اكتبوا رقم متعهّد جديد في سجل الشركات واسمه.",
    ),
    "firm_is_known": (
        "A contractor of this name is known under another number. Choose it from the list.",
        "متعهّد بهذا الاسم معروف برقم آخر. اختاروه من القائمة.",
    ),
    "no_stages": (
        "Works have at least one stage. Write what is done and its sum.",
        "للأشغال مرحلة واحدة على الأقل. اكتبوا ما يُنجز ومبلغه.",
    ),
    "too_many_stages": ("At most {limit} stages.", "{limit} مرحلة على الأكثر."),
    "stage_without_name": ("Stage {number}: write what is done in it.", "المرحلة {number}: اكتبوا ما يُنجز فيها."),
    "stage_without_sum": ("Stage {number}: write a sum above 0.", "المرحلة {number}: اكتبوا مبلغًا أكبر من 0."),
    "sums_differ": (
        "The stages add up to {stages}, the budget is {budget}. Correct one of them.",
        "مجموع المراحل {stages} والموازنة {budget}. صحّحوا أحدهما.",
    ),
    "fund_is_for_others": (
        "This fund does not pay for this programme. Choose another.",
        "هذا الصندوق لا يدفع لهذا البرنامج. اختاروا غيره.",
    ),
    "not_in_its_area": (
        "This part of the fund is for another area, line or period. Choose another part.",
        "هذا الجزء من الصندوق لمنطقة أو بند أو مدة أخرى. اختاروا جزءًا آخر.",
    ),
    "no_reason": ("Say why: choose a reason.", "اذكروا السبب: اختاروا واحدًا."),
    "no_words": ("Say why, in a sentence.", "اذكروا السبب في جملة."),
    "words_too_long": (
        "The text has {length:,} characters; at most {limit:,} are kept. Write it shorter.",
        "في النص {length:,} حرف، والحد الأقصى {limit:,}. اكتبوه أقصر.",
    ),
    "not_readable": (
        "There are signs in it that cannot be read or printed. Type the text again.",
        "في النص رموز لا تُقرأ ولا تُطبع. اكتبوه من جديد.",
    ),
    "no_restart": ("Say what restarts it: a missing sum, or an act.", "اذكروا ما يعيده: مبلغ ناقص أو عمل منتظر."),
    "no_sum": ("Write the missing sum.", "اكتبوا المبلغ الناقص."),
    "no_body": ("Say who has to bring it about.", "اذكروا الجهة التي عليها أن تحقّقه."),
    "body_not_named": ("Write the name of the body.", "اكتبوا اسم الجهة."),
    "no_review": (
        "A halt is looked at again on a day to come. Choose the day.",
        "يُراجَع التعليق في يوم قادم. اختاروا اليوم.",
    ),
    "review_too_late": (
        "Nothing stands halted for longer than {days} days without being looked at. Choose an earlier day.",
        "لا يبقى شيء معلّقًا أكثر من {days} يومًا بلا مراجعة. اختاروا يومًا أقرب.",
    ),
    "review_not_later": (
        "An extension moves the review to a later day. Choose one after {review_on}.",
        "التمديد ينقل المراجعة إلى يوم لاحق. اختاروا يومًا بعد {review_on}.",
    ),
    "no_ending": ("Say what restarted it.", "اذكروا ما الذي أعاده."),
    "no_such_line": ("The programme has no such line. Choose one.", "ليس في البرنامج بند كهذا. اختاروا بندًا."),
    "no_such_milestone": (
        "The programme does not ask for this inspection.",
        "البرنامج لا يطلب هذه المعاينة.",
    ),
    "not_ordered": (
        "The works are not ordered. A stage is certified after its order has been approved.",
        "لم يصدر أمر الأشغال. تُعتمد المرحلة بعد الموافقة على أمرها.",
    ),
    "before_order": (
        "The inspection lies before the works were ordered on {day}. Correct its day.",
        "تاريخ المعاينة قبل أمر الأشغال في {day}. صحّحوا اليوم.",
    ),
    "out_of_order": (
        "Stage {number} is not certified yet. Stages are certified in their order.",
        "المرحلة {number} لم تُعتمد بعد. تُعتمد المراحل بترتيبها.",
    ),
    "contract_first": (
        "The contract is not signed yet. The repair is inspected after that.",
        "لم يُوقّع العقد بعد. تُعاين الأشغال بعد توقيعه.",
    ),
    "half_first": (
        "Half of the repair is not inspected yet. That comes first.",
        "لم يُعايَن نصف الإصلاح بعد، وهو يسبق.",
    ),
    "halted": (
        "Halt {halt} is open. End it first, with what restarted the works.",
        "التعليق {halt} قائم. أنهوه أولًا مع ذكر ما أعاد الأشغال.",
    ),
    "red_placard": (
        "The building has a red placard. Finishing works wait until an engineer finds it safe.",
        "على المبنى لافتة حمراء. تنتظر أشغال التشطيب أن يجده مهندس آمنًا.",
    ),
    "precaution": (
        "Everybody keeps out of the building until an engineer has looked. Finishing works wait.",
        "لا يدخل أحد المبنى حتى يكشف عليه مهندس. تنتظر أشغال التشطيب.",
    ),
    "structure_unfinished": (
        "The structural works of the building are not finished. Finishing works come after them.",
        "لم تُنجز أشغال المبنى الإنشائية. تأتي أشغال التشطيب بعدها.",
    ),
    "is_unsafe": (
        "The building is not safe yet, so this halt goes on. An engineer's placard comes first.",
        "المبنى غير آمن بعد، فيبقى التعليق. تسبقه لافتة مهندس.",
    ),
    "no_free_money": (
        "{free} are free in this part of the fund, and {asked} are asked. {missing} are missing.",
        "في هذا الجزء من الصندوق {free} غير محجوزة، والمطلوب {asked}. ينقص {missing}.",
    ),
    "fund_promises_nothing": (
        "This fund promises nothing new at present: a loss has to be decided about first.",
        "لا يَعِد هذا الصندوق بجديد الآن: يجب البتّ أولًا في خسارة.",
    ),
}


class WorksRefused(Refused):
    """Works or a halt cannot be as they were given; every problem is told at once."""


class SamePerson(Exception):
    """Who prepared works does not approve them, and who approved them does not certify their stages."""


class SomebodyWasFirst(Exception):
    """Of two who act at once, or on a page that is no longer new, the second is told who acted and when."""

    def __init__(self, what: str, by: User | None, at: datetime | None) -> None:
        super().__init__(f"{what}, by {by} at {at}")
        self.by, self.at = by, at


class OrderHasMoved(SomebodyWasFirst):
    """The order was decided, finished or closed; `order` says how it stands."""

    def __init__(self, order: Order) -> None:
        what = f"{order.reference} is {order.state}"
        super().__init__(what, order.ended_by or order.decided_by, order.ended_at or order.decided_at)
        self.order = order


class StageIsCertified(SomebodyWasFirst):
    """Another engineer certified the `stage`."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(f"stage {stage.number}", stage.certified_by, stage.certified_at)
        self.stage = stage


class AlreadyHalted(Exception):
    """It stands still already for this reason; `halt` says since when and by whom."""

    def __init__(self, halt: Halt) -> None:
        super().__init__(f"{halt.reference} since {halt.halted_at}, by {halt.halted_by}")
        self.halt = halt


class HaltHasMoved(SomebodyWasFirst):
    """It was extended or ended; `halt` shows how it stands now."""

    def __init__(self, halt: Halt) -> None:
        last = halt.moved.select_related("by").order_by("number").last()
        by = halt.ended_by or (last.by if last else halt.halted_by)
        at = halt.ended_at or (last.at if last else halt.halted_at)
        super().__init__(f"{halt.reference}: reviewed on {halt.review_on}, ended {halt.ended_at}", by, at)
        self.halt = halt


class LeadIsNeeded(Exception):
    """The third extension of a halt, and every later one, is a programme lead's."""


def refused(code: str, where: str = "", **parts: object) -> WorksRefused:
    return WorksRefused([problem(SAYINGS, code, where, **parts)])
