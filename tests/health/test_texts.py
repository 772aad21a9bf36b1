"""Every text of a page exists in Arabic, says the same, and keeps the voice of the house."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from tools.messages import TEMPLATES, catalogue_path, collected, kept, speaking_files, untranslated

GAP = re.compile(r"%\(\w+\)s|\{\w*\}|%[sd]")
ARABIC = re.compile(r"[\u0621-\u064a]")
NEVER_SAID = {
    "en": re.compile(
        r"please wait|\bsoon\b|as quickly as possible|unfortunately|until further notice|\bthe system\b|\binvalid\b"
        r"|are you sure|there is no funding",
        re.IGNORECASE,
    ),
    "ar": re.compile(
        r"يرجى الانتظار|قريباً|قريبًا|للأسف|حتى إشعار آخر|في أقرب وقت|بأسرع وقت|(?<!مدير )النظام|إدخال غير صالح"
        r"|لا يوجد تمويل|(?<!\w)تمّ?(?!\w)"
    ),
}
TURNED = re.compile(r"(?<![\w\u2066/-])\d+[-/]\d")
NUMBERED_AS_COUNT = re.compile(r"\{\{[^}]*(?:\bpk|_id)\|number")
STYLE = re.compile(r"\sstyle\s*=|<style|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


def catalogues() -> dict[Path, Catalog]:
    paths = [catalogue_path(room) for room in collected()]
    return {path: kept(path) for path in paths}


def texts() -> list[Message]:
    return [message for catalogue in catalogues().values() for message in catalogue if message.id]


def english(message: Message) -> list[str]:
    return list(message.id) if message.pluralizable else [message.id]


def arabic(message: Message) -> list[str]:
    return list(message.string) if message.pluralizable else [message.string]


def test_the_catalogues_hold_what_the_pages_say_and_nothing_else():
    said = {catalogue_path(room): {found[0] for found in texts} for room, texts in collected().items()}

    held = {path: {message.id for message in catalogue if message.id} for path, catalogue in catalogues().items()}

    assert said
    assert held == said, "run `make messages` and write the Arabic"


def test_every_text_has_its_arabic():
    missing = {str(path): untranslated(catalogue) for path, catalogue in catalogues().items()}
    latin = [message.id for message in texts() if not all(ARABIC.search(words) for words in arabic(message))]

    assert {path: texts for path, texts in missing.items() if texts} == {}
    assert latin == []


def test_both_languages_have_the_same_gaps():
    unlike = [message.id for message in texts() if gaps(english(message)[-1:]) != gaps(arabic(message)[-1:])]

    assert unlike == []


def gaps(words: list[str]) -> set[str]:
    return {gap for text in words for gap in GAP.findall(text)}


def test_one_text_has_one_arabic_wherever_it_is_said():
    told: dict[object, set[tuple[str, ...]]] = {}

    for message in texts():
        told.setdefault((message.context, message.id), set()).add(tuple(arabic(message)))

    assert [text for text, words in told.items() if len(words) > 1] == []


def test_no_text_breaks_the_voice_of_the_house():
    said = [(NEVER_SAID["en"], words) for message in texts() for words in english(message)]
    said += [(NEVER_SAID["ar"], words) for message in texts() for words in arabic(message)]

    assert [words for never, words in said if never.search(words)] == []


def test_templates_hold_no_style_and_no_script_of_their_own():
    found = [path.name for path in speaking_files() if path.suffix == ".html" and STYLE.search(path.read_text("utf-8"))]

    assert found == []


def test_templates_say_nothing_past_the_catalogues():
    both = {"500.html"}  # says everything in both languages, since it may not read the reader's
    pages = [path for path in TEMPLATES.rglob("*.html") if path.name not in both]

    arabic_inside = {path.name: ARABIC.findall(path.read_text("utf-8").replace("العربية", "")) for path in pages}

    assert [name for name, letters in arabic_inside.items() if letters] == []


def test_what_bears_a_number_is_called_by_it_without_commas():
    """A person copies it from the page; a count has its thousands parted, the number of a statement has not."""
    counted = {str(path): NUMBERED_AS_COUNT.findall(path.read_text()) for path in TEMPLATES.rglob("*.html")}

    assert counted
    assert {path: found for path, found in counted.items() if found} == {}


def test_a_day_in_digits_keeps_its_order_in_arabic():
    """After Arabic letters `2026-03-31` is drawn as 31-03-2026, unless signs of direction stand around it."""
    assert [message.id for message in texts() if any(TURNED.search(words) for words in arabic(message))] == []
