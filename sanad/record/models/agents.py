"""Who: agents with their names as printed, the offices that they are said to hold, how they are said to be related."""

from secrets import token_hex
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from sanad.record.kinds import AgentKind, Bond, Naming
from sanad.record.models.checks import dated, filled, known

MENTION_STATES = (("proposed", "proposed"), ("confirmed", "confirmed"), ("rejected", "rejected"))


class Agent(models.Model):
    """Somebody or something that speaks, is spoken to, or is spoken of.

    Whoever has no full name is known inside one article only (`within`): "Ali" is nobody else's Ali.
    `is_private` is a living person without a public office, of whom nothing is shown before a second person agreed.
    With `salt` in it, nobody can guess the row's digest from a name.
    """

    kind = models.CharField(max_length=10, choices=AgentKind)
    label = models.CharField(max_length=200)
    naming = models.CharField(max_length=10, choices=Naming)
    within = models.ForeignKey("record.Segment", null=True, on_delete=models.PROTECT, related_name="agents")
    is_private = models.BooleanField(default=True)
    salt = models.CharField(max_length=64, default=token_hex)

    class Meta:
        constraints: ClassVar = [
            known("kind", AgentKind, "agent_kind_is_known"),
            known("naming", Naming, "agent_naming_is_known"),
            filled("label", "agent_has_a_label"),
            CheckConstraint(
                condition=Q(naming=Naming.FULL) | Q(within__isnull=False),
                name="agent_without_a_full_name_stays_in_its_article",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Name(models.Model):
    """A name as it is printed, in one language and script; `salt` as in Agent."""

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="names")
    text = models.CharField(max_length=200)
    language = models.CharField(max_length=8)
    script = models.CharField(max_length=8)
    span = models.ForeignKey("record.Span", null=True, on_delete=models.PROTECT, related_name="+")
    salt = models.CharField(max_length=64, default=token_hex)

    class Meta:
        constraints: ClassVar = [
            filled("text", "name_is_not_empty"),
            UniqueConstraint(fields=["agent", "text", "language"], name="name_stands_once"),
        ]

    def __str__(self) -> str:
        return self.text


class Mention(models.Model):
    """A place in a text that names or means an agent; `resolver` is the rule or the person that says so."""

    span = models.ForeignKey("record.Span", on_delete=models.PROTECT, related_name="mentions")
    agent = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="mentions")
    state = models.CharField(max_length=10, choices=MENTION_STATES)
    resolver = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            filled("resolver", "mention_says_who_resolved_it"),
            CheckConstraint(
                condition=Q(state__in=["proposed", "rejected"]) | Q(state="confirmed", agent__isnull=False),
                name="mention_is_confirmed_with_its_agent",
            ),
            UniqueConstraint(fields=["span", "agent"], name="mention_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.span_id}: {self.state}"


class Office(models.Model):
    """An office that somebody is said to hold or to have held, from and until as told; never as a fact."""

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="offices")
    title = models.CharField(max_length=200)
    body = models.ForeignKey(Agent, null=True, on_delete=models.PROTECT, related_name="offices_of")
    since = models.CharField(max_length=32, blank=True)
    until = models.CharField(max_length=32, blank=True)
    is_former = models.BooleanField(default=False)
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="offices")

    class Meta:
        constraints: ClassVar = [
            filled("title", "office_has_a_title"),
            dated("since", "office_since_is_edtf"),
            dated("until", "office_until_is_edtf"),
        ]

    def __str__(self) -> str:
        return self.title


class Relation(models.Model):
    """How one agent stands to another, as told; never as a fact."""

    agent = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="relations")
    to = models.ForeignKey(Agent, on_delete=models.PROTECT, related_name="relations_from")
    kind = models.CharField(max_length=12, choices=Bond)
    since = models.CharField(max_length=32, blank=True)
    until = models.CharField(max_length=32, blank=True)
    statement = models.ForeignKey("record.Statement", on_delete=models.PROTECT, related_name="relations")

    class Meta:
        constraints: ClassVar = [
            known("kind", Bond, "relation_kind_is_known"),
            dated("since", "relation_since_is_edtf"),
            dated("until", "relation_until_is_edtf"),
            CheckConstraint(condition=~Q(agent=F("to")), name="relation_is_between_two"),
        ]

    def __str__(self) -> str:
        return f"{self.agent_id} {self.kind} {self.to_id}"
