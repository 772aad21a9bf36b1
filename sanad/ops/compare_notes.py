"""What must be known before the figures of a comparison are read, as sentences in one language."""

from collections.abc import Callable, Iterator

from sanad.caseload.comparing.comparing import Comparison
from sanad.caseload.comparing.sides import Side
from sanad.engine.rules.words.pen import Pen
from sanad.engine.rules.words.speech import Speech
from sanad.ops.compare_words import say
from sanad.ops.programme_words import Language


def rows_in_words(comparison: Comparison, lang: Language) -> str:
    pen, rows = Pen(lang.value, comparison.a.programme.currency), comparison.rows
    counts = {name: pen.number(getattr(rows, name)) for name in ("given", "both", "only_a", "only_b", "neither")}
    return say(lang, "given_rows", file=pen.foreign(comparison.a.meta["input"]["file"]), **counts)


def notes(comparison: Comparison, lang: Language) -> Iterator[str]:
    if comparison.a.meta["generated"] or comparison.b.meta["generated"]:
        yield say(lang, "generated")
    if not comparison.is_one_money:
        yield say(lang, "apart", a=comparison.a.programme.currency, b=comparison.b.programme.currency)
    for phrase, gap, facts in (("not_operative", "status", _status), ("assumed_in", "facts", _assumptions),
                               ("missing_in", "facts", _missing)):  # fmt: skip
        for side, text in _by_side(comparison, facts, lang):
            yield say(lang, phrase, side=say(lang, side), **{gap: text})


def _by_side(
    comparison: Comparison, facts: Callable[[Side, Language], str], lang: Language
) -> Iterator[tuple[str, str]]:
    """What there is to say of each side, once where it is the same of both."""
    a, b = (facts(side, lang) for side in (comparison.a, comparison.b))
    told = {"both": a} if a == b else {"a": a, "b": b}
    yield from ((side, text) for side, text in told.items() if text)


def _status(side: Side, lang: Language) -> str:
    status = side.programme.status
    return "" if status == "operative" else say(lang, f"status_{status}")


def _assumptions(side: Side, lang: Language) -> str:
    speech = Speech.of(side.rules, lang.value)
    told = [_assumed(speech, field, value) for field, value in side.meta["assumptions"].items()]
    told += [_field(speech, field) for field in side.meta["assumed_by_generator"]]
    return speech.pen.joined(told)


def _missing(side: Side, lang: Language) -> str:
    speech = Speech.of(side.rules, lang.value)
    return speech.pen.joined([_field(speech, field) for field in sorted(side.unstated)])


def _field(speech: Speech, name: str) -> str:
    known = name in speech.rules.fields
    return speech.say("quoted", text=speech.field(name) if known else speech.pen.reference(name))


def _assumed(speech: Speech, field: str, value: object) -> str:
    text = speech.say("yes" if value else "no") if isinstance(value, bool) else speech.pen.foreign(str(value))
    return speech.say("is_value", name=_field(speech, field), value=text)
