"""A statement with all that was written down of it, and the questions of which it is a part."""

from django.db.models import Count, Prefetch, QuerySet

from sanad.record.models import (
    Account,
    Commitment,
    Figure,
    Question,
    Reached,
    Statement,
    StatementPart,
    StatementRole,
    VersionStatement,
)

AROUND = (
    *("account__work__publisher", "account__narrator", "account__node", "speaker", "speaker_evidence"),
    *("content__layer__capture", "cue", "parent__content", "event", "confirmed_by", "revises", "recording"),
)


def statements_told() -> QuerySet[Statement]:
    """Each in a number of queries that does not grow with what it holds."""
    return Statement.objects.select_related(*AROUND, "revised_by").prefetch_related(
        Prefetch("roles", queryset=StatementRole.objects.select_related("agent", "span").order_by("pk")),
        Prefetch("parts", queryset=StatementPart.objects.select_related("span", "speaker").order_by("ordinal")),
        Prefetch("figures", queryset=Figure.objects.select_related("span", "payer", "payee").order_by("pk")),
        Prefetch("commitments", Commitment.objects.filter(revised_by=None).select_related("made_by").order_by("pk")),
        Prefetch("grounds_of", queryset=VersionStatement.objects.select_related("version__question").order_by("pk")),
        Prefetch("reached_by", queryset=Reached.objects.select_related("retraction__by").order_by("pk")),
    )


def accounts_told() -> QuerySet[Account]:
    return Account.objects.select_related("work__publisher", "work__capture", "narrator", "about", "node")


def questions_told() -> QuerySet[Question]:
    """Newest first, with the number of versions."""
    return Question.objects.select_related("event", "about").annotate(told=Count("versions")).order_by("-pk")


def questions_like(words: str, besides: Account) -> QuerySet[Question]:
    """Those that have these words and no version of this account yet, newest first."""
    return questions_told().filter(text__icontains=words).exclude(versions__account=besides)
