"""The stored gzip: where its blocks end."""

from __future__ import annotations

import io

from hypothesis import given, strategies as st

from hatch_oaml.archives._gzip import StoredOutput, stored_offset
from hatch_oaml.values.digests import BLOCK


class Steps(io.BytesIO):
    """An output that likes writes to end at multiples of a step."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self.step = step

    def block_end(self, offset: int) -> int:
        return (offset // self.step + 1) * self.step


@given(st.integers(0, 1 << 40), st.sampled_from([4096, 65536, BLOCK]))
def test_a_block_ends_where_the_file_below_likes_it(offset: int, step: int) -> None:
    output = StoredOutput(Steps(step), epoch=0)  # type: ignore[arg-type]  # it is not written to

    end = output.block_end(offset)

    assert offset < end
    first, last = stored_offset(offset), stored_offset(end - 1)
    assert first // step == last // step
    assert (last + 1) % step in {0, *range(step - 5, step)}  # or else the next block's own header lies across
