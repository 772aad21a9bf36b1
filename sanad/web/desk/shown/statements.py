"""Who has to do with a statement, by what they have to do with it."""

from collections.abc import Sequence

from django.utils.functional import Promise

from sanad.record.kinds import SpeechRole
from sanad.record.models import Agent, Statement


def people_of(statement: Statement) -> list[tuple[str | Promise, Sequence[Agent]]]:
    """In the order of the roles; a role that nobody has is left out."""
    roles = list(statement.roles.all())
    by_role = [(role.label, [one.agent for one in roles if one.role == role]) for role in SpeechRole]
    return [(label, agents) for label, agents in by_role if agents]
