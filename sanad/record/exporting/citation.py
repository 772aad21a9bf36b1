"""The line by which a statement is cited: who, the words, the work, its day, the place, the chain, the proof."""

from datetime import date

from sanad.record.exporting.days import in_words
from sanad.record.exporting.told import End, Hop, Said, Source, Who
from sanad.record.exporting.words import HOPS, OUR_OWN, RETRACTED, WORDS

SHORT = 12
"""Signs of a hash that a line has; the whole hash stands in the bundle."""
ISOLATE, END = "\u2068", "\u2069"
"""Around words of any script within an Arabic line, so that each keeps its direction."""


def citation(said: Said, lang: str) -> str:
    """One line, in English or Arabic; the words and names stay in their own language."""
    parts = [_words(said, lang), WORDS["in_work"][lang].format(work=_work(said.telling.source, lang))]
    parts.append(
        _say("place", lang, start=str(said.place.start), end=str(said.place.end), text=said.place.layer[:SHORT])
    )
    if said.telling.hops:
        chain = (" ← " if lang == "ar" else " → ").join(_hop(hop, lang) for hop in said.telling.hops)
        parts.append(WORDS["told_by"][lang].format(chain=chain))
    parts.append(_proof(said.telling.source, lang))
    if said.retracted:
        how = "، " if lang == "ar" else ", "
        parts.append(WORDS["retracted"][lang].format(how=how.join(RETRACTED[kind][lang] for kind in said.retracted)))
    return " ".join(_ended(" ".join(part.split())) for part in parts)


def _ended(part: str) -> str:
    """With a full stop, unless the words end in one."""
    return part if part.rstrip(f"{END}”\"'’»").endswith((".", "?", "!", "؟")) else f"{part}."


def _words(said: Said, lang: str) -> str:
    phrase = "said" if said.is_in_marks else "in_other_words"
    return WORDS[phrase][lang].format(who=_speaker(said, lang), words=_apart(said.place.exact, lang))


def _speaker(said: Said, lang: str) -> str:
    """Whoever is only described is called so, and whoever nobody names is not given a name."""
    if said.speaker is None:
        return WORDS[said.speaker_status][lang]
    if said.speaker.is_described or said.speaker_status == "described":
        return _say("described", lang, name=said.speaker.name)
    return _apart(said.speaker.name, lang)


def _work(source: Source, lang: str) -> str:
    """Title, publisher, day."""
    comma = "، " if lang == "ar" else ", "
    day = in_words(source.published, lang) or WORDS["no_day"][lang]
    title = _apart(f"“{source.title}”", lang)
    return comma.join([title, *([_name(source.publisher, lang)] if source.publisher else []), day])


def _hop(hop: Hop, lang: str) -> str:
    """Where it leads, how it came there, from whom, and who concluded it where no text says so."""
    told = [HOPS[hop.kind][lang]]
    if hop.event:
        told.append(_say("of_event", lang, event=hop.event))
    if hop.by:
        told.append(WORDS["by"][lang].format(who=_name(hop.by, lang)))
    if hop.when:
        told.append(in_words(hop.when, lang))
    if not hop.is_stated and hop.concluded_on:
        told.append(_concluded(hop, hop.concluded_on, lang))
    semicolon = "؛ " if lang == "ar" else "; "
    return f"{_end(hop.child, lang)} ({semicolon.join(told)})"


def _concluded(hop: Hop, on: date, lang: str) -> str:
    who = WORDS["staff"][lang].format(number=hop.concluded_by.partition(":")[2])
    return WORDS["concluded"][lang].format(who=who, day=in_words(on.isoformat(), lang), why=_ours(hop.why, lang))


def _end(end: End, lang: str) -> str:
    return _ours(end.label, lang)


def _ours(label: str, lang: str) -> str:
    return OUR_OWN[label] if lang == "ar" and label in OUR_OWN else _apart(label, lang)


def _proof(source: Source, lang: str) -> str:
    told = [_say("capture", lang, hash=source.capture[:SHORT])] if source.capture else []
    if source.retrieved:
        told.append(WORDS["retrieved"][lang].format(day=in_words(source.retrieved.isoformat(), lang)))
    if source.url:
        told.append(_apart(source.url, lang))
    return ("، " if lang == "ar" else ", ").join(told)


def _name(who: Who, lang: str) -> str:
    return _apart(who.name, lang) if who.name else WORDS["not_shown"][lang]


def _say(phrase: str, lang: str, **gaps: str) -> str:
    return WORDS[phrase][lang].format(**{gap: _apart(text, lang) for gap, text in gaps.items()})


def _apart(text: str, lang: str) -> str:
    return f"{ISOLATE}{text}{END}" if lang == "ar" else text
