"""From where somebody asks: one address, or in IPv6 the network of one connection (/64)."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

NOWHERE = "unknown"
"""A socket of this machine, or an address that cannot be read: all such are counted together."""


def network_of(request: HttpRequest) -> str:
    """What tries are counted by. Behind proxies (SANAD_PROXIES) it is the address that the outermost of them saw."""
    try:
        address = ip_address(_told(request).strip())
    except ValueError:
        return NOWHERE
    return _network(address)


def _told(request: HttpRequest) -> str:
    passed = request.headers.get("X-Forwarded-For", "").split(",")
    if 0 < settings.PROXIES <= len(passed):
        return passed[-settings.PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))


def _network(address: IPv4Address | IPv6Address) -> str:
    if isinstance(address, IPv6Address):
        inside = address.ipv4_mapped
        return str(inside) if inside else str(ip_network((address, 64), strict=False))
    return str(address)
