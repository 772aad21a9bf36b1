"""How staff sign in: accounts are made by an administrator, never by whoever comes by."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffAccounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships without types
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
