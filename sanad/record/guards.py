"""What the database refuses by itself where a condition looks beyond its own row; the same on both databases."""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from sanad.record.kinds import DECIDED, PERSONS, SILENT, Authenticity, Level, Order, StatementKind, Verbatim
from sanad.sheets.sql import fill, name, text, texts


@dataclass(frozen=True, slots=True)
class Guard:
    """`refused_when` is a condition on the row NEW (and OLD) of `table`; `says` is what was wrong."""

    table: str
    verb: str
    says: str
    refused_when: str

    @property
    def trigger(self) -> str:
        return f"{self.table}_{self.verb.lower()}_guard"


# A paragraph that the next one goes on with opens its marks and does not close them.
OPENING, CLOSING = texts("“\"«‘'„‹「"), texts("”\"»’'“›」")
BEFORE = texts([Order.BEFORE, Order.REPLIES_TO])

SPAN_IS_IN_ITS_TEXT = """
NOT EXISTS (
    SELECT 1 FROM record_textlayer l WHERE l.id = NEW.layer_id AND NEW."end" <= l.length
    AND substr(l.text, CAST(NEW.start + 1 AS integer), CAST(NEW."end" - NEW.start AS integer)) = NEW.exact
    AND substr(l.text, CAST(CASE WHEN NEW.start > 32 THEN NEW.start - 31 ELSE 1 END AS integer),
               CAST(CASE WHEN NEW.start > 32 THEN 32 ELSE NEW.start END AS integer)) = NEW.prefix
    AND substr(l.text, CAST(NEW."end" + 1 AS integer), 32) = NEW.suffix
)
"""
IS_SEALED = """
EXISTS (SELECT 1 FROM record_capture c JOIN record_textlayer l ON l.capture_id = c.id
        WHERE l.id = {layer} AND c.sealed_at IS NOT NULL)
"""
SPAN_ONLY_CLOSES = """
NOT (NEW.exact IS NULL AND NEW.id = OLD.id AND NEW.layer_id = OLD.layer_id AND NEW.start = OLD.start
     AND NEW."end" = OLD."end" AND {sealed})
"""
LAYER_IS_AS_LONG_AS_IT_SAYS = """
NEW.text IS NULL OR length(NEW.text) <> NEW.length
OR (NEW.made_from_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_textlayer l WHERE l.id = NEW.made_from_id AND l.capture_id = NEW.capture_id))
"""
LAYER_ONLY_CLOSES_OR_IS_REPLACED = """
NEW.id <> OLD.id OR NEW.capture_id <> OLD.capture_id OR NEW.sha256 <> OLD.sha256 OR NEW.length <> OLD.length
OR NEW.producer <> OLD.producer OR NEW.producer_version <> OLD.producer_version OR NEW.language <> OLD.language
OR NEW.made_at <> OLD.made_at OR coalesce(NEW.made_from_id, 0) <> coalesce(OLD.made_from_id, 0)
OR CAST(NEW.params AS text) <> CAST(OLD.params AS text)
OR (OLD.replaced_by_id IS NOT NULL AND coalesce(NEW.replaced_by_id, 0) <> OLD.replaced_by_id)
OR (coalesce(NEW.text, '') <> coalesce(OLD.text, '') AND NOT (NEW.text IS NULL AND {sealed}))
"""
SEGMENT_LIES_IN_ITS_TEXT = """
NOT EXISTS (SELECT 1 FROM record_textlayer l WHERE l.id = NEW.layer_id AND NEW."end" <= l.length)
OR (NEW.within_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_segment s WHERE s.id = NEW.within_id AND s.layer_id = NEW.layer_id
    AND s.start <= NEW.start AND NEW."end" <= s."end"))
OR (NEW.duplicate_of_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_segment s WHERE s.id = NEW.duplicate_of_id AND s.layer_id = NEW.layer_id))
"""
WORK_IS_A_PART_OF_ITS_CAPTURE = """
NEW.segment_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_segment s JOIN record_textlayer l ON l.id = s.layer_id
    WHERE s.id = NEW.segment_id AND l.capture_id = NEW.capture_id)
"""
HOP_GOES_UP = """
NEW.parent_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_node p, record_node c
    WHERE p.id = NEW.parent_id AND c.id = NEW.child_id AND p.rank < c.rank)
"""
NODE_KEEPS_ITS_ORDER = """
NEW.id <> OLD.id OR NEW.kind <> OLD.kind
OR EXISTS (SELECT 1 FROM record_transmission t JOIN record_node p ON p.id = t.parent_id
           WHERE t.child_id = NEW.id AND p.rank >= NEW.rank)
OR EXISTS (SELECT 1 FROM record_transmission t JOIN record_node c ON c.id = t.child_id
           WHERE t.parent_id = NEW.id AND c.rank <= NEW.rank)
"""
ORDER_GOES_ON = """
NEW.relation IN ({before}) AND NOT EXISTS (
    SELECT 1 FROM record_place a, record_place b
    WHERE a.statement_id = NEW.first_id AND b.statement_id = NEW.then_id AND a.rank < b.rank)
"""
PLACE_KEEPS_ITS_ORDER = """
NEW.statement_id <> OLD.statement_id
OR EXISTS (SELECT 1 FROM record_eventorder o JOIN record_place a ON a.statement_id = o.first_id
           WHERE o.then_id = NEW.statement_id AND o.relation IN ({before}) AND a.rank >= NEW.rank)
OR EXISTS (SELECT 1 FROM record_eventorder o JOIN record_place b ON b.statement_id = o.then_id
           WHERE o.first_id = NEW.statement_id AND o.relation IN ({before}) AND b.rank <= NEW.rank)
"""
STATEMENT_STANDS_IN_A_HELD_TEXT = """
NOT EXISTS (
    SELECT 1 FROM record_span s JOIN record_textlayer l ON l.id = s.layer_id
    JOIN record_work w ON w.capture_id = l.capture_id JOIN record_account a ON a.work_id = w.id
    WHERE s.id = NEW.content_id AND a.id = NEW.account_id)
OR NOT EXISTS (
    SELECT 1 FROM record_transmission t JOIN record_account a ON a.node_id = t.child_id WHERE a.id = NEW.account_id)
OR EXISTS (
    SELECT 1 FROM record_span s JOIN record_segment g ON g.layer_id = s.layer_id
    WHERE s.id = NEW.content_id AND g.kind IN ({silent}) AND g.start < s."end" AND s.start < g."end")
OR (NEW.kind IN ({marked}) AND NOT NEW.is_labelled AND NOT EXISTS (
    SELECT 1 FROM record_span s WHERE s.id = NEW.content_id AND length(s.exact) > 2
    AND substr(s.exact, 1, 1) IN ({opening})
    AND (substr(s.exact, length(s.exact), 1) IN ({closing}) OR s.suffix = '' OR substr(s.suffix, 1, 1) = {line})))
OR (NEW.kind = {nested} AND NOT EXISTS (
    SELECT 1 FROM record_statement p JOIN record_span o ON o.id = p.content_id, record_span i
    WHERE p.id = NEW.parent_id AND i.id = NEW.content_id AND o.layer_id = i.layer_id
    AND o.start <= i.start AND i."end" <= o."end" AND o.id <> i.id))
OR (NEW.verbatim = {heard} AND NOT EXISTS (
    SELECT 1 FROM record_textlayer l JOIN record_capture c ON c.id = l.capture_id
    WHERE l.id = NEW.recording_id AND c.method = 'audio'))
"""
PART_LIES_IN_ITS_STATEMENT = """
NOT EXISTS (
    SELECT 1 FROM record_statement t JOIN record_span o ON o.id = t.content_id, record_span i
    WHERE t.id = NEW.statement_id AND i.id = NEW.span_id AND o.layer_id = i.layer_id
    AND o.start <= i.start AND i."end" <= o."end")
"""
PARTS_DO_NOT_OVERLAP = """
OR EXISTS (
    SELECT 1 FROM record_statementpart p JOIN record_span o ON o.id = p.span_id, record_span i
    WHERE p.statement_id = NEW.statement_id AND i.id = NEW.span_id AND o.start < i."end" AND i.start < o."end")
"""
MENTION_STAYS_IN_THE_ARTICLE = """
NEW.agent_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM record_agent a JOIN record_segment g ON g.id = a.within_id, record_span s
    WHERE a.id = NEW.agent_id AND s.id = NEW.span_id
    AND NOT (s.layer_id = g.layer_id AND g.start <= s.start AND s."end" <= g."end"))
"""
MENTION_IS_DECIDED_ONCE = "OLD.state <> 'proposed' OR NEW.span_id <> OLD.span_id OR " + MENTION_STAYS_IN_THE_ARTICLE
PROPOSAL_IS_OF_A_STANDING_TEXT = """
NOT EXISTS (SELECT 1 FROM record_textlayer l
            WHERE l.id = NEW.layer_id AND NEW."end" <= l.length AND l.replaced_by_id IS NULL)
OR (NEW.undoes_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM record_proposal p WHERE p.id = NEW.undoes_id AND p.state IN ({decided}) AND p.kind = NEW.kind
    AND p.layer_id = NEW.layer_id AND p.start = NEW.start AND p."end" = NEW."end"))
"""
PROPOSAL_IS_DECIDED_ONCE = """
NEW.layer_id <> OLD.layer_id OR NEW.kind <> OLD.kind OR NEW.start <> OLD.start
OR NEW."end" <> OLD."end" OR NEW.extractor_version <> OLD.extractor_version OR NEW.rule <> OLD.rule
OR coalesce(NEW.undoes_id, 0) <> coalesce(OLD.undoes_id, 0)
OR (CAST(NEW.payload AS text) = CAST(OLD.payload AS text) AND OLD.state <> 'open')
OR (CAST(NEW.payload AS text) <> CAST(OLD.payload AS text)
    AND NOT (CAST(NEW.payload AS text) = '{{}}' AND NEW.state = OLD.state AND {sealed}))
"""
TWO_PERSONS_SHOW = """
NEW.level <> {sealed} AND EXISTS (
    SELECT 1 FROM record_statement s WHERE s.id = NEW.statement_id AND s.confirmed_by_id = NEW.by_id)
"""
# Asked by another person, and answered, or not answered until the day that was given.
WAS_HEARD = """
EXISTS (
    SELECT 1 FROM record_replyasked q WHERE q.{about} AND q.by_id <> NEW.by_id
    AND (CAST(q.until AS text) < substr(CAST(NEW.at AS text), 1, 10)
         OR EXISTS (SELECT 1 FROM record_reply a WHERE a.asked_id = q.id)))
"""
PRIVATE_PERSON_IS_HEARD = """
OR (NEW.level <> {sealed} AND EXISTS (
        SELECT 1 FROM record_agent p WHERE p.id = NEW.agent_id AND p.is_private AND p.kind IN ({persons}))
    AND (NEW.legal_note = '' OR NOT {agent_heard}))
"""
DISPUTED_WORK_IS_HEARD = """
OR (NEW.level <> {sealed} AND EXISTS (
        SELECT 1 FROM record_statement s JOIN record_account a ON a.id = s.account_id
        JOIN record_work w ON w.id = a.work_id
        WHERE s.id = NEW.statement_id AND w.authenticity = {disputed} AND NOT {work_heard}))
"""
REPLY_COMES_AFTER = """
NOT EXISTS (SELECT 1 FROM record_replyasked q WHERE q.id = NEW.asked_id
            AND CAST(q.asked_date AS text) <= CAST(NEW.came_date AS text))
"""
VERSION_RESTS_ON_ITS_ACCOUNT = """
NOT EXISTS (SELECT 1 FROM record_version v JOIN record_statement s ON s.account_id = v.account_id
            WHERE v.id = NEW.version_id AND s.id = NEW.statement_id)
"""
STATEMENT_PARTS = {
    "silent": texts(SILENT),
    "marked": texts([StatementKind.DIRECT, StatementKind.NESTED]),
    "opening": OPENING,
    "closing": CLOSING,
    "line": text("\n"),
    "nested": text(StatementKind.NESTED),
    "heard": text(Verbatim.RECORDING_CHECKED),
}
HEARD = {
    "sealed": text(Level.SEALED),
    "persons": texts(PERSONS),
    "disputed": text(Authenticity.DISPUTED),
    "agent_heard": fill(WAS_HEARD, about="agent_id = NEW.agent_id"),
    "work_heard": fill(WAS_HEARD, about="work_id = w.id"),
}
SEALED_LAYER, SEALED_SPAN = fill(IS_SEALED, layer="NEW.id"), fill(IS_SEALED, layer="NEW.layer_id")

