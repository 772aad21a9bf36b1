"""The texts of pages: `make messages` collects them into each room's catalogue.

Pure Python (Babel and Django's own reading of templates), so nobody needs the gettext programs. An msgid is the English
text; `locale/ar/LC_MESSAGES/django.po` of the room that says it holds the Arabic.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sanad"
TEMPLATES = PACKAGE / "web/templates"
LANGUAGE = "ar"
ROOM_OF_TEMPLATES = {
    "office": "web/office",
    "family": "web/family",
    "public": "web/public",
    "desk": "web/desk",
}  # all others: web/shared
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
HEADER = "# Arabic of this room's pages, collected by `make messages`. The words are those of docs/glossary.md."

MANY = "n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5"
PLURALS = f"nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : {MANY};"
"""None, one, two, few, many, hundreds: the order of Django's own Arabic."""

Found = tuple[str | tuple[str, str], str | None]


def catalogue_path(room: Path) -> Path:
    return room / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def room_of(path: Path) -> Path:
    """The room that says the texts of this file: of a module the app around it, of a template its site."""
    if path.is_relative_to(TEMPLATES):
        return PACKAGE / ROOM_OF_TEMPLATES.get(path.relative_to(TEMPLATES).parts[0], "web/shared")
    return next(parent for parent in path.parents if (parent / "apps.py").exists() or parent == PACKAGE)


def texts_of(path: Path) -> Iterator[Found]:
    """Each text with its plural and its context."""
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What Django makes of a template is read as Python, to which the indentation of HTML means nothing good.
        source = "\n".join(line.lstrip() for line in templatize(source, origin=path.name).splitlines())
    elif "django.utils.translation" not in source:
        return
    for _line, message, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield message, context


def speaking_files() -> list[Path]:
    modules = [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]
    return sorted([*modules, *TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.txt")])


def collected() -> dict[Path, dict[Found, set[str]]]:
    """By room, every text with the files that say it."""
    rooms: dict[Path, dict[Found, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in speaking_files():
        for found in texts_of(path):
            rooms[room_of(path)][found].add(path.relative_to(ROOT).as_posix())
    return rooms


def kept(path: Path) -> Catalog:
    if not path.exists():
        return Catalog(locale=LANGUAGE)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def renewed(path: Path, texts: dict[Found, set[str]]) -> Catalog:
    """The catalogue with these texts only: what has its Arabic keeps it, and what nobody says is gone."""
    old, new = kept(path), Catalog(locale=LANGUAGE, charset="utf-8", fuzzy=False, header_comment=HEADER)
    for (message, context), places in texts.items():
        before = old.get(message if isinstance(message, str) else message[0], context)
        new.add(message, before.string if before else "", [(place, 0) for place in sorted(places)], context=context)
    return new


def collect() -> None:
    for room, texts in collected().items():
        path = catalogue_path(room)
        catalogue = renewed(path, texts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(catalogue), encoding="utf-8")
        told = f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {len(untranslated(catalogue))} without Arabic\n"
        sys.stdout.write(told)


def written(catalogue: Catalog) -> str:
    """Without a date and without lines, so that two people's additions merge."""
    output = BytesIO()
    write_po(output, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=True)
    lines = [f"Language: {LANGUAGE}", "Content-Type: text/plain; charset=utf-8", f"Plural-Forms: {PLURALS}"]
    head = "\n".join([HEADER, 'msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines)])
    return f"{head}\n\n{output.getvalue().decode()}"


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that still lack their Arabic, or one of its plural forms."""
    texts = [message for message in catalogue if message.id]
    told = [message.string if message.pluralizable else (message.string,) for message in texts]
    return [str(message.id) for message, strings in zip(texts, told, strict=True) if not all(strings)]


if __name__ == "__main__":
    collect()
