"""Who reads about releases, and who publishes: a lead whose role is not for one district only.

A release tells of all programmes at once, so a lead of any of them may publish it.
"""

from sanad.rulebook.models import Programme
from sanad.staff.roles import Role
from sanad.staff.scopes import Reach

PUBLISH = (Role.PROGRAMME_LEAD,)
READ = (Role.PROGRAMME_LEAD, Role.FINANCE_OFFICER, Role.RECORD_KEEPER, Role.AUDITOR)


def may_publish(reach: Reach) -> bool:
    named = {scope.programme for scope in reach.within(*PUBLISH) if not scope.district}
    return "" in named or Programme.objects.filter(key__in=named).exists()
