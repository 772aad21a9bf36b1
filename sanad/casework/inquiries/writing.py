"""The one way in which a reply is written: with the answer that it rests on."""

from datetime import datetime

from sanad.casework.answers.keeping import kept
from sanad.casework.answers.told import Answer
from sanad.casework.inquiries.models import Inquiry, Reply
from sanad.casework.inquiries.nexts import Next
from sanad.staff.models import User


def write_reply(
    inquiry: Inquiry,
    answer: Answer,
    then: Next,
    *,
    at: datetime,
    by: User | None = None,
    words: bytes | None = None,
) -> Reply:
    """`words` are sealed. The first reply has none and is by nobody: it is the answer itself."""
    return Reply.objects.create(
        inquiry=inquiry,
        number=inquiry.replies.count() + 1,
        at=at,
        by=by,
        words=words,
        position=answer.position,
        answer=kept(answer),
        next_on=then.on,
        missing=then.missing,
        currency=answer.currency if then.missing else "",
        awaited=then.awaited,
        body=then.body,
        review_on=then.review_on,
    )
