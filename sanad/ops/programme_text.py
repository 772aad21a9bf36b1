"""A whole programme in words, part after part."""

from collections.abc import Iterator

from sanad.engine.rules.ruleset import RuleSet
from sanad.ops.programme_shared import rival_in_words, set_off_in_words, shared_in_words
from sanad.ops.programme_show import ProgrammeWords
from sanad.ops.programme_words import Language


def programme_text(rules: RuleSet, language: Language, cases: int) -> Iterator[str]:
    """Line by line; `cases` is how many worked cases there are."""
    words, programme = ProgrammeWords(rules, language), rules.declared
    yield from words.head()
    yield from words.section("levels", words.levels())
    yield from words.section("values", words.dated_values())
    yield from words.section("gates", [line for gate in programme.gates for line in words.gate(gate)])
    yield from words.section("declines", [line for gate in programme.declines for line in words.gate(gate)])
    yield from words.section("definitions", words.definitions())
    yield from words.section("clocks", words.clocks())
    yield from words.section("lines", [text for line in programme.lines for text in words.line(line)])
    yield from words.section("choices", words.choices())
    yield from words.section("rivals", [text for rival in rules.rivals for text in rival_in_words(words, rival)])
    yield from words.section("limits", _limits(words))
    yield from words.section("order", words.order(programme.order) if programme.order else ())
    yield from words.section("sources", words.sources())
    yield from ("", words.say("cases", count=cases))


def _limits(words: ProgrammeWords) -> Iterator[str]:
    for limit in words.programme.ceilings:
        yield from words.limit("ceiling", limit)
    for shared in words.rules.shared_ceilings:
        yield from shared_in_words(words, shared)
    for limit in words.programme.deductions:
        yield from words.limit("deduction", limit)
    if words.rules.set_off:
        yield from set_off_in_words(words, words.rules.set_off)