GUARDS = (
    Guard("record_span", "INSERT", "the words do not stand there in the text", SPAN_IS_IN_ITS_TEXT),
    Guard("record_span", "UPDATE", "a place in a text is never changed", fill(SPAN_ONLY_CLOSES, sealed=SEALED_SPAN)),
    Guard("record_span", "DELETE", "a place in a text is never deleted", "1 = 1"),
    Guard("record_textlayer", "INSERT", "the text is not as long as it says", LAYER_IS_AS_LONG_AS_IT_SAYS),
    Guard(
        "record_textlayer",
        "UPDATE",
        "a text is never changed",
        fill(LAYER_ONLY_CLOSES_OR_IS_REPLACED, sealed=SEALED_LAYER),
    ),
    Guard("record_textlayer", "DELETE", "a text is never deleted", "1 = 1"),
    Guard("record_segment", "INSERT", "the part lies outside of its text", SEGMENT_LIES_IN_ITS_TEXT),
    Guard("record_work", "INSERT", "the part is of another capture", WORK_IS_A_PART_OF_ITS_CAPTURE),
    Guard("record_transmission", "INSERT", "a telling cannot come from itself", HOP_GOES_UP),
    Guard("record_node", "UPDATE", "a telling cannot come from itself", NODE_KEEPS_ITS_ORDER),
    Guard("record_node", "DELETE", "a link of a chain is never deleted", "1 = 1"),
    Guard("record_eventorder", "INSERT", "it cannot come before itself", fill(ORDER_GOES_ON, before=BEFORE)),
    Guard("record_place", "UPDATE", "it cannot come before itself", fill(PLACE_KEEPS_ITS_ORDER, before=BEFORE)),
    Guard(
        "record_statement",
        "INSERT",
        "the statement does not stand as it should in a held text",
        fill(STATEMENT_STANDS_IN_A_HELD_TEXT, **STATEMENT_PARTS),
    ),
    Guard(
        "record_statementpart",
        "INSERT",
        "the part does not lie in its statement, or overlaps another",
        PART_LIES_IN_ITS_STATEMENT + PARTS_DO_NOT_OVERLAP,
    ),
    Guard("record_figure", "INSERT", "the sum does not stand in its statement", PART_LIES_IN_ITS_STATEMENT),
    Guard("record_mention", "INSERT", "whoever has no full name stays in the article", MENTION_STAYS_IN_THE_ARTICLE),
    Guard("record_mention", "UPDATE", "a mention is decided once", MENTION_IS_DECIDED_ONCE),
    Guard(
        "record_proposal",
        "INSERT",
        "the text was replaced, or what it undoes was not decided",
        fill(PROPOSAL_IS_OF_A_STANDING_TEXT, decided=texts(DECIDED)),
    ),
    Guard(
        "record_proposal",
        "UPDATE",
        "a proposal is decided once",
        fill(PROPOSAL_IS_DECIDED_ONCE, sealed=SEALED_SPAN),
    ),
    Guard("record_proposal", "DELETE", "a proposal is never deleted", "1 = 1"),
    Guard(
        "record_disclosure",
        "INSERT",
        "a second person shows it, and only after whoever is spoken of was heard",
        fill(TWO_PERSONS_SHOW + PRIVATE_PERSON_IS_HEARD + DISPUTED_WORK_IS_HEARD, **HEARD),
    ),
    Guard("record_reply", "INSERT", "nobody answers before being asked", REPLY_COMES_AFTER),
    Guard("record_versionstatement", "INSERT", "the statement is of another account", VERSION_RESTS_ON_ITS_ACCOUNT),
)

