"""What we say of Hatchling's selection is what Hatchling does."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tomli_w
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from hypothesis import HealthCheck, example, given, settings, strategies as st

from hatch_oaml.project.hatchling_picks import targets_that_pick
from hatch_oaml.project.hatchling_project import project_of
from hatch_oaml.project.hatchling_selection import (
    Selected,
    ignored_by_version_control,
    output_folders,
    placed_files,
    selected_files,
    selection_of,
)
from hatch_oaml.project.hatchling_wheel import wheel_has_packages, wheel_paths
from hatch_oaml.records.project import Author, Project
from hatch_oaml.values.errors import SourceError
from hatch_oaml.values.patterns import Patterns
from tests.members import members

if TYPE_CHECKING:
    from collections.abc import Mapping

TREE = (
    *("pkg/__init__.py", "pkg/m.bin", "pkg/sub/m.bin", "weights/m.bin", "weights/deep/m.bin", "top.bin"),
    *("src/other/__init__.py", "src/other/m.bin", "notes.txt"),
)
MODEL = [path for path in TREE if path.endswith(".bin")]


def plant(root: Path, *paths: str) -> None:
    """Files that hold their own path, so that they are known wherever they end up."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(f"at {path}", encoding="utf-8")


def configure(root: Path, build: Mapping[str, Any], **project: Any) -> ProjectMetadata[Any]:
    tables = {
        "project": {"name": "pkg", "version": "1.0", **project},
        "tool": {"hatch": {"build": build}},
    }
    (root / "pyproject.toml").write_text(tomli_w.dumps(tables), encoding="utf-8")
    return ProjectMetadata(str(root), PluginManager())


def shipped(metadata: ProjectMetadata[Any], into: Path) -> dict[str, set[str] | None]:
    """What Hatchling really puts into a wheel and an sdist, known by its content; None where it refuses to build."""
    found: dict[str, set[str] | None] = {}
    for builder_class in (WheelBuilder, SdistBuilder):
        builder = builder_class(metadata.root, None, None, metadata)
        into.mkdir(exist_ok=True)
        try:
            [archive] = builder.build(directory=str(into))
        except (ValueError, FileNotFoundError):
            found[builder.PLUGIN_NAME] = None
        else:
            held = {data.decode() for data in members(Path(archive)).values() if data.startswith(b"at ")}
            found[builder.PLUGIN_NAME] = {text.removeprefix("at ") for text in held}
        finally:
            shutil.rmtree(into)
    return found


def said(metadata: ProjectMetadata[Any], paths: list[str]) -> dict[str, set[str]]:
    answer: dict[str, set[str]] = {"wheel": set(), "sdist": set()}
    for path, target in targets_that_pick(metadata, paths):
        answer[target].add(path)
    return answer


# the law of the gate

_patterns = st.lists(
    st.sampled_from(("*.bin", "/weights", "weights/", "pkg/**/*.bin", "!pkg/m.bin", "*.txt", "m.*", "/src")), max_size=2
)
_places = st.sampled_from(("pkg", "weights", "weights/m.bin", "top.bin", "src", "src/other", ".", "weights/deep"))
_COMMON: dict[str, st.SearchStrategy[Any]] = {
    "exclude": _patterns,
    "include": _patterns,
    "artifacts": _patterns,
    "only-include": st.lists(_places, max_size=2, unique=True),
    "packages": st.lists(st.sampled_from(("pkg", "src/other", "weights")), max_size=2, unique=True),
    "force-include": st.dictionaries(_places, st.sampled_from(("a/b.bin", "x", "pkg/data")), max_size=1),
    "only-packages": st.booleans(),
    "skip-excluded-dirs": st.booleans(),
    "ignore-vcs": st.booleans(),
    "sources": st.sampled_from((["src"], ["weights"], {"weights": "w"})),
}
_WHEEL = _COMMON | {
    "shared-data": st.dictionaries(_places, st.just("share/x"), max_size=1),
    "shared-scripts": st.dictionaries(_places, st.just("run"), max_size=1),
    "extra-metadata": st.dictionaries(_places, st.just("more"), max_size=1),
}
_IGNORES = st.sampled_from(("", "weights/\n", "*.bin\n!pkg/m.bin\n"))


