"""A notice that a release promised to retain is a sure one in its record, in the one place where it stands."""

from __future__ import annotations

from dataclasses import replace

from hatch_oaml.recording.promises import with_promised
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.integrity import PromisedNotice
from hatch_oaml.records.notice import Notice
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly

POSSIBLE = Notice(kind="attribution", text="Thanks to the kelp divers of Bergen.", line=3, end_line=3, sure=False)
PROMISE = PromisedNotice(base="vendor/kelp", path="old/README.md", kind="attribution", text=POSSIBLE.text)


def file(path: str, *notices: Notice) -> BaseFile:
    return BaseFile(path=archive_path(path), size=1, sha256=sha256_of(path.encode()), notices=notices)


def test_a_promised_notice_is_a_sure_one() -> None:
    files = (file("a.py"), file("README.md", POSSIBLE))

    assert (files[0], file("README.md", replace(POSSIBLE, sure=True))) == with_promised(files, [PROMISE])


def test_what_a_sure_one_keeps_already_is_left_alone() -> None:
    files = (file("README.md", POSSIBLE), file("NOTICE", replace(POSSIBLE, sure=True)))

    assert files == with_promised(files, [PROMISE])


def test_the_file_at_the_promised_path_comes_first() -> None:
    files = (file("a.md", POSSIBLE), file("old/README.md", POSSIBLE))

    assert (files[0], file("old/README.md", replace(POSSIBLE, sure=True))) == with_promised(files, [PROMISE])


def test_of_a_notice_that_several_files_promised_one_is_made_sure() -> None:
    files = (file("README.md", POSSIBLE), file("old/README.md", POSSIBLE))
    promises = [replace(PROMISE, path="README.md"), PROMISE]

    assert (file("README.md", replace(POSSIBLE, sure=True)), files[1]) == with_promised(files, promises)


def test_nothing_is_made_up() -> None:
    files = (file("a.py"),)

    assert files == with_promised(files, [PROMISE])


def test_many_promises_are_kept_in_linear_time() -> None:
    def keep(count: int) -> None:
        notices = [replace(POSSIBLE, text=f"Thanks to the kelp divers of bay {number}.") for number in range(count)]
        promises = [replace(PROMISE, text=notice.text) for notice in notices]
        (kept,) = with_promised((file("README.md", *notices),), promises)
        assert all(notice.sure for notice in kept.notices)

    assert grows_linearly(keep, 2400)
