"""One hash for many rows: the Merkle tree of RFC 6962, so that one row can be proved by a few hashes."""

import hashlib
from collections.abc import Iterable, Sequence

LEAF, NODE = b"\x00", b"\x01"


def leaf_hash(leaf: bytes) -> bytes:
    return hashlib.sha256(LEAF + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(NODE + left + right).digest()


def merkle_root(leaves: Iterable[bytes]) -> str:
    """The root over the leaves in their order, as hex; of none it is the hash of nothing."""
    top = merkle_levels(leaves)[-1]
    return top[0].hex() if top else hashlib.sha256(b"").hexdigest()


def merkle_levels(leaves: Iterable[bytes]) -> list[list[bytes]]:
    """The hashes of the leaves, those of their pairs, and so on up to the root; what has no pair goes up as it is."""
    levels = [[leaf_hash(leaf) for leaf in leaves]]
    while len(levels[-1]) > 1:
        level = levels[-1]
        paired = [node_hash(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
        levels.append(paired + level[-1:] if len(level) % 2 else paired)
    return levels


def merkle_path(levels: Sequence[Sequence[bytes]], place: int) -> list[str]:
    """What proves that the leaf at `place` is under the root: from the leaf up, each hash that it is paired with, with
    the side on which that stands (`left:…`, `right:…`)."""
    path = []
    for level in levels[:-1]:
        beside = place ^ 1
        if beside < len(level):
            path.append(f"{'left' if beside < place else 'right'}:{level[beside].hex()}")
        place //= 2
    return path
