"""Every phrase of an explanation, in English and Arabic, by its name."""

from sanad.engine.rules.words.catalogue.answers import ANSWERS
from sanad.engine.rules.words.catalogue.clocks import CLOCKS
from sanad.engine.rules.words.catalogue.conditions import CONDITIONS
from sanad.engine.rules.words.catalogue.expressions import EXPRESSIONS, GROUPS
from sanad.engine.rules.words.catalogue.forms import FORMS
from sanad.engine.rules.words.catalogue.funds import FUNDS
from sanad.engine.rules.words.catalogue.head import HEAD
from sanad.engine.rules.words.catalogue.phrase import Phrases
from sanad.engine.rules.words.catalogue.plain import PLAIN
from sanad.engine.rules.words.catalogue.sums import SUMS
from sanad.engine.rules.words.catalogue.why import WHY

PHRASES: Phrases = {
    **PLAIN, **CONDITIONS, **EXPRESSIONS, **GROUPS, **HEAD, **ANSWERS, **WHY, **SUMS, **FUNDS, **FORMS, **CLOCKS,
}  # fmt: skip
