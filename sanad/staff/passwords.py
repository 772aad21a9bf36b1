"""How long a password is, in words of ours: Django has no Arabic for its own."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return self.get_help_text()

    def get_help_text(self) -> str:
        words = _("A password has at least {least} letters or signs: three or four words will do.")
        return words.format(least=self.min_length)
