"""What a strictly read file is made of: scalars, blocks and items, each with its line."""

from sanad.rulebook.reading.scalars import Scalar


class Block(dict[Scalar, "Node"]):
    """A mapping that knows its file, its line and the line of each key."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file = file
        self.line = line
        self.lines: dict[Scalar, int] = {}


class Items(list["Node"]):
    """A list that knows its file, its line and the line of each item."""

    def __init__(self, file: str, line: int) -> None:
        super().__init__()
        self.file = file
        self.line = line
        self.lines: list[int] = []


Node = Scalar | Block | Items
