"""Sentences that the record itself writes down, in the reader's language. What others say stays as it is."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.record.services.drafts import BY_A_RULE, SET_BY_THE_EDITOR
from sanad.record.services.own_words import WROTE_IT_ITSELF
from sanad.record.services.pages import IN_ITS_OWN_VOICE, OWN_VOICE
from sanad.record.services.undoing import UNDONE

SENTENCES: dict[str, str | Promise] = {
    OWN_VOICE: _("the page itself"),
    IN_ITS_OWN_VOICE: _("it stands on the page in the page's own voice"),
    WROTE_IT_ITSELF: _("the office wrote it down itself"),
    UNDONE: _("a record keeper took the decision back"),
    SET_BY_THE_EDITOR: _("set by a record keeper"),
}
RULE = re.compile(re.escape(BY_A_RULE).replace(r"\{rule\}", "(.+)"))


def in_our_words(text: str) -> str | Promise:
    by_a_rule = RULE.fullmatch(text)
    if by_a_rule:
        return gettext("proposed by the rule “{rule}”, confirmed by a record keeper").format(rule=by_a_rule[1])
    return SENTENCES.get(text, text)
