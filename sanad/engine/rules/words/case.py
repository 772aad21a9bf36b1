"""All that the parts of one explanation share."""

from dataclasses import dataclass, replace

from sanad.engine.rules.decisions import Decision
from sanad.engine.rules.granting import granted
from sanad.engine.rules.interpreter import Interpreter
from sanad.engine.rules.typed_rules import TypedGate
from sanad.engine.rules.words.citing import Citations
from sanad.engine.rules.words.context import Context
from sanad.engine.rules.words.facts import FactRows
from sanad.engine.rules.words.speech import Speech
from sanad.engine.rules.words.steps import Steps
from sanad.engine.rules.words.teller import Teller


@dataclass(frozen=True, slots=True)
class Case:
    """One decision, being told in one language."""

    speech: Speech
    decision: Decision
    context: Context
    run: Interpreter
    cite: Citations
    steps: Steps
    facts: FactRows

    @classmethod
    def of(cls, speech: Speech, decision: Decision, context: Context, run: Interpreter) -> "Case":
        cite, run = Citations(speech), replace(run, granted=granted)
        return cls(speech, decision, context, run, cite, Steps(cite), FactRows(context.assumed))

    @property
    def teller(self) -> Teller:
        return Teller.of_claim(self.speech, self.run, self.decision.claim)

    def teller_of(self, gate: TypedGate) -> Teller:
        return self.teller.at(gate.declared.level)

    def held(self, gates: tuple[TypedGate, ...], kind: str) -> list[TypedGate]:
        """The gates of this kind whose condition holds."""
        return [
            gate for gate in gates if gate.declared.kind == kind and self.teller_of(gate).found(gate.when)[0] is True
        ]
