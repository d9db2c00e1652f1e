from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.checks.stale_modification import CHECK
from hatch_oaml.findings import Finding
from hatch_oaml.values.bilingual import Bilingual

if TYPE_CHECKING:
    from tests.conftest import BaseWith, FileWith, Gathered, PageShows, ReleaseWith, Sample


def changelog(files: str, base: str = "") -> str:
    concerned = f'base = "{base}"\n' if base else ""
    return f'format = 1\n\n[[change]]\nfiles = {files}\nrelation = "modified"\n{concerned}date = 2026-11-01\n'


def test_an_entry_that_matches_no_file_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("demo.py", "new")],
        bases=[base_with(file_with("demo.py", "old"))],
        modifications=changelog('["dmeo.py", "*.rs"]'),
    )

    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en="the entry for `dmeo.py`, `*.rs` matches no file of the release",
            zh="`dmeo.py`、`*.rs` 的条目不匹配本发布中的任何文件",
        ),
        fix=Bilingual(
            en="delete the entry, or correct its `files`",
            zh="删除该条目，或更正其中的 `files`",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_an_entry_for_files_that_are_the_base_s_own_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    files = [file_with("demo.py", "same"), file_with("docs/demo.md", "same too")]
    release = release_with(files=files, bases=[base_with(*files)], modifications=changelog('["demo.*"]'))

    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en="the entry for `demo.*` covers only files that are equal to the base: `demo.py`, `docs/demo.md`",
            zh="`demo.*` 的条目只涉及与基础模型相同的文件：`demo.py`、`docs/demo.md`",
        ),
        fix=Bilingual(
            en="delete the entry, or correct its `files`",
            zh="删除该条目，或更正其中的 `files`",
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_an_entry_about_a_base_that_the_release_does_not_have_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("demo.py", "new")],
        bases=[base_with(file_with("demo.py", "old")), base_with(file_with("a.py"), name="example/other")],
        modifications=changelog('["demo.py"]', base="vivo-ai/BlueLM-7B"),
    )

    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en='`base = "vivo-ai/BlueLM-7B"` names no base of this release;'
            " its bases are `vivo-ai/BlueLM-7B-Chat`, `example/other`",
            zh='`base = "vivo-ai/BlueLM-7B"` 不是本发布的基础模型；'
            "本发布的基础模型有 `vivo-ai/BlueLM-7B-Chat`、`example/other`",
        ),
        fix=Bilingual(
            en='write `base = "vivo-ai/BlueLM-7B-Chat"`, or add the record of vivo-ai/BlueLM-7B to `tool.oaml.bases`',
            zh='写为 `base = "vivo-ai/BlueLM-7B-Chat"`，或将 vivo-ai/BlueLM-7B 的记录加入 `tool.oaml.bases`',
        ),
    )
    assert [expected] == list(CHECK.run(release))


def test_an_entry_in_an_original_release_is_refused(release_with: ReleaseWith) -> None:
    expected = Finding(
        path="MODIFICATIONS.toml",
        line=3,
        message=Bilingual(
            en="the entry for `model.safetensors` modifies nothing: the project is original",
            zh="`model.safetensors` 的条目没有修改对象：本项目为原始发布",
        ),
        fix=Bilingual(
            en="delete the entry and write `original = true` in its place; or name the base under `tool.oaml.bases`",
            zh="删除该条目并代之以 `original = true`；或在 `tool.oaml.bases` 中列出基础模型",
        ),
    )
    assert [expected] == list(CHECK.run(release_with(modifications=changelog('["model.safetensors"]'))))


def test_where_no_base_is_declared_the_entries_are_not_judged(release_with: ReleaseWith) -> None:
    release = release_with(config={"original": False}, modifications=changelog('["model.safetensors"]'))

    assert [] == list(CHECK.run(release))


def test_an_entry_may_name_what_was_modified_added_moved_or_removed(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    files = [file_with("modified.py", "new"), file_with("added.py", "added"), file_with("to/here.py", "moved")]
    base = base_with(file_with("modified.py", "old"), file_with("from.py", "moved"), file_with("removed.py", "gone"))
    entries = "format = 1\n" + "".join(
        changelog(f'["{path}"]').removeprefix("format = 1\n")
        for path in ("modified.py", "added.py", "to/here.py", "removed.py")
    )

    assert [] == list(CHECK.run(release_with(files=files, bases=[base], modifications=entries)))


def test_a_renaming_of_a_file_that_neither_side_has_is_refused(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    release = release_with(
        files=[file_with("to.py", "new")],
        bases=[base_with(file_with("from.py", "old"))],
        modifications=changelog('["to.py"]')
        + 'renamed = {"from.py" = "two.py", "form.py" = "to.py"}\n'
        + changelog('["to.py"]').removeprefix("format = 1\n")
        + 'renamed = {"from.py" = "to.py"}\n',
    )

    fix = Bilingual(
        en="delete it from `renamed`, or write it as the base's path with the path in this release",
        zh="从 `renamed` 中删除，或写为“基础模型中的路径 = 本发布中的路径”",
    )
    assert [
        Finding(
            path="MODIFICATIONS.toml",
            line=3,
            message=Bilingual(
                en="`renamed` says that `from.py` became `two.py`, and the release has no such file",
                zh="`renamed` 写明 `from.py` 变为 `two.py`，而本发布中没有该文件",
            ),
            fix=fix,
        ),
        Finding(
            path="MODIFICATIONS.toml",
            line=3,
            message=Bilingual(
                en="`renamed` says what became of `form.py`, and no base has such a file",
                zh="`renamed` 写明 `form.py` 的去向，而基础模型中没有该文件",
            ),
            fix=fix,
        ),
    ] == list(CHECK.run(release))


def test_an_entry_for_a_file_whose_digest_is_not_yet_known_is_not_judged(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith
) -> None:
    recorded = file_with("model.gguf", b"123")
    pending = release_with(
        files=[file_with("model.gguf", b"123", sha256=None)],
        bases=[base_with(recorded)],
        modifications=changelog('["model.gguf"]'),
    )

    assert recorded.sha256 is not None
    assert [] == list(CHECK.run(pending))
    assert 1 == len(list(CHECK.run(pending.with_digests({recorded.path: recorded.sha256}))))


def test_an_entry_may_name_its_base(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> None:
    release = release_with(
        files=[file_with("demo.py", "new")],
        bases=[base_with(file_with("demo.py", "old"))],
        modifications=changelog('["demo.py"]', base="vivo-ai/BlueLM-7B-Chat"),
    )

    assert [] == list(CHECK.run(release))


def test_the_samples_are_told_apart_as_the_page_shows(
    gathered: Gathered, sample: Sample, page_shows: PageShows
) -> None:
    faulty = gathered(sample(CHECK.name, "faulty"))

    assert [] == list(CHECK.run(gathered(sample(CHECK.name, "clean"))))
    assert [17, 24, 31] == sorted(finding.line or 0 for finding in CHECK.run(faulty))
    page_shows(CHECK, faulty)
