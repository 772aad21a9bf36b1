"""Reading claims."""

from sanad.casework.claims.selectors.claims import (
    claim_numbered,
    claim_of_secret,
    claims_within,
    receipt_of_number,
    receipt_of_secret,
    search,
    way_of,
)
from sanad.casework.claims.selectors.facts import (
    facts_now,
    facts_of,
    fields_asked,
    missing_facts,
    statements_of,
    texts_of,
    versions_seen,
)

__all__ = [
    "claim_numbered",
    "claim_of_secret",
    "claims_within",
    "facts_now",
    "facts_of",
    "fields_asked",
    "missing_facts",
    "receipt_of_number",
    "receipt_of_secret",
    "search",
    "statements_of",
    "texts_of",
    "versions_seen",
    "way_of",
]
