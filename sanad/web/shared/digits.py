"""Which digits a reader wants: Latin, or Arabic-Indic by choice. References, telephones and files stay Latin always."""

from contextvars import ContextVar

COOKIE = "sanad_digits"
LATIN, ARABIC_INDIC = "latn", "arab"
CHOICES = (LATIN, ARABIC_INDIC)
TO_ARABIC_INDIC = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")

chosen: ContextVar[str] = ContextVar("digits", default=LATIN)
"""Set for every request by `sanad.web.shared.middleware.chosen_digits`."""


def as_chosen(number: str, language: str) -> str:
    """A written number in the reader's digits; English text has Latin ones."""
    return number.translate(TO_ARABIC_INDIC) if language == "ar" and chosen.get() == ARABIC_INDIC else number
