"""Rules over several claims in words: rivals, ceilings that claims share, and setting off."""

from collections.abc import Iterator

from sanad.engine.rules.levels import CLAIM
from sanad.engine.rules.typed_rules import TypedRival, TypedSetOff, TypedShared
from sanad.ops.programme_order import STEP
from sanad.ops.programme_show import ProgrammeWords


def rival_in_words(words: ProgrammeWords, rival: TypedRival) -> Iterator[str]:
    own = rival.declared
    yield "- " + words.say("refuse", code=own.code, says=own.says[words.language])
    level, keys = words.level(own.group), words.keys(own.by, rival.keys)
    yield STEP + words.say(f"rival_{own.counts}", level=level, most=own.at_most, keys=keys)
    yield from words.expression("rival_among", own.among)
    if own.counts == "filing":
        yield STEP + words.say(f"refused_{own.refused}")
    yield STEP + words.say("undecided_skip" if own.undecided == "skip" else "undecided_before")
    if own.change:
        yield STEP + words.say("change", change=own.change[words.language])
    yield from words.period(own.since, own.until)
    yield from words.sourced(own.source)


def shared_in_words(words: ProgrammeWords, shared: TypedShared) -> Iterator[str]:
    own = shared.declared
    parts = {"lines": words.lines_named(own.lines), "level": words.level(own.level), "text": words.told(own.amount)}
    yield "- " + words.say("shared", label=own.label[words.language], **parts)
    yield from words.expression("when", own.when)
    yield STEP + words.say(f"shared_{own.sharing}", keys=words.keys(own.by, shared.keys))
    waiting = "undecided_before" if own.sharing == "in_order" else "undecided_other"
    yield STEP + words.say("undecided_skip" if own.undecided == "skip" else waiting)
    yield from words.sourced(own.source)


def set_off_in_words(words: ProgrammeWords, rule: TypedSetOff) -> Iterator[str]:
    own = rule.declared
    sentence = "set_off_claim" if own.level == CLAIM else "set_off"
    yield "- " + words.say(sentence, label=own.label[words.language], level=words.level(own.level))
    yield STEP + words.say("set_off_lines", lines=words.lines_named(own.lines))
    yield STEP + words.say("set_off_keys", keys=words.keys(own.by, rule.keys))
    yield from words.expression("set_off_most", own.at_most)
    yield from words.sourced(own.source)
