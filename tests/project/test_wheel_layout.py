"""Each file of a release has one place in a wheel, and a package's own files keep theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.project.hatchling_project import project_of
from hatch_oaml.project.wheel_layout import wheel_layout
from hatch_oaml.records.inventory import Inventory
from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.paths import archive_path
from tests.project.test_hatchling_selection import configure, plant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hatch_oaml.project.wheel_layout import WheelLayout
    from tests.conftest import FileWith


@pytest.fixture
def layout(tmp_path: Path, file_with: FileWith) -> Any:
    """The layout of `files` (path → text) in a wheel into which Hatchling puts `placed` (path there → path here)."""

    def of(files: Mapping[str, str], placed: Mapping[str, str]) -> WheelLayout:
        plant(tmp_path, "pkg/__init__.py")
        metadata = configure(tmp_path, {})
        inventory = Inventory.of(file_with(path, text) for path, text in files.items())
        sources = {path: f"/project/{source}" for path, source in placed.items()}
        return wheel_layout(metadata, project_of(metadata), inventory, sources)

    return of


def test_files_outside_of_packages_go_below_the_import_name(layout: Any) -> None:
    found = layout({"README.md": "ours", "pkg/a.py": "A"}, {"pkg/a.py": "pkg/a.py"})

    assert {"README.md": "pkg/README.md", "pkg/a.py": "pkg/a.py"} == found.member_paths
    assert frozenset() == found.replaced


@pytest.mark.parametrize("name", ["README.md", "config.json", "NOTICE", "a/b.md"])
def test_where_the_package_has_a_file_of_that_name_ours_goes_beside(layout: Any, name: str) -> None:
    found = layout({name: "ours", f"pkg/{name}": "the package's"}, {f"pkg/{name}": f"pkg/{name}"})

    assert {name: f"pkg/_top_level/{name}", f"pkg/{name}": f"pkg/{name}"} == found.member_paths


def test_also_where_hatchling_leaves_the_package_s_file_to_us(layout: Any) -> None:
    found = layout({"config.json": "ours", "pkg/config.json": "the package's"}, {})

    assert {"config.json": "pkg/_top_level/config.json", "pkg/config.json": "pkg/config.json"} == found.member_paths


def test_weights_of_which_nobody_knows_yet_whether_they_are_the_same_go_beside(
    tmp_path: Path, file_with: FileWith
) -> None:
    plant(tmp_path, "pkg/__init__.py")
    metadata = configure(tmp_path, {})
    files = [file_with(path, sha256=None) for path in ("model.gguf", "pkg/model.gguf")]

    found = wheel_layout(metadata, project_of(metadata), Inventory.of(files), {})

    assert {"model.gguf": "pkg/_top_level/model.gguf", "pkg/model.gguf": "pkg/model.gguf"} == found.member_paths


def test_the_same_bytes_share_a_place(layout: Any) -> None:
    found = layout({"LICENSE": "L", "pkg/LICENSE": "L"}, {"pkg/LICENSE": "pkg/LICENSE"})

    assert {"LICENSE": "pkg/LICENSE", "pkg/LICENSE": "pkg/LICENSE"} == found.member_paths


def test_another_license_where_receivers_look_for_it_is_refused(layout: Any) -> None:
    with pytest.raises(SourceError) as caught:
        layout({"LICENSE": "L", "pkg/LICENSE": "MIT"}, {"pkg/LICENSE": "pkg/LICENSE"})
    expected = Bilingual(
        en="LICENSE: goes to `pkg/LICENSE` in the wheel, where another file lies already, which a receiver would take for"
        " the license; rename that one, or take it out of the wheel",
        zh="LICENSE：在 wheel 中应放到 `pkg/LICENSE`，但该处已有另一个文件，接收者会将其当作许可证；"
        "请将后者改名，或将其移出 wheel",
    )
    assert (expected,) == caught.value.messages


def test_what_the_wheel_replaces_is_not_in_it(layout: Any) -> None:
    found = layout({"pkg/paths.py": "1", "extra/paths.py": "2"}, {"pkg/paths.py": "extra/paths.py"})

    assert {"extra/paths.py": "pkg/paths.py"} == found.member_paths
    assert {archive_path("pkg/paths.py")} == found.replaced


@pytest.mark.parametrize("name", ["MODIFICATIONS.md", "OAML-MANIFEST.json", "SHA256SUMS"])
def test_a_file_of_one_s_own_where_a_wheel_has_ours_is_refused(layout: Any, name: str) -> None:
    expected = Bilingual(
        en=f"pkg/{name}: goes to `pkg/{name}` in the wheel, which every wheel gets from hatch-oaml; rename yours",
        zh=f"pkg/{name}：在 wheel 中应放到 `pkg/{name}`，而该文件由 hatch-oaml 写入每个 wheel；请给您自己的文件改名",
    )

    with pytest.raises(SourceError) as caught:
        layout({f"pkg/{name}": "mine"}, {})
    assert (expected,) == caught.value.messages