def _tables(options: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.sets(st.sampled_from(sorted(options)), max_size=2).flatmap(
        lambda keys: st.fixed_dictionaries({key: options[key] for key in sorted(keys)})
    )


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@example({}, {}, {}, "")
@example({"exclude": ["*.bin"]}, {}, {}, "")
@example({"exclude": ["*.bin"], "artifacts": ["weights/*.bin"]}, {}, {}, "")
@example({"exclude": ["*.bin"], "force-include": {"weights": "data"}}, {}, {}, "")
@example({"exclude": ["*.bin"]}, {"exclude": []}, {}, "")
@example({"exclude": ["*.bin"]}, {}, {"only-include": ["weights/m.bin"]}, "")
@example({"exclude": ["/weights"]}, {"shared-data": {"weights": "share/x"}}, {}, "")
@example({"exclude": ["*.bin"]}, {"extra-metadata": {"top.bin": "more"}}, {}, "")
@example({}, {"packages": ["src/other"]}, {}, "*.bin\n!pkg/m.bin\n")
@given(_tables(_COMMON), _tables(_WHEEL), _tables(_COMMON), _IGNORES)
def test_hatchling_ships_exactly_the_weights_that_we_say_it_picks(
    tmp_path: Path, build: dict[str, Any], wheel: dict[str, Any], sdist: dict[str, Any], ignored: str
) -> None:
    root = tmp_path / "project"
    plant(root, *TREE)
    (root / ".gitignore").write_text(ignored, encoding="utf-8")
    metadata = configure(root, {**build, "targets": {"wheel": wheel, "sdist": sdist}})
    told = said(metadata, MODEL)

    for target, held in shipped(metadata, tmp_path / "out").items():
        if held is not None:
            assert (target, held & set(MODEL)) == (target, told[target])


def test_weights_from_elsewhere_are_picked_by_the_place_that_they_get(tmp_path: Path) -> None:
    plant(tmp_path, "store/m.bin", "store/deep/m.bin", "blob")
    root = tmp_path / "project"
    plant(root, "pkg/__init__.py", "pkg/sub/own.bin")
    forced = {"../store": "pkg/sub", "../blob": "pkg/model.bin"}
    metadata = configure(root, {"exclude": ["*.bin"], "force-include": forced})

    # own.bin lies where `../store` goes, but is none of its files
    paths = ["pkg/sub/m.bin", "pkg/sub/deep/m.bin", "pkg/sub/own.bin", "pkg/model.bin"]
    expected = {"pkg/sub/m.bin", "pkg/sub/deep/m.bin", "pkg/model.bin"}
    assert {"wheel": expected, "sdist": expected} == said(metadata, paths)
    held = shipped(metadata, tmp_path / "out")["wheel"]
    assert held is not None
    assert {"store/m.bin", "store/deep/m.bin", "blob", "pkg/__init__.py"} == held


def test_where_hatchling_cannot_tell_what_to_ship_it_picks_nothing(tmp_path: Path) -> None:
    plant(tmp_path, "top.bin")
    metadata = configure(tmp_path, {})

    assert {"wheel": set(), "sdist": {"top.bin"}} == said(metadata, ["top.bin"])
    assert shipped(metadata, tmp_path / "out")["wheel"] is None


# selection


def test_a_release_is_selected_by_the_options_of_its_target(tmp_path: Path) -> None:
    plant(tmp_path, "README.md", "a.py", "b.py", "data/x")
    metadata = configure(tmp_path, {"exclude": ["*.md"], "targets": {"oaml": {"exclude": ["b.py"]}}})

    assert {"README.md", "a.py", "data/x", "pyproject.toml"} == {
        file.path for file in selected_files(selection_of(metadata))
    }


def test_selected_files_keep_their_place_whatever_sources_say(tmp_path: Path) -> None:
    plant(tmp_path, "src/pkg/a.py", "blob")
    build = {"sources": ["src"], "only-include": ["src"], "force-include": {"blob": "data/blob.txt"}}
    metadata = configure(tmp_path, build)

    assert [
        Selected(path="src/pkg/a.py", source=str(tmp_path / "src" / "pkg" / "a.py")),
        Selected(path="data/blob.txt", source=str(tmp_path / "blob")),
    ] == selected_files(selection_of(metadata))


def test_a_file_that_is_brought_in_elsewhere_is_not_selected_twice(tmp_path: Path) -> None:
    plant(tmp_path, "a.py", "b.py")
    metadata = configure(tmp_path, {"force-include": {"a.py": "c.py"}, "exclude": ["pyproject.toml"]})

    assert ["b.py", "c.py"] == [file.path for file in selected_files(selection_of(metadata))]


def test_placed_files_are_those_that_the_archive_has(tmp_path: Path) -> None:
    plant(tmp_path, "src/pkg/__init__.py", "src/pkg/a.txt")
    metadata = configure(tmp_path, {})
    builder = WheelBuilder(metadata.root, None, None, metadata)
    build_data = {"artifacts": [], "force_include": {str(tmp_path / "pyproject.toml"): "pkg/p.toml"}}

    assert {
        "pkg/__init__.py": str(tmp_path / "src" / "pkg" / "__init__.py"),
        "pkg/a.txt": str(tmp_path / "src" / "pkg" / "a.txt"),
        "pkg/p.toml": str(tmp_path / "pyproject.toml"),
    } == placed_files(builder, build_data)


def test_the_release_target_by_itself_writes_nothing(tmp_path: Path) -> None:
    assert {} == selection_of(configure(tmp_path, {})).get_version_api()


# version control and output folders


def test_what_version_control_ignores_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.gguf\n# comment\n/checkpoints/\n", encoding="utf-8")

    ignored = ignored_by_version_control(selection_of(configure(tmp_path, {})))

    assert [True, True, False] == [ignored.match(path) for path in ("a/x.gguf", "checkpoints/y", "z.py")]


def test_a_project_may_have_version_control_overlooked(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.gguf\n", encoding="utf-8")

    assert Patterns(()) == ignored_by_version_control(selection_of(configure(tmp_path, {"ignore-vcs": True})))


@pytest.mark.parametrize(
    ("build", "location", "expected"),
    [
        ({}, "", ("dist", "dist-oaml")),
        ({"directory": "out"}, "", ("dist", "out", "out-oaml")),
        ({"targets": {"oaml": {"directory": "out/models"}}}, "", ("dist", "out/models")),
        ({"targets": {"wheel": {"directory": "wheels"}}}, "", ("dist", "dist-oaml", "wheels")),
        ({"directory": "../out"}, "", ("dist",)),
        ({"directory": "."}, "", ("dist", "dist-oaml")),
        ({}, "release", ("dist", "dist-oaml", "release")),
        ({}, "/elsewhere", ("dist", "dist-oaml")),
    ],
)
def test_output_folders_are_all_that_lie_below_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, build: dict[str, Any], location: str, expected: tuple[str, ...]
) -> None:
    monkeypatch.setenv("HATCH_BUILD_LOCATION", location)

    assert expected == output_folders(selection_of(configure(tmp_path, build)))


# the project


def test_a_project_has_the_names_that_its_files_have(tmp_path: Path) -> None:
    plant(tmp_path, "LICENSE", "LICENSES/MIT.txt")
    project = {"name": "My.Model--7B", "version": "1.0.0rc1+GPU.8", "license": "MIT"}
    authors = [{"name": "Lab"}, {"email": "a@b.example"}, {"name": "Ada", "email": "ada@b.example"}]
    metadata = configure(tmp_path, {}, **project, authors=authors, **{"license-files": ["LICENSE", "LICENSES/*"]})

    expected = Project(
        root=str(tmp_path.resolve()),
        name="my_model_7b",
        version="1.0.0rc1+gpu.8",
        import_name="my_model_7b",
        license_expression="MIT",
        license_files=("LICENSE", "LICENSES/MIT.txt"),
        authors=(Author(name="Lab"), Author(email="a@b.example"), Author(name="Ada", email="ada@b.example")),
    )
    assert expected == project_of(metadata)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
def test_a_project_s_root_is_where_links_lead(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    assert str((tmp_path / "real").resolve()) == project_of(configure(tmp_path / "link", {})).root


@pytest.mark.parametrize(
    ("tree", "build", "expected"),
    [
        ((), {}, "pkg"),
        (("pkg/__init__.py",), {}, "pkg"),
        (("src/pkg/__init__.py",), {}, "pkg"),
        (("acme/pkg/__init__.py",), {}, "acme/pkg"),
        (("src/acme/chat/__init__.py",), {"packages": ["src/acme"]}, "acme/chat"),
        (("src/acme/ai/chat/__init__.py",), {"packages": ["src/acme"]}, "acme/ai/chat"),
        (("src/acme/chat/run.py",), {"packages": ["src/acme"]}, "acme/chat"),
        (("src/__init__.py",), {"packages": ["src"], "sources": {"src": "lantern"}}, "lantern"),
        (("py/old/__init__.py",), {"packages": ["py/old"], "sources": {"py/old": "new"}}, "new"),
        (("acme/a/__init__.py", "acme/b/__init__.py"), {"packages": ["acme"]}, "pkg"),
        (("lib/__init__.py",), {"packages": ["lib"]}, "lib"),
        (("src/lib/__init__.py",), {"packages": ["src/lib"]}, "lib"),
        (("a/__init__.py", "b/__init__.py"), {"packages": ["a", "b"]}, "pkg"),
        (("a/__init__.py", "pkg/__init__.py"), {"packages": ["a", "pkg"]}, "pkg"),
        (("a/x",), {"only-include": ["a"]}, "pkg"),
        (("lib/chat/__init__.py",), {"only-include": ["lib/chat"], "sources": {"lib": "acme"}}, "acme/chat"),
        (("lib/chat/__init__.py",), {"only-include": ["lib/chat"], "sources": ["lib"]}, "chat"),
        (("acme/chat/__init__.py",), {"include": ["acme/chat/**"]}, "acme/chat"),
        (("src/chat/__init__.py", "src/chat/a/__init__.py"), {"include": ["src"], "sources": ["src"]}, "chat"),
        (("a/__init__.py", "b/__init__.py"), {"include": ["a", "b"]}, "pkg"),
        (("a.py",), {"include": ["*.py"]}, "pkg"),
    ],
)
def test_data_goes_below_the_one_package_or_the_project_s_name(
    tmp_path: Path, tree: tuple[str, ...], build: dict[str, Any], expected: str
) -> None:
    plant(tmp_path, *tree)

    assert expected == project_of(configure(tmp_path, {"targets": {"wheel": build}})).import_name


def test_a_single_module_that_would_hide_the_data_is_refused(tmp_path: Path) -> None:
    plant(tmp_path, "pkg.py")

    with pytest.raises(SourceError, match=r"^pkg\.py: a single module hides the folder `pkg/`"):
        project_of(configure(tmp_path, {}))


@pytest.mark.parametrize(
    ("tree", "build", "expected"),
    [
        (("pkg/__init__.py",), {}, {"pkg/w.bin": "pkg/w.bin", "w.bin": "pkg/w.bin", "pkgs/w": "pkg/pkgs/w"}),
        (("src/pkg/__init__.py",), {}, {"src/pkg/w": "pkg/w", "src/w": "pkg/src/w", "w": "pkg/w"}),
        ((), {}, {"a/w": "pkg/a/w"}),
        (("src/lib/a.py",), {"packages": ["src/lib"]}, {"src/lib/w": "lib/w", "w": "lib/w"}),
    ],
)
def test_release_files_go_into_hatchling_s_packages_or_below_the_import_name(
    tmp_path: Path, tree: tuple[str, ...], build: dict[str, Any], expected: dict[str, str]
) -> None:
    plant(tmp_path, *tree)
    metadata = configure(tmp_path, {"targets": {"wheel": build}})

    wheel_path = wheel_paths(metadata, project_of(metadata))
    assert expected == {path: wheel_path(path) for path in expected}


@pytest.mark.parametrize(("tree", "expected"), [(("pkg/__init__.py",), True), (("data/x",), False)])
def test_whether_hatchling_finds_packages_by_itself(tmp_path: Path, tree: tuple[str, ...], *, expected: bool) -> None:
    plant(tmp_path, *tree)
    metadata = configure(tmp_path, {})

    assert expected == wheel_has_packages(WheelBuilder(metadata.root, None, None, metadata).config)
