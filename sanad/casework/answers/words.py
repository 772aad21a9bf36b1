"""What the steps of a family's way and what unlocks them are called, in both languages."""

from sanad.casework.answers.told import Said

SAID: dict[str, tuple[str, str]] = {
    "received": ("Your claim was received", "وصل طلبكم"),
    "survey": ("Survey of your home", "الكشف على مسكنكم"),
    "decision": ("Decision", "القرار"),
    "held": ("Your claim waits", "طلبكم معلّق"),
    "withdrawn": ("Your claim was withdrawn", "سُحب طلبكم"),
    "paid": ("Paid", "دُفع"),
    "on_its_way": ("On its way to your account", "في الطريق إلى حسابكم"),
    "reserved": ("Reserved for you", "محجوز لكم"),
    "due_unfunded": ("Due now, no money yet", "مستحق الآن، ولا مال له بعد"),
    "later": ("Comes later", "يأتي لاحقًا"),
    "visit": ("an assessor visits your home", "يزور الكاشف مسكنكم"),
    "next_round": ("the next round decides it", "تبتّ فيه الجولة المقبلة"),
    "bank_says": ("the bank says that it arrived", "يُفيد المصرف بوصوله"),
    "next_run": ("the next payment run sends it", "ترسله دفعة الصرف المقبلة"),
    "money_reaches_turn": ("money reaches the fund up to your turn", "يصل المال في الصندوق إلى دوركم"),
    "halt_ends": ("what is halted goes on", "يُستأنف ما هو معلّق"),
    "wait_ends": ("your claim waits no longer", "يزول ما يُعلَّق به طلبكم"),
    "day_comes": ("its day comes", "يحين موعده"),
    "red_placard": ("an engineer has found the building unsafe", "وجد مهندس المبنى غير آمن"),
    "precaution": ("nobody may enter the building until an engineer has looked", "لا يُدخل المبنى حتى يكشف عليه مهندس"),
    "structure_unfinished": ("the structural works are not finished", "لم تُنجز الأشغال الإنشائية"),
}


def said(code: str) -> Said:
    english, arabic = SAID[code]
    return Said(code, {"en": english, "ar": arabic})
