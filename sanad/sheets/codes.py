"""Texts read as booleans, codes and ids in SQL: the value as text, or `!` and what is wrong."""

from collections.abc import Iterable, Mapping

from sanad.sheets.sql import mapped, texts
from sanad.sheets.texts import FAULT, NOT_EXACT, plain, spreadsheet_error

TRUE = ("true", "yes", "1", "نعم", "oui")
FALSE = ("false", "no", "0", "لا", "non")
LONGEST_ID = 200


def code_text(cell: str, known: Iterable[str]) -> str:
    """`known` are texts in small letters that are codes as they stand."""
    return plain(cell, f"lower({cell}) in ({texts(known)})")


def read_boolean(cell: str) -> str:
    return (
        f"case when {cell} is null then null when lower({cell}) in ({texts(TRUE)}) then 'true' "
        f"when lower({cell}) in ({texts(FALSE)}) then 'false' else {_fault(cell, 'not_a_boolean')} end"
    )


def read_code(cell: str, codes: Iterable[str]) -> str:
    """One of the codes, exactly or but for upper and lower case."""
    known = sorted(codes)
    folded = {code.lower(): code for code in known}
    alone = {low: code for low, code in folded.items() if sum(other.lower() == low for other in known) == 1}
    otherwise = mapped(f"lower({cell})", alone, _fault(cell, "not_an_option"))
    return f"case when {cell} is null then null when {cell} in ({texts(known)}) then {cell} else {otherwise} end"


def read_mapped(cell: str, values: Mapping[str, str]) -> str:
    """The value that a mapping gives for the text; its keys are in small letters."""
    return f"case when {cell} is null then null else {mapped(f'lower({cell})', values, _fault(cell, 'not_mapped'))} end"


def id_fault(cell: str) -> str:
    """What is wrong with an id that is there."""
    return (
        f"case when {spreadsheet_error(cell)} then 'spreadsheet_error' "
        f"when starts_with({cell}, '{NOT_EXACT}') then 'not_exact' "
        f"when length({cell}) > {LONGEST_ID} or regexp_matches({cell}, '[[:cntrl:]]') then 'bad_id' end"
    )


def _fault(cell: str, code: str) -> str:
    return (
        f"case when {spreadsheet_error(cell)} then '{FAULT}spreadsheet_error' "
        f"when starts_with({cell}, '{NOT_EXACT}') then '{FAULT}not_exact' else '{FAULT}{code}' end"
    )
