"""What each number asks, where it comes from, and what is said where it is not told."""

from django.utils.translation import gettext_lazy as _

ASKS = {
    "need": _("What would all awards cost in full?"),
    "framework": _("What ceiling was announced?"),
    "pledged": _("What did donors say they will give?"),
    "received": _("What reached the funds?"),
    "reserved": _("What is set aside for named awards?"),
    "paid": _("What was sent to families and settled by the bank?"),
    "confirmed": _("What did families confirm?"),
    "built": _("In how many homes are the ordered works finished?"),
    "on_its_way": _("What was sent to families and is not settled?"),
    "unconfirmed": _("What did the bank settle that no family has confirmed?"),
    "unfunded": _("What is due to families today without money behind it?"),
    "homes": _("For how many homes was a claim filed?"),
}
SOURCES = {
    "awards": _("Decisions of issued rounds"),
    "agreements": _("What donors said, with their documents"),
    "ledger": _("Ledger"),
    "bank": _("Payment runs and bank statements"),
    "families": _("Families, on their own page"),
    "works": _("Certified stages of works"),
    "claims": _("Claims that were taken in"),
}
HIDDEN = _("Hidden: fewer than 10 families, or it would give away such a number")
NOT_VERIFIED = _("Not verified")
NOBODY_SAID = _("Nobody has said")
NOT_TOLD = {
    "need": _("No round was issued yet"),
    "reserved": _("No round was issued yet"),
    "unfunded": _("No round was issued yet"),
    "on_its_way": _("No round was issued yet"),
    "paid": _("Nothing was paid yet"),
    "confirmed": _("Nothing was paid yet"),
    "unconfirmed": _("Nothing was paid yet"),
    "built": _("No works were ordered yet"),
}
"""Where nobody knows a number."""
STEPS = {
    "claim_to_survey": _("Claim to survey"),
    "survey_to_decision": _("Survey to decision"),
    "decision_to_payment": _("Decision to first payment"),
    "question_to_answer": _("Question to answer"),
    "danger_to_inspection": _("Danger report to inspection"),
}
OUTCOMES = {
    "": _("All claims decided"),
    "award": _("Awarded"),
    "refuse": _("Refused"),
    "defer": _("Deferred"),
    "refer": _("Referred"),
    "incomplete": _("Facts missing"),
    "unpublished": _("Rule not published"),
    "error": _("Error"),
}
WHOLE = _("All files")
NOBODY_HEARD = _("Nobody said")
NOBODY_ASKED = _("The ledger was not asked")
WITHHELD = _("Withheld: the ledger is made up")


def not_told(state: str, number: str) -> object:
    """The words in the place of a number."""
    if state == "hidden":
        return HIDDEN
    return NOT_VERIFIED if state == "not_verified" else NOT_TOLD.get(number, NOBODY_SAID)
