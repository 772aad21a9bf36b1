"""What the database refuses by itself of witnesses where a condition looks beyond its own row."""

from sanad.record.guards import Guard

HAS_NO_CONSENT = """
NOT EXISTS (
    SELECT 1 FROM witnesses_lodged l JOIN witnesses_consent c ON c.identity_id = l.identity_id
    WHERE l.id = NEW.lodged_id AND c.use = 'statement' AND c.withdrawn_at IS NULL)
OR EXISTS (
    SELECT 1 FROM witnesses_lodged l JOIN witnesses_withdrawal w ON w.identity_id = l.identity_id
    WHERE l.id = NEW.lodged_id)
"""
STILL_COUNTS = """
NOT EXISTS (
    SELECT 1 FROM witnesses_lodged l JOIN witnesses_withdrawal w ON w.identity_id = l.identity_id
    WHERE l.id = OLD.lodged_id AND w.done_at IS NOT NULL)
"""
GUARDS = (
    Guard("witnesses_takenup", "INSERT", "the witness has not agreed, or has withdrawn", HAS_NO_CONSENT),
    Guard("witnesses_trace", "UPDATE", "what answers are counted by is never changed", "1 = 1"),
    Guard("witnesses_trace", "DELETE", "it is counted until the witness withdraws", STILL_COUNTS),
)
