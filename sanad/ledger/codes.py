"""The codes of accounts: currency, whose money it is, and what it is; accounts of one owner differ in the last part."""

from sanad.ledger.kinds import AccountKind


def code_of(currency: str, name: str, kind: AccountKind) -> str:
    return f"{currency}:{name}:{kind}"


def owner_of(code: str) -> str:
    """Whose money it is."""
    return code.partition(":")[2].rpartition(":")[0]


def sibling(code: str, kind: AccountKind) -> str:
    """The account of the same owner and currency for another kind of money."""
    return f"{code.rpartition(':')[0]}:{kind}"
