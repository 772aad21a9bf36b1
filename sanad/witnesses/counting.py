"""The keyed digests by which equal answers and one household are found without naming either."""

from sanad.casework.claims.models import Claim
from sanad.witnesses.folding import counted_as
from sanad.witnesses.sealing import digest


def household_digest(claim: Claim) -> str:
    return digest("household", claim.household.reference)


def words_digest(words: str) -> str:
    return digest("words", counted_as(words))
