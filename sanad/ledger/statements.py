"""The statements that book a whole act at once, however many transfers it has; the same text on both databases."""

from collections.abc import Mapping

from sanad.ledger.kinds import EFFECTS, NEEDED_STATE, TransferKind
from sanad.sheets.sql import fill, text


def _by_kind(values: Mapping[TransferKind, str]) -> str:
    arms = " ".join(f"WHEN {text(kind)} THEN {value}" for kind, value in values.items())
    return f"CASE kind {arms} END"


_FACTORS = {
    "pending": _by_kind({kind: str(effect.pending) for kind, effect in EFFECTS.items()}),
    "posted": _by_kind({kind: str(effect.posted) for kind, effect in EFFECTS.items()}),
    "uncovered": _by_kind({kind: str(effect.uncovered) for kind, effect in EFFECTS.items()}),
}

LEGS = fill(
    """
    SELECT id AS transfer_id, place, debit_account_id AS account_id, 'debit' AS side,
        {pending} * amount AS debits_pending, {posted} * amount AS debits_posted,
        0 AS credits_pending, 0 AS credits_posted, {uncovered} * amount AS uncovered,
        CASE kind WHEN 'pending' THEN 1 ELSE 0 END AS promises,
        CASE kind WHEN 'pending' THEN 1 WHEN 'cover' THEN 1 ELSE 0 END AS asks
    FROM ledger_transfer WHERE event_id = %s
    UNION ALL
    SELECT id, place, credit_account_id, 'credit',
        0, 0, {pending} * amount, {posted} * amount, 0, 0, 0
    FROM ledger_transfer WHERE event_id = %s
    """,
    **_FACTORS,
)
"""Both halves of every transfer of an event: what each adds to the sums of its account."""

TRANSFER_COLUMNS = (
    *("id", "event_id", "place", "kind", "debit_account_id", "credit_account_id", "amount", "rank"),
    *("pending_of_id", "reversal_of_id"),
)
MOVE_PENDINGS = fill(
    """
    UPDATE ledger_pending SET
        "left" = CASE WHEN t.kind IN ('uncover', 'cover') THEN "left" ELSE "left" - t.amount END,
        state = CASE
            WHEN t.kind = 'uncover' THEN 'uncovered'
            WHEN t.kind = 'cover' THEN 'pending'
            WHEN t.kind IN ('void', 'give_up') THEN 'voided'
            WHEN "left" = t.amount THEN 'posted'
            ELSE 'pending' END
    FROM ledger_transfer t
    WHERE t.event_id = %s AND t.pending_of_id = ledger_pending.transfer_id
        AND state = {needed} AND (t.amount = "left" OR (t.kind = 'post' AND t.amount < "left"))
        AND CASE WHEN t.debit_account_id = ledger_pending.account_id AND t.credit_account_id = ledger_pending.to_id
            THEN 1 ELSE 0 END = 1
    """,
    needed=_by_kind({kind: text(state) for kind, state in NEEDED_STATE.items()}),
)
"""Compare and set: a pending that somebody else has moved on meanwhile, or that stands between other accounts, is not
touched, and the count falls short. The accounts stand in a CASE so that PostgreSQL finds a pending by its transfer:
before it knows the new rows it would look through all pendings of the account for each, 18 s for 20,000."""

MOVE_SUMS = fill(
    """
    UPDATE ledger_account SET
        debits_pending = ledger_account.debits_pending + moved.debits_pending,
        debits_posted = ledger_account.debits_posted + moved.debits_posted,
        credits_pending = ledger_account.credits_pending + moved.credits_pending,
        credits_posted = ledger_account.credits_posted + moved.credits_posted,
        uncovered = ledger_account.uncovered + moved.uncovered,
        version = ledger_account.version + moved.entries
    FROM (
        SELECT account_id, SUM(debits_pending) AS debits_pending, SUM(debits_posted) AS debits_posted,
            SUM(credits_pending) AS credits_pending, SUM(credits_posted) AS credits_posted,
            SUM(uncovered) AS uncovered, COUNT(*) AS entries,
            MAX(promises) AS promises, MAX(asks) AS asks
        FROM ({legs}) AS leg GROUP BY account_id
    ) AS moved
    WHERE moved.account_id = ledger_account.code
        AND (moved.promises = 0 OR ledger_account.uncovered = 0)
        AND (moved.asks = 0 OR NOT EXISTS (
            SELECT 1 FROM ledger_account AS short
            WHERE short.code = substr(ledger_account.code, 1, length(ledger_account.code) - 4) || 'shortfall'
                AND ledger_account.kind = 'held' AND short.debits_posted > short.credits_posted
        ))
    """,
    legs=LEGS,
)
"""One row per account. Of which more is asked while it has uncovered promises or a shortfall, that is not touched."""

INSERT_ENTRIES = fill(
    """
    INSERT INTO ledger_entry (transfer_id, account_id, side, version,
        debits_pending, debits_posted, credits_pending, credits_posted)
    SELECT leg.transfer_id, leg.account_id, leg.side,
        account.version - COUNT(*) OVER later,
        account.debits_pending - COALESCE(SUM(leg.debits_pending) OVER later, 0),
        account.debits_posted - COALESCE(SUM(leg.debits_posted) OVER later, 0),
        account.credits_pending - COALESCE(SUM(leg.credits_pending) OVER later, 0),
        account.credits_posted - COALESCE(SUM(leg.credits_posted) OVER later, 0)
    FROM ({legs}) AS leg JOIN ledger_account AS account ON account.code = leg.account_id
    WINDOW later AS (
        PARTITION BY leg.account_id ORDER BY leg.place DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
    """,
    legs=LEGS,
)
"""The sums after each transfer are those of the account now, less what the later transfers of the act add."""

INSERT_PENDINGS = """
    INSERT INTO ledger_pending (transfer_id, account_id, to_id, state, "left")
    SELECT id, debit_account_id, credit_account_id, 'pending', amount
    FROM ledger_transfer WHERE event_id = %s AND kind = 'pending'
"""
