"""A call loads what it needs, as a fresh interpreter shows: nobody waits for readers that no file asks for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from hatch_oaml.facts_cache.location import VARIABLE
from tests.conftest import FIXTURES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLLECTED = "import gc, sys; print([stage['collections'] for stage in gc.get_stats()], file=sys.stderr)"
LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
CHECK = f"""
import sys
sys.argv = ["hatch-oaml", "check"]
from hatch_oaml.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
{LOADED}
"""
KEEPING = f"from hatch_oaml.facts_cache import cache\ncache._GRAIN = 0\n{CHECK}"
"""What was written a moment ago is kept too."""
READS_TEXTS = ("hatch_oaml.recognition", "hatch_oaml.notices", "hatch_oaml.statements", "hatch_oaml.project.file_facts")
VERIFY = f"""
import sys
from hatch_oaml.archives import _digesting
class Stopped(_digesting._Hasher):
    def __init__(self, *arguments):
        {LOADED}
        raise SystemExit
_digesting._Hasher = Stopped
sys.argv = ["hatch-oaml", "verify", "ARCHIVE"]
from hatch_oaml.__main__ import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""


def told_by(code: str, folder: Path, **settings: str) -> list[Any]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # it loads, too
    asked = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
        env={**environment, **settings},
    )
    told: list[Any] = json.loads(asked.stderr.splitlines()[-1])
    return told


def loaded_by(code: str, folder: Path, **settings: str) -> set[str]:
    return set(told_by(code, folder, **settings))


def below(modules: Iterable[str], *packages: str) -> list[str]:
    return sorted(
        module for module in modules if any(module == name or module.startswith(f"{name}.") for name in packages)
    )


@pytest.fixture(scope="module")
def recalled(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """What a check loads of a fine-tune whose texts it reads, and what the next one does, which recalls them."""
    folder = tmp_path_factory.mktemp("recalled")
    shutil.copytree(FIXTURES / "projects" / "derivative-finetune", folder / "project")
    kept = {VARIABLE: str(folder / "cache")}
    return loaded_by(KEEPING, folder / "project", **kept), loaded_by(KEEPING, folder / "project", **kept)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What `check` loads of an original release of somebody's: texts, and weights in safetensors."""
    project = tmp_path_factory.mktemp("original") / "project"
    shutil.copytree(FIXTURES / "projects" / "original-release", project)
    table = project / "pyproject.toml"
    text = table.read_text(encoding="utf-8")
    authors = 'authors = [{ name = "Beacon Works", email = "models@beacon.example" }]'
    table.write_text(text.replace("[project]\n", f"[project]\n{authors}\n"), encoding="utf-8")
    return loaded_by(CHECK, project)


def test_hatchling_s_import_of_the_hooks_loads_no_door_and_no_room(tmp_path: Path) -> None:
    loaded = loaded_by(f"import hatch_oaml.hooks\n{LOADED}", tmp_path)

    assert "hatch_oaml.hooks" in loaded
    assert [] == below(loaded, "click", "rich", "hatch_oaml.checks", "hatch_oaml.weights", "hatch_oaml.release")


def test_a_check_reads_safetensors_with_the_reader_of_safetensors_alone(checked: set[str]) -> None:
    readers = {module.rpartition(".")[2] for module in below(checked, "hatch_oaml.weights")}

    assert {"safetensors"} == {name for name in readers if not name.startswith("_")} - {"weights"}
    assert not {"_pickle", "_opcodes", "_hdf5_tensors", "_protobuf", "_packed", "_flatbuffer"} & readers


def test_a_check_writes_no_archive_and_loads_none_of_what_does(checked: set[str]) -> None:
    assert [] == below(checked, "hatch_oaml.archives", "hatch_oaml.packing", "hatch_oaml.verification", "zstandard")


def test_a_check_without_a_terminal_loads_no_bar_and_small_files_no_threads(checked: set[str]) -> None:
    assert [] == below(checked, "rich", "concurrent.futures")


def test_a_check_loads_nothing_that_reads_fields_which_the_project_has_not(checked: set[str]) -> None:
    assert [] == below(checked, "packaging.requirements", "packaging.markers")


def test_a_check_loads_nothing_that_judges_fields_which_are_plainly_right(checked: set[str]) -> None:
    assert [] == below(checked, "packaging.specifiers", "email")


def test_a_check_loads_nothing_that_its_texts_do_not_ask_for(checked: set[str]) -> None:
    assert [] == below(checked, "logging", "encodings.gb18030", "html")


def test_a_check_loads_nothing_that_mistakes_and_changed_notices_ask_for(checked: set[str]) -> None:
    assert [] == below(checked, "difflib")


def test_a_check_that_names_no_workers_loads_nothing_that_hands_them_work(checked: set[str]) -> None:
    assert [] == below(checked, "hatch_oaml.project.by_workers", "hatch_oaml.parts")


def test_a_check_makes_no_keys_and_loads_none_of_what_does(checked: set[str]) -> None:
    assert [] == below(checked, "secrets", "hmac")


def test_a_check_renders_no_papers_and_loads_none_of_what_does(checked: set[str]) -> None:
    assert [] == below(checked, "hatch_oaml.rendering", "importlib.resources")


def test_a_check_that_recalls_all_texts_loads_nothing_of_what_reads_them(
    recalled: tuple[set[str], set[str]],
) -> None:
    first, second = recalled

    assert set(READS_TEXTS) <= first
    assert ["hatch_oaml.statements"] == below(second, *READS_TEXTS)


def test_a_check_that_is_told_as_text_loads_no_other_format_of_the_report(checked: set[str]) -> None:
    members = {module.rpartition(".")[2] for module in below(checked, "hatch_oaml.reports")} - {"reports"}

    assert {"text"} == {name for name in members if not name.startswith("_")}
    assert [] == [name for name in members if "sarif" in name]
    assert [] == below(checked, "hatch_oaml.values.markdown")


def test_members_are_being_hashed_before_what_judges_them_is_loaded(tmp_path: Path) -> None:
    archive = FIXTURES / "formats" / "1"
    code = VERIFY.replace("ARCHIVE", str(next(archive.glob("*.oaml.tar"))))

    loaded = loaded_by(code, tmp_path)

    assert "hatch_oaml.archives.tar" in loaded
    judging = ("checks", "rendering", "recognition", "retention", "notices", "license", "pipeline", "release")
    others = ("signing", "recording", "reports._people", "verification.folder_layout", "verification.unpacked_folder")
    assert [] == below(loaded, "pathspec", "hatchling", *(f"hatch_oaml.{room}" for room in (*judging, *others)))


def test_a_check_does_load_what_it_asks(checked: set[str]) -> None:
    assert {"click", "hatch_oaml.checks.dropped_notice", "hatch_oaml.weights.safetensors"} <= checked


def test_a_small_check_is_not_looked_through_for_garbage_again_and_again(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(FIXTURES / "projects" / "original-release", project)

    young, middle, old = told_by(CHECK.replace(LOADED, COLLECTED), project)

    assert (True, True, True) == (young < 30, middle < 3, old < 2), (young, middle, old)


def test_what_imports_the_commands_into_a_process_of_its_own_keeps_its_collector(tmp_path: Path) -> None:
    told = "import gc, json, sys; print(json.dumps(list(gc.get_threshold())), file=sys.stderr)"
    imported = "from hatch_oaml import cli; cli.main.get_command(None, 'check'); import hatch_oaml.hooks"

    assert told_by(told, tmp_path) == told_by(f"{imported}\n{told}", tmp_path)
