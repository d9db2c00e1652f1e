from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml import __version__
from hatch_oaml.checks.altered_page import CHECK
from hatch_oaml.records.integrity import Integrity, Papers
from hatch_oaml.rendering import page_content
from hatch_oaml.rendering.modification_page import render_page
from hatch_oaml.values.paths import archive_path
from tests.finished import release_of_sample

if TYPE_CHECKING:
    from hatch_oaml.release import Release
    from tests.conftest import PageShows, ReleaseWith, Sample


@pytest.fixture
def clean(sample: Sample) -> Release:
    return release_of_sample(sample(CHECK.name, "clean"))


def with_page(release: Release, page: bytes | None, version: str | None = None) -> Release:
    papers = release.held_against_manifest.papers
    assert papers is not None
    papers = replace(papers, page=page, version=version or papers.version)
    return replace(release, integrity=replace(release.held_against_manifest, papers=papers))


def is_refused(release: Release) -> bool:
    return bool(list(CHECK.rulings(release)))


def test_the_page_that_was_rendered_is_lawful(clean: Release) -> None:
    assert not is_refused(with_page(clean, render_page(clean, {})))


@pytest.mark.parametrize("change", [(b"finetune", b"quantized"), (b"2026-11-01", b"2026-11-02"), (b"\n\n", b"\n")])
def test_a_page_with_other_bytes_is_not(clean: Release, change: tuple[bytes, bytes]) -> None:
    page = render_page(clean, {})

    assert change[0] in page
    assert is_refused(with_page(clean, page.replace(*change, 1)))


def test_another_layout_of_another_version_is_known_for_what_it_says(clean: Release) -> None:
    page = render_page(clean, {})
    other = page.replace(b"### ", b"## ").replace(b"**", b"").replace(b"\n\n", b"\n").replace(b"| --- | --- |\n", b"")

    assert other != page
    assert is_refused(with_page(clean, other))
    assert not is_refused(with_page(clean, other, "0.0.1"))


def test_a_page_that_does_not_name_the_license_for_scanners_is_of_another_version(clean: Release) -> None:
    page = render_page(clean, {})
    other = page.replace(b"\nSPDX-License-Identifier: LicenseRef-scancode-openatom-model-1.0 -->\n", b" -->\n")

    assert other != page
    assert is_refused(with_page(clean, other))
    assert not is_refused(with_page(clean, other, "0.0.1"))
    assert is_refused(
        with_page(
            clean, page.replace(b"Identifier: LicenseRef-scancode-openatom-model-1.0", b"Identifier: MIT"), "0.0.1"
        )
    )


def test_the_page_s_comment_cannot_be_drawn_over_what_it_says(clean: Release) -> None:
    page = render_page(clean, {})
    end = b"\nSPDX-License-Identifier: LicenseRef-scancode-openatom-model-1.0 -->"
    hidden = page.replace(end, b"") + end[1:] + b"\n"

    assert page.count(b"<!--") == hidden.count(b"<!--") == 1
    assert is_refused(with_page(clean, hidden, "0.0.1"))


def test_former_words_of_ours_are_known_and_no_others(clean: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    page = render_page(clean, {}).replace(b"**How**: Rank-1", b"**What was done**: Rank-1")

    assert is_refused(with_page(clean, page, "0.0.1"))
    monkeypatch.setattr(page_content, "FORMER", {"What was done:": "How:"})
    assert not is_refused(with_page(clean, page, "0.0.1"))
    assert is_refused(with_page(clean, page.replace(b"What was done", b"What was not done"), "0.0.1"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"NOTICE` | modified", b"NOTICE` | unchanged"),
        (b"Rank-1", b"No"),
        (b"\n## ", b"\nThis is an original release: nothing upstream was modified.\n\n## "),
        (b"\n## ", b"\n<!-- hidden\n\n## "),
        (b"\xe7\xa7\xa9", b"\xff"),
    ],
)
def test_what_another_version_says_otherwise_is_refused(clean: Release, old: bytes, new: bytes) -> None:
    page = render_page(clean, {})

    assert old in page
    assert is_refused(with_page(clean, page.replace(old, new, 1), "0.0.1"))


def test_lines_in_another_order_are_refused_of_every_version(clean: Release) -> None:
    lines = render_page(clean, {}).split(b"\n")
    rows = [index for index, line in enumerate(lines) if line.startswith(b"| `")]
    lines[rows[0]], lines[rows[1]] = lines[rows[1]], lines[rows[0]]

    assert is_refused(with_page(clean, b"\n".join(lines), "0.0.1"))


def test_rows_of_what_is_not_here_are_passed_over_and_no_other_words(clean: Release) -> None:
    page, model = render_page(clean, {}), "model.safetensors"
    part = clean.without({model})  # type: ignore[arg-type]
    row = f"| `{model}` | new 新增".encode()

    def is_page(page: bytes, *unseen: str) -> bool:
        return page_content.is_page_of(part, page, __version__, unseen)

    assert row in page
    assert not is_page(page)
    assert is_page(page, model)
    assert is_page(page.replace(b"| `model", b"| `config.json` \xe2\x86\x92 `model"), model)
    assert not is_page(page, "other.safetensors")
    assert not is_page(page.replace(row, row.replace(b"new", b"unchanged, as all is")), model)
    assert not is_page(page.replace(b"| `model", b"| `nothing was modified` \xe2\x86\x92 `model"), model)
    assert not is_page(page.replace(row, row + b" |\n\nNothing else was modified."), model)


def test_a_service_owes_no_page_and_yet_none_that_is_untrue(clean: Release) -> None:
    release = replace(clean, config=replace(clean.config, profile="hosted-service"), receiver="hosted-service")

    assert release.waives("3.1 3)")
    assert is_refused(with_page(release, b"# Nothing was modified\n"))


def test_without_a_page_another_check_speaks(clean: Release, release_with: ReleaseWith) -> None:
    assert not is_refused(with_page(clean, None))
    assert not is_refused(release_with(integrity=Integrity(archive="a.tar", has_manifest=True)))
    assert isinstance(clean.held_against_manifest.papers, Papers)
    assert archive_path("lantern_chat-0.2.0/OAML-MANIFEST.json") == clean.held_against_manifest.papers.place


def test_the_samples_are_told_apart_as_the_page_shows(sample: Sample, page_shows: PageShows) -> None:
    assert [] == list(CHECK.run(release_of_sample(sample(CHECK.name, "clean"))))
    page_shows(CHECK, release_of_sample(sample(CHECK.name, "faulty")))