SQLITE = """
CREATE TRIGGER {trigger} BEFORE {verb} ON {table} FOR EACH ROW
BEGIN SELECT RAISE(ABORT, {says}) WHERE {refused_when}; END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
IF {refused_when} THEN RAISE EXCEPTION USING MESSAGE = {says}, ERRCODE = '23514'; END IF;
RETURN {row};
END $$
"""
POSTGRES = "CREATE TRIGGER {trigger} BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION {trigger}()"
DROP = {"sqlite": "DROP TRIGGER IF EXISTS {trigger}", "postgresql": "DROP TRIGGER IF EXISTS {trigger} ON {table}"}


def guard(connection: BaseDatabaseWrapper, one: Guard) -> None:
    """Install it anew: a migration that remakes a table on SQLite drops its triggers without a word."""
    parts = {
        "trigger": name(one.trigger),
        "table": name(one.table),
        "verb": one.verb,
        "says": text(one.says),
        "refused_when": one.refused_when,
        "row": "OLD" if one.verb == "DELETE" else "NEW",
    }
    makers = [POSTGRES_FUNCTION, POSTGRES] if connection.vendor == "postgresql" else [SQLITE]
    with connection.cursor() as cursor:
        for statement in (DROP[connection.vendor], *makers):
            cursor.execute(fill(statement, **parts))
