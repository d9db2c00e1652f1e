"""In many notice files a notice is found as in each by itself, though few of them are asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from hatch_oaml.records.inventory import Inventory, ReleaseFile
from hatch_oaml.records.notice import KINDS, VISIBILITIES, Notice
from hatch_oaml.retention.counterparts import Counterparts
from hatch_oaml.retention.kept_elsewhere import KeptElsewhere, KeptIn
from hatch_oaml.retention.kept_notices import KeptNotices
from tests.shipping import NOTICE_FILES, recorded, shipped

if TYPE_CHECKING:
    from hatch_oaml.records.base_file import BaseFile

HOLDERS = (
    *("Loom", "Loom Inc.", "Mina Halloway, Udo Tessel", "Mina Halloway, Bo Chen, Udo Tessel", "Mina Halloway"),
    *("<m@loom.example>", "Mina Halloway <m@loom.example>", "织机公司、纬纱公司", "织机公司", "Lo\u200bom", "", "and"),
)
OTHERS = ("Based on Loom.", "Licensed under MIT.", "src/demo.py", "src/*.py", "of Lantern-7B", "Notes:", "--", "Loom")
BASE = recorded({"src/demo.py": "# Copyright 2020 Loom\nx = 1\n", "NOTICE": "Copyright 2020 Loom\n"})
PATHS = ("NOTICE", "LICENSES/a.txt", "LICENSES/b.txt", "CREDITS.txt", "THANKS", "NOTICE-lantern-7b", "vendor/LICENSE")

texts = st.builds(
    " ".join,
    st.tuples(st.sampled_from(("Copyright", "©", "")), st.sampled_from(("", "2020", "2019-2021")), st.sampled_from(HOLDERS)),
) | st.builds(" ".join, st.lists(st.sampled_from(OTHERS), min_size=1, max_size=2))  # fmt: skip
notices = st.builds(
    Notice,
    kind=st.sampled_from(KINDS),
    text=texts.map(str.strip),
    line=st.just(1),
    end_line=st.just(1),
    whole=st.booleans(),
    visibility=st.sampled_from(VISIBILITIES),
)
files = st.dictionaries(st.sampled_from(PATHS), st.lists(notices, max_size=10), min_size=1).map(
    lambda found: [replace(shipped(path, ""), notices=tuple(held)) for path, held in found.items()]
)


def elsewhere(release: list[ReleaseFile]) -> KeptElsewhere:
    return KeptElsewhere(release, NOTICE_FILES, Counterparts([BASE], Inventory.of(release)), KeptIn())


@given(notices, files, st.sampled_from(BASE.files))
def test_a_notice_is_found_where_it_is_found_of_each_file_by_itself(
    notice: Notice, release: list[ReleaseFile], file: BaseFile
) -> None:
    ordered = sorted(release, key=lambda one: not NOTICE_FILES.match(one.path))
    alone = (elsewhere([one]).moved_to(notice, BASE, file, ()) for one in ordered)

    assert next(filter(None, alone), None) == elsewhere(release).moved_to(notice, BASE, file, ())


@given(notices, st.lists(notices, max_size=10))
def test_what_keeps_a_notice_is_never_passed_over(notice: Notice, held: list[Notice]) -> None:
    kept = KeptNotices(held).match_for(notice)
    found = elsewhere([replace(shipped("NOTICE", ""), notices=tuple(held))]).unnamed(notice)

    assert (kept is None) == (found is None)
