"""Why the record refuses something, in a sentence that says what to do."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sanad.record.importers.read import Notice, Refused
from sanad.record.importers.sentences import REFUSALS, WARNINGS
from sanad.record.refusals import RecordRefused
from sanad.web.shared.formats import language

SAYINGS: Mapping[str, str | Promise] = {
    "empty": _("The page has no words. Paste its text, or choose a file that has some."),
    "too_large": _("The file is larger than 50 megabytes. Part it, and add each part as a page of its own."),
    "not_text": _("The file is no plain text. Save the page as a text file, and choose that one."),
    "not_utf8": _("The letters of the file cannot be read. Save it as UTF-8, and choose it again."),
    "is_sealed": _("This page was sealed by two persons: its text is gone for good, and its hash stays."),
    "layer_is_replaced": _("A newer text of this page stands instead. Decide what is proposed of that one."),
    "is_decided": _("Somebody decided it before you. Nothing was changed."),
    "no_article": _("The place lies in no article, so nobody tells it. Reject the proposal."),
    "needs_its_parent": _("It is quoted inside a quotation. Accept that one first; if it was rejected, reject this."),
    "needs_its_statement": _("A promise rests on words that somebody said. Decide about those words first."),
    "does_not_stand": _("It breaks a rule of the record and was not written down. Reject it, or set another speaker."),
    "no_chain": _("Nobody has said yet where this telling comes from. Write down its first source, then accept."),
    "was_translated": _("The words were translated on their way, so they cannot stand as they were spoken. Reject it."),
    "parts_do_not_tile": _("The parts leave a gap or overlap. Part the words again from the first sign to the last."),
    "was_revised": _("It was corrected meanwhile. Open the newer one."),
    "is_taken_back": _("It was taken back, so it is corrected no more. Write the promise down anew."),
    "ground_is_gone": _("These words were corrected or taken back. Write the promise down from those that stand."),
    "nobody_new_here": _(
        "These words stand in no article, so nobody new can be named in it. Leave the name as it was."
    ),
    "no_such_place": _("The place does not lie in this text. Open the page again."),
    "says_nothing": _("A day, a sum or a promise has no speaker. Accept or reject it as it is."),
    "stays_in_its_article": _("Whoever has no full name is known in one article only. Choose somebody of this one."),
    "rests_on_nothing": _("It rests on no statement. Name at least one."),
    "has_a_version": _("This telling answers that question already, and one telling has one version of it."),
    "other_article": _("The words stand in another article. Copy them from the article of this proposal."),
    "does_not_go_on": _("No quotation that waits follows it at once. Accept it by itself."),
    "is_not_decided": _("Nobody has decided it yet, so there is nothing to take back."),
    "was_undone": _("Somebody took this decision back before you. Nothing was changed."),
    "rests_on_it": _("Something rests on it: words within it, a promise, a version or an outcome. Undo that first."),
    "is_the_last": _("Nothing corrected it, so there is nothing to take back."),
    "needs_reply": _("Nobody has asked for a reply yet. Ask first; the answer, or that none came, stands beside it."),
    "reply_may_come": _("A reply may still come. It can be shown once it came, or once its day has passed."),
    "needs_legal_note": _("This is a living private person. Write by which right they are shown."),
    "no_time_to_answer": _("The day until which they may answer lies after the day on which they were asked."),
    "in_the_future": _("This day has not come yet."),
    "is_answered": _("An answer was written down already, and it stays. Ask again where there is another."),
    "came_before_asking": _("Nobody answers before being asked. Look at the day again."),
    "is_asked": _("Somebody has asked to seal this page already."),
    "takes_two_persons": _("A second person has to do this."),
}


def said_of(refused: RecordRefused) -> str:
    if refused.code in REFUSALS and refused.code not in SAYINGS:
        return REFUSALS[refused.code][language()].format(**refused.facts)
    return str(SAYINGS.get(refused.code) or gettext("The record refuses it. Tell the administrator this code:"))


def said_of_reading(refused: Refused) -> str:
    """Why a part of a file could not be read."""
    return said_of(RecordRefused(refused.code, **{**refused.facts, "file": refused.file, "at": refused.at}))


def noticed(notice: Notice) -> str:
    """What must be known of a page that was read."""
    return WARNINGS[notice.code][language()].format(**notice.facts)


def code_of(refused: RecordRefused) -> str:
    """The code where no sentence says it."""
    return "" if refused.code in SAYINGS else refused.code
