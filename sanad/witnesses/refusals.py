"""Why something of a witness is refused."""

from sanad.evidence.refusals import Refused, Sayings

LODGING: Sayings = {
    "no_words": ("Write what you were told.", "اكتبوا ما قيل لكم."),
    "too_long": (
        "The text has more than {most} letters. Shorten it, or send the rest by itself.",
        "في النص أكثر من {most} حرف. اختصروه أو أرسلوا الباقي وحده.",
    ),
    "no_teller": (
        "Write who told you, or choose that you do not know.",
        "اكتبوا من قال لكم، أو اختاروا أنكم لا تعرفون.",
    ),
    "not_a_day": (
        "Choose a year, with it a month, and with that a day.",
        "اختاروا السنة، ومعها الشهر، ومعه اليوم.",
    ),
    "names_you": (
        "A name or a telephone number of your family stands in this text. Take it out, or send it with your name.",
        "في هذا النص اسم لأسرتكم أو رقم هاتفكم. احذفوه، أو أرسلوا النص مع اسمكم.",
    ),
    "no_name": (
        "Nobody's name is on file for your family. Send it without a name.",
        "لا اسم محفوظًا لأسرتكم. أرسلوه من دون اسم.",
    ),
}


class LodgingRefused(Refused):
    """Nothing was taken in; the problems say what to change."""


class OtherLodged(Exception):
    """This id was used for what another family lodged: make a new one."""


class NotAllowed(Exception):
    """The role does not reach who a witness is, nor what was lodged."""


class TakingRefused(Exception):
    """It is not taken up. `code`: no_consent, has_withdrawn, is_taken_up, names_a_witness, words_are_others.
    `references` are the witnesses who are named in the words; never their names.
    """

    def __init__(self, code: str, references: tuple[str, ...] = ()) -> None:
        super().__init__(code, references)
        self.code, self.references = code, references


class AlreadyWithdrawn(Exception):
    """The witness has withdrawn, and nothing is left to take back."""


class RecordHoldsIt(Exception):
    """It is a statement by now: somebody of the record takes it back in their name."""


class TakesTwoPersons(Exception):
    """Who asks to see who a witness is does not allow it."""


class LookRefused(Exception):
    """`code`: not_allowed_yet, is_over, has_withdrawn, no_consent, is_decided."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
