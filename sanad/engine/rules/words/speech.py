"""Names and values of one rule set in one language, by their declared labels."""

from dataclasses import dataclass
from datetime import date

from sanad.engine.rules.declared import Words
from sanad.engine.rules.ruleset import RuleSet
from sanad.engine.rules.tree import Fact, Lookup, Node, Ref
from sanad.engine.rules.types import Number, Value
from sanad.engine.rules.words.catalogue.plain import MEMBERS
from sanad.engine.rules.words.pen import Pen


@dataclass(frozen=True, slots=True)
class Speech:
    rules: RuleSet
    pen: Pen

    @classmethod
    def of(cls, rules: RuleSet, language: str) -> "Speech":
        return cls(rules, Pen(language, rules.declared.currency))

    def say(self, phrase: str, **gaps: object) -> str:
        return self.pen.say(phrase, **gaps)

    # names

    def field(self, name: str) -> str:
        return self.pen.words(self.rules.fields[name].declared.label)

    def definition(self, name: str) -> Words:
        return next(known.label for known in self.rules.declared.definitions if known.name == name)

    def value(self, name: str) -> str:
        return self.pen.quoted(self.rules.values[name].declared.label)

    def line(self, name: str) -> str:
        return self.pen.words(self.rules.line(name).declared.label)

    def level(self, name: str) -> str:
        return self.pen.quoted(next(level.label for level in self.rules.levels.declared if level.name == name))

    def members(self, level: str) -> str:
        """The things of a level, as many: by their own noun where there is one."""
        known = MEMBERS.get(level)
        return known[self.pen.language] if known else self.say("other_members", level=self.level(level))

    def name(self, node: Fact | Ref | Lookup) -> str:
        if isinstance(node, Fact):
            return self.pen.quoted(self.rules.fields[node.name].declared.label)
        return self.pen.quoted(self.definition(node.name)) if isinstance(node, Ref) else self.value(node.value)

    # values

    def shown(self, value: Value, node: Node) -> str:
        """The value of a node: numbers with their unit, codes by their label, days in words."""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, int):
            assert isinstance(node.type, Number)
            return self.pen.quantity(value, node.type)
        return self.pen.day(value) if isinstance(value, date) else self.option(value, node)

    def said(self, value: Value, node: Node) -> str:
        """The value within a sentence: the label of an option stands in quotation marks there."""
        shown = self.shown(value, node)
        return self.say("quoted", text=shown) if isinstance(value, str) else shown

    def option(self, code: str, node: Node) -> str:
        """The label of a code, as a field that the node reads declares it; else the code itself."""
        for part in self.rules.reads(node):
            declared = self.rules.fields[part.name].declared.options if isinstance(part, Fact) else ()
            for option in declared:
                if option.code == code:
                    return self.pen.words(option.label)
        return self.pen.reference(code.replace("_", " "))
