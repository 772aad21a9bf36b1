"""Why the record refuses something. Each code has its sentence in both languages where a person meets it."""


class RecordRefused(Exception):
    """`code` says what is wrong; `facts` name what it is about: references and numbers, never words of a page."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts
