import json
from datetime import UTC, datetime
from typing import Any

import typer
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand
from django.core.validators import validate_email
from django.db import transaction
from django.utils.timezone import localdate

from sanad.audit.staffing import EmailIsKnown, add_member, grant_role
from sanad.ops.ground_words import say, says
from sanad.ops.stopping import Hearer
from sanad.staff.roles import Role


class Command(BaseCommand):
    help = "Add an administrator."
    requires_system_checks = ()
    stealth_options = ("hearer", "email", "name")

    def handle(self, *_args: str, hearer: Hearer, email: str, name: str, **_options: Any) -> None:
        try:
            validate_email(email)
            password = _added(email, name)
        except ValidationError:
            hearer.stop("no_email", says("no_email", email=email))
        except EmailIsKnown:
            hearer.stop("email_known", says("email_known", email=email))
        told = {"email": email, "password": password}
        typer.echo(json.dumps(told) if hearer.as_json else say(hearer.lang, "administrator", **told))


@transaction.atomic
def _added(email: str, name: str) -> str:
    now = datetime.now(UTC)
    user, password = add_member(email=email, name=name, language="ar", by=None, at=now)
    everywhere = {"programme": "", "district": ""}
    grant_role(user=user, role=Role.ADMINISTRATOR, since=localdate(), by=None, at=now, **everywhere)
    return password
