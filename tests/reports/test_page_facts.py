"""What the page tells of notices, modifications, tensors, lineage, license and files are the facts of the release."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies

from hatch_oaml.commands._project import examined
from hatch_oaml.findings import ERROR, Finding, Report, Ruling
from hatch_oaml.license import compare_license
from hatch_oaml.license.markings import Piece
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord
from hatch_oaml.records.integrity import Integrity
from hatch_oaml.records.publication import Publication
from hatch_oaml.records.tensors import Tensor, Weights
from hatch_oaml.reports._page.files import files_by_role, parts
from hatch_oaml.reports._page.license_text import license_text
from hatch_oaml.reports._page.lineage import fitted, lineage
from hatch_oaml.reports._page.modifications import modifications
from hatch_oaml.reports._page.notices import MOST_UNFOLDED, STANDINGS, notices
from hatch_oaml.reports._page.sheet import sheet
from hatch_oaml.reports._page.tensor_drawing import MOST_COLUMNS, WIDTH, drawn
from hatch_oaml.reports._page.tensors import tensors
from hatch_oaml.reports._page.word_diff import sides
from hatch_oaml.reports.html import render_html
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path
from tests.comparing import compared_trees
from tests.conftest import LICENSE
from tests.pages import Page, faults_of
from tests.shipping import recorded, shipped
from tests.showcase import LAYERS, showcase
from tests.test_cli import run

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hatch_oaml.reports._page.tensors import OfBase
    from tests.conftest import FileWith, ReleaseWith

TINY = "example-lab/Lantern-Tiny 1.0.0"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return examined(showcase(tmp_path_factory.mktemp("showcase")), is_quiet=True)


def english(texts: Iterable[Bilingual]) -> list[str]:
    return [text.en for text in texts]


# notices


def test_every_notice_of_a_base_stands_once_with_what_became_of_it(report: Report) -> None:
    (base,) = notices(report.release)

    assert TINY == base.base
    assert {
        "lost": ["lib/tokens.py:2"],
        "altered": ["lib/attention.py:1"],
        "waived": ["lib/tokens.py:1"],
        "moved": ["lib/cache.py:1"],
        "kept": ["NOTICE:1", "NOTICE:2", "NOTICE:3", "NOTICE:5", "NOTICE:6", "demo.py:1"],
        "gone": ["lantern_tiny/__init__.py:1", "lantern_tiny/__init__.py:2", "lib/unused.py:1"],
    } == {group.standing: [row.where for row in group.rows] for group in base.groups}
    recorded_ones = {
        f"{file.path}:{one.line}" for file in report.release.bases[0].files for one in file.notices if one.sure
    }
    assert recorded_ones == {row.where for group in base.groups for row in group.rows}
    assert base.count == len(recorded_ones)


def test_a_notice_tells_where_it_now_stands_and_by_whose_word_it_does_not(report: Report) -> None:
    (base,) = notices(report.release)
    rows = {row.where: row for group in base.groups for row in group.rows}

    assert "demo/chat.py:1" == rows["demo.py:1"].now
    assert "NOTICE:21" == rows["lib/cache.py:1"].now
    assert "NOTICE:8" == rows["NOTICE:2"].now
    assert str(rows["lib/tokens.py:1"].remark).startswith("The tokenizer of Harbour Typeworks was taken out")
    assert "lib/tokens.py" == rows["lib/tokens.py:2"].now


def test_an_altered_notice_stands_beside_the_base_s_with_the_words_that_differ(report: Report) -> None:
    (base,) = notices(report.release)
    (row,) = next(group.rows for group in base.groups if group.standing == "altered")

    assert [" Institute for Model Studies"] == [piece.text for piece in row.old if piece.state == "gone"]
    assert ["-2026"] == [piece.text for piece in row.new if piece.state == "come"]


def test_what_must_be_looked_at_stands_open_and_what_is_in_order_is_folded_and_counted(
    release_with: ReleaseWith,
) -> None:
    kept = {f"lib/{number}.py": f"# Copyright 2020 Kelp Works {number}\n" for number in range(MOST_UNFOLDED + 1)}
    files = [shipped(path, text) for path, text in kept.items()]
    release = release_with(files=files, bases=[recorded(kept | {"NOTICE": "Copyright 2019 Ostrava Loom"})])

    (base,) = notices(release)

    assert [("lost", 1, True), ("kept", MOST_UNFOLDED + 1, False)] == [
        (group.standing, len(group.rows), group.is_open) for group in base.groups
    ]


def test_two_versions_of_one_base_share_a_section_in_which_each_notice_stands_once(release_with: ReleaseWith) -> None:
    old = recorded({"a.py": "# Copyright 2020 Kelp Works\n"}, "lab/kelp")
    new = replace(recorded({"b.py": "# Copyright 2021 Weft Works\n"}, "lab/kelp"), version="2.0")
    release = release_with(files=[shipped("b.py", "# Copyright 2021 Weft Works\n")], bases=[old, new])

    (base,) = notices(release)

    assert ("lab/kelp 1.0, 2.0", 2) == (base.base, base.count)
    assert {"kept": ["b.py:1"], "gone": ["a.py:1"]} == {
        group.standing: [row.where for row in group.rows] for group in base.groups
    }


def test_the_worst_comes_first() -> None:
    assert ["lost", "altered", "waived", "moved", "kept", "gone"] == list(STANDINGS)


texts = strategies.text(alphabet="ab 12.,-版权所有\n", max_size=60)


@given(texts, texts)
def test_both_sides_are_the_texts_and_have_what_is_the_same_in_common(old: str, new: str) -> None:
    left, right = sides(old, new)

    assert old == "".join(piece.text for piece in left)
    assert new == "".join(piece.text for piece in right)
    assert {"same", "gone"} >= {piece.state for piece in left}
    assert {"same", "come"} >= {piece.state for piece in right}
    assert "".join(piece.text for piece in left if piece.state == "same") == (
        "".join(piece.text for piece in right if piece.state == "same")
    )


def test_chinese_differs_character_by_character() -> None:
    assert (
        (Piece(state="same", text="版权所有 "), Piece(state="gone", text="2024"), Piece(state="same", text=" 灯笼")),
        (Piece(state="same", text="版权所有 "), Piece(state="come", text="2025"), Piece(state="same", text=" 灯笼")),
    ) == sides("版权所有 2024 灯笼", "版权所有 2025 灯笼")


# modifications


def test_every_modification_is_told_from_old_to_new_and_how(report: Report) -> None:
    told = modifications(report.release)

    (base,) = told.bases
    assert [
        ("modified", [("", "NOTICE", "modified"), ("", "README.md", "modified")]),
        ("finetune", [("", "model.safetensors", "modified")]),
        (
            "modified",
            [
                ("demo.py", "demo/chat.py", "moved"),
                ("", "lib/attention.py", "modified"),
                ("", "lib/cache.py", "modified"),
            ],
        ),
    ] == [(entry.relation.en, [(one.old, one.new, one.state.en) for one in entry.files]) for entry in base.entries]
    assert ("", "缓存可以清空；演示程序移入 demo 文件夹。") == (base.entries[2].how_en, base.entries[2].how_zh)
    assert 3 == told.count


def test_what_no_entry_names_is_told_apart(report: Report) -> None:
    assert ["lib/tokens.py"] == [one.new for one in modifications(report.release).silent]


def test_an_entry_that_is_about_nothing_is_told_with_its_patterns(release_with: ReleaseWith) -> None:
    change = '[[change]]\nfiles = ["gone/**"]\nrelation = "modified"\nhow.en = "Taken out."\ndate = 2026-11-01\n'
    base = recorded({"a.py": "A = 1\n"})

    told = modifications(release_with(bases=[base], modifications=f"format = 1\n{change}"))

    assert [("gone/**",)] == [entry.patterns for entry in told.idle]
    assert 1 == told.count


def test_what_the_bases_say_of_themselves_is_history(report: Report) -> None:
    earlier = modifications(report.release).earlier

    assert [TINY, "example-lab/Lantern-Large 1.0"] == [one.name for one in earlier]
    assert ["pruned", "merge"] == [entry.relation.en for one in earlier for entry in one.entries]


# tensors


def test_tensors_are_counted_by_what_became_of_them(report: Report) -> None:
    (base,) = tensors(report.release)

    assert {
        "unchanged": (3 * LAYERS, 4608),
        "changed": (LAYERS + 1, 1600),
        "cast": (1, 64),
        "added": (1, 64),
        "removed": (1, 64),
    } == {row.kind: (row.tensors, row.parameters) for row in base.rows}
    assert (1728, 6336, 27.27) == (base.touched, base.parameters, base.touched_percent)
    assert ("model.adapter.weight",) == next(row.names for row in base.rows if row.kind == "added")


def test_the_drawing_has_a_column_a_layer_and_a_row_for_each_kind(report: Report) -> None:
    (base,) = tensors(report.release)
    drawing = drawn(base)
    assert drawing is not None

    rows: dict[str, list[float]] = {}
    for cell in drawing.cells:
        rows.setdefault(cell.kind, []).append(cell.x)
    assert {"unchanged": LAYERS, "changed": LAYERS // 2 + 1, "cast": 1, "added": 1, "removed": 1} == {
        kind: len(found) for kind, found in rows.items()
    }
    assert LAYERS + 1 == drawing.columns
    assert ["—", "0", str(LAYERS - 1)] == [mark.text for mark in drawing.marks]


def model_of(names: Iterable[str]) -> tuple[Tensor, ...]:
    return tuple(
        Tensor(name=name, dtype="f32", shape=(2, 2), sha256=sha256_of(name.encode())) for name in dict.fromkeys(names)
    )


def compared(release_with: ReleaseWith, file_with: FileWith, before: list[str], after: list[str]) -> OfBase:
    path = archive_path("model.safetensors")
    base = BaseRecord(
        name="lab/a",
        version="1",
        files=(BaseFile(path=path, size=1, sha256=sha256_of(b"x"), format="safetensors", tensors=model_of(before)),),
    )
    weights = Weights(format="safetensors", tensors=model_of(after))
    release = release_with(files=[file_with(path, b"ours", weights=weights)], bases=[base])
    (found,) = tensors(release)
    return found


@pytest.mark.parametrize("layers", [1, 2, MOST_COLUMNS, 5 * MOST_COLUMNS + 1])
def test_every_cell_lies_within_the_drawing_however_many_layers_there_are(
    release_with: ReleaseWith, file_with: FileWith, layers: int
) -> None:
    names = [f"{stack}.{number}.weight" for stack in ("encoder.blocks", "decoder.blocks") for number in range(layers)]
    drawing = drawn(compared(release_with, file_with, ["head", *names], ["head", "new", *names]))
    assert drawing is not None

    assert max(cell.x + cell.width for cell in drawing.cells) <= WIDTH
    assert min(cell.width for cell in drawing.cells) > 0.2
    assert drawing.columns <= MOST_COLUMNS + 3
    assert {"unchanged", "added"} == {cell.kind for cell in drawing.cells}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["blk.0.attn_q.weight", "blk.1.attn_q.weight"], [("blk", 0), ("blk", 1)]),
        (
            ["model.layers.3.mlp.experts.5.w", "model.layers.4.mlp.experts.6.w"],
            [("model.layers", 3), ("model.layers", 4)],
        ),
        (["0.weight", "1.weight"], [(".", 0), (".", 1)]),
        (["conv.1.weight"], [("", None)]),
        (["head.weight"], [("", None)]),
        (["a.9999999999.w", "a.1.w", "a.2.w"], [("", None), ("a", 1), ("a", 2)]),
    ],
)
def test_the_first_number_that_stands_by_itself_is_the_layer(
    release_with: ReleaseWith, file_with: FileWith, names: list[str], expected: list[tuple[str, int | None]]
) -> None:
    found = compared(release_with, file_with, names, names)

    assert expected == [(layer.stack, layer.number) for layer in found.layers]


def test_what_was_not_compared_is_told_in_words_alone(release_with: ReleaseWith, file_with: FileWith) -> None:
    found = compared(release_with, file_with, ["a"], [])

    assert "tensors not compared" in found.summary.en
    assert ((), ()) == (found.rows, found.layers)
    assert drawn(found) is None


# lineage


def test_the_lineage_goes_back_to_what_the_bases_were_made_from(report: Report) -> None:
    told = lineage(report.release)

    assert [
        (0, "lantern_chat", "modified, finetune"),
        (1, "example-lab/Lantern-Tiny", "pruned"),
        (2, "example-lab/Lantern-Large", "merge"),
        (3, "示例实验室/灯笼大模型", None),
        (3, "harbour/Wick-7B-with-a-name-that-is-longer-than-any-box", None),
    ] == [(node.depth, node.name, node.relation.en if node.relation else None) for node in told.nodes]
    assert [True, False, False, False, False] == [box.is_release for box in told.boxes]
    assert ["", *["M"] * 4] == [box.line[:1] for box in told.boxes]


def test_only_addresses_of_the_web_are_linked(release_with: ReleaseWith) -> None:
    bases = [
        recorded({}, name=f"lab/{number}")
        for number, _ in enumerate(("https://example.org/a", "javascript:kelp()", "data:x"))
    ]
    urls = ("https://example.org/a", "javascript:kelp()", "data:x")
    linked = [BaseRecord(name=base.name, version="1", url=url, files=()) for base, url in zip(bases, urls, strict=True)]

    told = lineage(release_with(bases=linked))

    assert ["", "https://example.org/a", "", ""] == [node.url for node in told.nodes]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("灯笼大模型", 10, "灯笼大模型"),
        ("灯笼大模型", 8, "灯笼大…"),
        ("a\x1b[31m", 20, "a\\x1b[31m"),
    ],
)
def test_a_name_takes_no_more_than_its_box(text: str, room: int, expected: str) -> None:
    assert expected == fitted(text, room)


# license, files, parts


def test_a_license_that_differs_is_told_word_by_word(report: Report) -> None:
    told = license_text(report.release)

    (departure,) = told.departures
    assert ("clause 3.1 2) (English)", "other words") == (departure.where.en, departure.kind.en)
    assert ["must"] == [piece.text for piece in departure.pieces if piece.state == "gone"]
    assert ["should"] == [piece.text for piece in departure.pieces if piece.state == "come"]
    assert "altered" in [fact.value.en for fact in told.facts if not isinstance(fact.value, str)]


def test_words_around_the_license_are_told_as_more_than_it(release_with: ReleaseWith) -> None:
    told = license_text(release_with(license=compare_license(b"Kelp says hello.\n\n" + LICENSE)))

    assert ["before the license"] == [departure.where.en for departure in told.departures]
    assert [(Piece(state="come", text="Kelp says hello."),)] == [departure.pieces for departure in told.departures]


def test_every_file_stands_once_under_its_role_with_its_digest(report: Report) -> None:
    told = list(files_by_role(report.release))

    rows = list(chain.from_iterable(one.files for one in told))
    assert {file.path: (file.size, file.sha256) for file in report.release.inventory} == {
        row.path: (row.size, row.sha256) for row in rows
    }
    assert len(rows) == len(report.release.inventory.files)
    assert english(one.role for one in told) == [
        "Model (clause 1.2)",
        "Complementary Material (clause 1.4)",
        "Legal texts and records",
    ]
    assert ["demo.py"] == [row.was for row in rows if row.was]


def test_of_an_original_release_no_file_is_called_new(release_with: ReleaseWith) -> None:
    assert {""} == {row.change.en for one in files_by_role(release_with()) for row in one.files}


def test_a_part_is_told_with_the_texts_that_are_there_and_those_that_are_not(report: Report) -> None:
    assert [(("third/**",), "MIT", (), ("MIT",), 1)] == [
        (part.patterns, part.license, part.texts, part.lacking, part.files) for part in parts(report.release)
    ]


def test_the_whole_of_it_is_a_page_of_ours(report: Report) -> None:
    page = Page(render_html(report, "en"))

    assert [] == faults_of(page)
    sections = [one["id"] for one in page.of("section") if one.get("class") == "part"]
    assert [key for key, _ in sheet(report).contents] == sections
    assert sections[:5] == ["judged", "verdict", "license", "conditions", "beyond"]
    assert all(one.get("scope") in {"col", "row"} for one in page.of("th"))
    assert len(page.of("table")) == len(page.of("caption"))
    assert len(page.of("details")) == len(page.of("summary"))


def test_where_nobody_can_tell_of_bases_the_page_does_not_say_that_there_are_none(release_with: ReleaseWith) -> None:
    release = release_with(upstream_is_known=False, integrity=Integrity(archive="a.tar", has_manifest=True))

    text = Page(render_html(Report.of(release, []), "en")).text

    assert 4 == text.count("Nobody can tell: what the archive says of its bases is not there, or damaged.")
    for wrong in (
        "No base is recorded",
        "No modification is told",
        "nothing upstream was modified",
        "Nothing upstream",
    ):
        assert wrong not in text


def test_of_an_archive_that_nobody_judged_nothing_is_told_that_was_not_looked_for(release_with: ReleaseWith) -> None:
    release = release_with(integrity=Integrity(archive="a.tar", has_manifest=False))

    page = Page(render_html(Report.of(release, []), "en"))

    sections = [one["id"] for one in page.of("section") if one.get("class") == "part"]
    assert ["judged", "verdict", "conditions", "beyond", "findings"] == sections
    assert "example_model" not in page.text
    assert "distribution" not in page.text
    assert [] == faults_of(page)


def test_what_a_hosted_service_need_not_tell_is_no_alarm(release_with: ReleaseWith) -> None:
    files = [shipped("a.py", "A = 2\n")]
    bases = [recorded({"a.py": "A = 1\n"})]

    hosted, handed_on = (
        Page(render_html(Report.of(release_with(files=files, bases=bases, config={"profile": profile}), []), "en"))
        for profile in ("hosted-service", "distribution")
    )

    assert "how is not stated: clause 3.1 lifts that for a hosted service" in hosted.text
    assert "alarm" not in [one.get("class") for one in hosted.of("div")]
    assert "alarm" in [one.get("class") for one in handed_on.of("div")]


# comparisons


@pytest.fixture(scope="module")
def compared_page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("compared")
    project, page = showcase(folder), folder / "page.html"
    done = run("compare", folder / "upstream", project, "--tensors", "--output", f"html={page}", "--lang", "en")
    assert 1 == done.exit_code, done.output
    return Page(page.read_text(encoding="utf-8"))


def test_a_comparison_is_told_by_the_same_page(compared_page: Page) -> None:
    sections = [one["id"] for one in compared_page.of("section") if one.get("class") == "part"]

    assert [] == faults_of(compared_page)
    assert ["judged", "verdict", "license", "conditions", "compared", "notices", "modifications"] == sections[:7]
    assert "derivative-finetune, held against lantern-tiny 1.0.0: 5 errors" in compared_page.text
    assert "faults found" in compared_page.text


def test_of_a_comparison_nothing_is_said_that_was_not_asked(compared_page: Page) -> None:
    assert "The archive is safe" not in compared_page.text
    assert "The model is there, and whole" not in compared_page.text
    assert "own records of them" not in compared_page.text


def test_a_comparison_lists_the_files_of_both_trees_by_what_became_of_them(compared_page: Page) -> None:
    for told in ("same 相同 2", "modified 经过修改 8", "renamed 改名 1", "added 新增 3", "gone 不再存在 2"):
        assert told in compared_page.text.replace("same相同", "same 相同")
    assert "demo/chat.py ← demo.py" in compared_page.text


def test_what_other_texts_than_the_changelog_tell_is_shown_with_its_place(tmp_path: Path) -> None:
    base, release = tmp_path / "base", tmp_path / "release"
    for folder, text in ((base, "{}\n"), (release, '{"a": 1}\n')):
        folder.mkdir()
        (folder / "config.json").write_text(text, encoding="utf-8")
        (folder / "other.json").write_text(text, encoding="utf-8")
        (folder / "LICENSE").write_bytes(LICENSE)
    (release / "CHANGELOG.md").write_text("# Changelog\n\n- `config.json`: a longer context\n", encoding="utf-8")

    told = modifications(compared_trees(release, base))

    assert [("config.json", "CHANGELOG.md:3")] == [(one.new, one.where) for one in told.elsewhere]
    assert "a longer context" in told.elsewhere[0].says
    assert ["other.json"] == [one.new for one in told.silent]


def test_a_receiver_s_archive_and_a_project_are_stamped_in_the_words_of_their_verdicts(
    release_with: ReleaseWith,
) -> None:
    def stamps(**changes: Any) -> tuple[str, str]:
        release = release_with(**changes)
        fault = Finding(path="a", message=Bilingual(en="x", zh="x"), fix=Bilingual(en="x", zh="x"))
        ruling = Ruling(check="dropped-notice", clause="3.1 2)", severity=ERROR, finding=fault)
        clean, faulty = (sheet(Report.of(release, rulings)).stamp.en for rulings in ([], [ruling]))
        return clean, faulty

    assert ("may be released", "refused") == stamps()
    assert ("no fault found", "refused") == stamps(integrity=Integrity(archive="a.tar", has_manifest=True))
    assert ("no fault found", "faults found") == stamps(publication=Publication(name="x"))
