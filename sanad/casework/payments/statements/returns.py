"""Why a bank sends money back: the codes of ISO 20022 that families are told in words."""

import re

CODE = re.compile(r"\b(AC0[1346]|AC13|AG0[12]|AM0[29]|BE0[1456]|MD07|MS0[23]|RC01|RR0[1-4])\b")
WRONG_ACCOUNT = {"en": "the account number is wrong", "ar": "رقم الحساب خاطئ"}
CLOSED = {"en": "the account is closed", "ar": "الحساب مغلق"}
BLOCKED = {"en": "the account is blocked", "ar": "الحساب مجمَّد"}
OTHER_NAME = {"en": "the account is in another name", "ar": "الحساب باسم آخر"}
DIED = {"en": "the bank was told that the holder died", "ar": "أُبلغ المصرف بوفاة صاحب الحساب"}
WRONG_BANK = {"en": "the bank's code is wrong", "ar": "رمز المصرف خاطئ"}
NOT_TOLD = {"en": "the bank gave no reason", "ar": "لم يذكر المصرف سببًا"}
OTHERWISE = {"en": "the bank could not pay it there", "ar": "تعذّر على المصرف دفعه هناك"}
WORDS = {
    **dict.fromkeys(("AC01", "AC03"), WRONG_ACCOUNT),
    "AC04": CLOSED,
    "AC06": BLOCKED,
    **dict.fromkeys(("BE01", "BE04", "BE05", "BE06"), OTHER_NAME),
    "MD07": DIED,
    "RC01": WRONG_BANK,
}


def code_in(note: str) -> str:
    """The code that the bank's note names; empty where it names none."""
    found = CODE.search(note.upper())
    return found.group(1) if found else ""


def reason(code: str) -> dict[str, str]:
    """The sentence of a code in both languages."""
    return WORDS.get(code, OTHERWISE) if code else NOT_TOLD
