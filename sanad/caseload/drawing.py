"""Draws that come out the same on every machine: raw 64-bit numbers and integer arithmetic, no fractions."""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Raw = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


class Draw:
    """A stream of its own for each name, so that a new column leaves the others as they were."""

    def __init__(self, seed: int, name: str) -> None:
        self._bits = np.random.PCG64([seed, zlib.crc32(name.encode())])

    def raw(self, size: int) -> Raw:
        return np.asarray(self._bits.random_raw(size), dtype=np.uint64)


def below(raw: Raw, total: int) -> Places:
    """Whole numbers from 0 to total - 1; `total` is less than 2^32."""
    most = np.uint64(total)
    # The upper 64 bits of raw * total, by halves, so that nothing overflows.
    carried = ((raw & _LOW) * most) >> _HALF
    return (((raw >> _HALF) * most + carried) >> _HALF).astype(np.int64)


def weighted(raw: Raw, counts: Sequence[int]) -> Places:
    """Places in `counts`, each as often as its count."""
    ends = np.cumsum(np.array(counts, dtype=np.int64))
    return np.searchsorted(ends, below(raw, int(ends[-1])), side="right").astype(np.int64)
