"""Why a link is refused; each code has its sentence in both languages in `saying.py`."""


class LinkRefused(Exception):
    """`code`: was_revised, is_linked, unknown_line, other_fund, no_claims, nothing_to_hold, has_ended."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts
