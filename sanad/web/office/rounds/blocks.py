"""The parts of an explanation, made ready for a template: parts under their headings."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sanad.engine.rules.words.blocks import Figures, Heading, Listing, Paragraph, Sentence


@dataclass(slots=True)
class Block:
    """A heading with what stands under it; `kind` of a piece is `sentence`, `figures` or `listing`."""

    title: str
    depth: int
    pieces: list[tuple[str, object]] = field(default_factory=list)


def drawn(paragraphs: Iterable[Paragraph]) -> list[Block]:
    blocks: list[Block] = []
    for paragraph in paragraphs:
        match paragraph:
            case Heading(text, depth):
                blocks.append(Block(text, depth))
            case Sentence():
                _last(blocks).pieces.append(("sentence", paragraph))
            case Figures(rows):
                _last(blocks).pieces.append(("figures", rows))
            case Listing(items):
                _last(blocks).pieces.append(("listing", items))
    return blocks


def _last(blocks: list[Block]) -> Block:
    if not blocks:
        blocks.append(Block("", 1))
    return blocks[-1]
