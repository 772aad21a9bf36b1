"""What is refused in a file's text before anything reads it: size, line length, hidden characters."""

from sanad.engine.rules.declared import Where
from sanad.engine.rules.problems import Problem, ProgrammeRefused

LARGEST_FILE = 1_000_000
LONGEST_LINE = 4_000
LARGEST_SHOWN = 40
INVISIBLE = {
    *range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0),
    0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
    *range(0xD800, 0xE000), 0xFFFE, 0xFFFF,
}  # fmt: skip
_FINDER = dict.fromkeys(INVISIBLE)


def refused(file: str, line: int, code: str, message: str, todo: str) -> ProgrammeRefused:
    return ProgrammeRefused([Problem(Where(file, line), code, message, todo)])


def decoded(content: bytes, file: str) -> str:
    """The file's text; UTF-8 only, a byte order mark is tolerated."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise refused(file, line, "not_utf8", "The file is not UTF-8.", "Save it again as UTF-8.") from error


def capped(text: str, file: str) -> str:
    """The text with line ends as LF. Raises ProgrammeRefused when it is too large or hides a character."""
    if len(text) > LARGEST_FILE:
        raise refused(file, 1, "too_large", f"The file has more than {LARGEST_FILE:,} characters.", "Divide it.")
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(plain.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            message = f"The line has more than {LONGEST_LINE:,} characters."
            raise refused(file, number, "line_too_long", message, "Break it into several lines.")
        _refuse_invisible(line, file, number)
    return plain


def _refuse_invisible(line: str, file: str, number: int) -> None:
    found = invisible(line)
    if found:
        message = f"The line holds the invisible character {found}."
        raise refused(file, number, "invisible_character", message, "Delete it; text direction is set by the page.")


def invisible(text: str) -> str:
    """The first control or direction character as U+XXXX, or nothing."""
    if len(text.translate(_FINDER)) == len(text):
        return ""
    return next(f"U+{ord(sign):04X}" for sign in text if ord(sign) in INVISIBLE)


def shown(text: str) -> str:
    """The text short enough for a message."""
    return text if len(text) <= LARGEST_SHOWN else text[:LARGEST_SHOWN] + "..."
