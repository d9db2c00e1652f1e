"""What the index answers is what a comparison with each file would."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, strategies as st

from hatch_oaml.retention.similarity import FEW_LINES, LEAST_LINES, informative
from hatch_oaml.retention.similarity_index import SimilarityIndex
from hatch_oaml.values.fingerprints import WHOLE, Fingerprint, fingerprint, lines_of

LINES = st.one_of(
    st.integers(0, 30).map(lambda number: f"{number * 0x08421084:08x}"),
    st.integers(0, 3).map(lambda number: f"{WHOLE}{number:08x}"),
    st.sampled_from(["ffffffff", "FFFFFFFF", "0000", "whole:", "词"]),
)
SAMPLES = st.lists(LINES, unique=True, max_size=20).map(lambda lines: fingerprint(" ".join(lines)))


def near(text: Fingerprint, files: dict[str, Fingerprint]) -> list[str]:
    """By the definition: each file asked on its own."""
    holders = Counter(line for sample in files.values() for line in lines_of(sample))
    telling = {line for line in lines_of(text) if holders[line] < max(4, len(files) // 10)}
    least = FEW_LINES if len(informative(text)) >= LEAST_LINES else 1
    return sorted(path for path, sample in files.items() if len(telling & set(lines_of(sample))) >= least)


@given(st.dictionaries(st.sampled_from("abcdefgh"), SAMPLES), SAMPLES)
def test_the_files_that_are_near_are_those_that_share_telling_lines(
    files: dict[str, Fingerprint], text: Fingerprint
) -> None:
    assert near(text, files) == list(SimilarityIndex(files.items()).near(text))


@given(st.dictionaries(st.sampled_from("abcdefgh"), SAMPLES), LINES)
def test_a_line_is_there_once_if_one_file_has_it(files: dict[str, Fingerprint], line: str) -> None:
    holders = [path for path, sample in files.items() if line in lines_of(sample)]

    assert (len(holders) == 1) is SimilarityIndex(files.items()).has_once(line)
