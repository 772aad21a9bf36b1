"""Why something that was lodged is not taken up, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.witnesses.refusals import LookRefused, TakingRefused

REFUSED: dict[str, str | Promise] = {
    "no_consent": _("The family has not agreed to this."),
    "has_withdrawn": _("The family has taken it back, or asks for it."),
    "is_taken_up": _("Somebody else was first: it is in the record."),
    "words_are_others": _(
        "These are not the words that were lodged. Take words out and write […] there, and change nothing else."
    ),
    "names_a_witness": _("A protected name or number stands in it ({references}). Leave it out, and write […] there."),
}


def why_not(refused: TakingRefused) -> str:
    return gettext(str(REFUSED[refused.code])).format(references=", ".join(refused.references))


NOT_SEEN: dict[str, str | Promise] = {
    "no_consent": _("The witness has not agreed to be asked."),
    "has_withdrawn": _("The witness has withdrawn: nobody can read any more who it was."),
    "not_allowed_yet": _("Nobody has allowed it yet, or somebody else asked for it."),
    "is_over": _("The day is over. Ask anew."),
    "is_decided": _("Somebody else was first: it is allowed."),
}


def why_not_seen(refused: LookRefused) -> str:
    return gettext(str(NOT_SEEN[refused.code]))
