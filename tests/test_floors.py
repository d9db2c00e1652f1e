"""The house stands: imports point down, files are read by the readers alone, and one module prints."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hatch_oaml

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(hatch_oaml.__file__).parent

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"__init__", "bilingual"}),
    frozenset({"errors", "digests"}),
    frozenset(
        {
            "paths",
            "patterns",
            "decoding",
            "weight_names",
            "gguf_names",
            "roles",
            "notice",
            "notice_key",
            "project",
            "epoch",
            "sizes",
        }
    ),
    frozenset({"tables", "tensors", "license", "recognition", "renames"}),
    frozenset({"inventory", "config", "modifications", "base", "seal"}),
    frozenset({"classification", "counterparts", "keeping", "waivers", "shards", "tensor_diff", "beginning"}),
    frozenset({"retention", "model_diff", "tensor_records"}),
    frozenset({"release", "additions"}),
    frozenset({"findings", "manifest", "modification_page"}),
    frozenset({"checks", "notices", "weights", "archives", "reports"}),
    frozenset({"reading", "selection", "hatchling_part", "drafting", "progress", "member_weights", "tensor_reading"}),
    frozenset({"scan", "unpacked_folder", "model_digests"}),
    frozenset({"unpacking"}),
    frozenset({"sources", "archive_records", "gathering", "assembly", "expectation"}),
    frozenset({"verification"}),
    frozenset({"pipeline"}),
    frozenset({"writing"}),
    frozenset({"build_log"}),
    frozenset({"build_hook", "builder", "commands"}),
    frozenset({"cli"}),
    frozenset({"hooks", "__main__"}),
)
"""Modules and packages, the ground floor first. A new module gets its place here."""

FAMILIES = frozenset({"checks", "notices", "weights", "archives", "reports", "commands"})
"""Packages whose members are found by their folder, and are strangers to each other."""

READERS = {
    "reading": "reads a release's files",
    "model_digests": "reads model files for their digests",
    "scan": "walks the tree",
    "sources": "reads what a base record is made from",
    "unpacked_folder": "reads the folder that an archive was unpacked into",
    "weights": "read headers",
    "archives": "write archives, and read them back",
    "hatchling_part": "takes apart what Hatchling wrote",
    "builder": "a door: clears its own folder when Hatch asks",
    "commands": "doors: read what they are pointed at",
}
_READING_CALLS = frozenset(
    {"open", "scandir", "walk", "stat", "lstat", "listdir", "iterdir", "glob", "rglob", "readlink"}
)
_READING_CALLS_WITHOUT_ARGUMENTS = frozenset({"read_text", "read_bytes"})

OPEN_IN_MEMORY = frozenset({"notices.word_document"})
"""They open the members of an archive whose bytes they were given."""

RESOURCE_READERS = frozenset({"checks", "license.canonical"})
"""They read what lies beside them in the package, by `importlib.resources`."""

IMPORTS_INSIDE_FUNCTIONS: dict[str, str] = {
    "progress": "rich takes long to import, which no build without a terminal should pay",
    "hooks": "Hatchling imports every installed plugin in every build of every project",
    "notices.portable_document": "pypdf is an extra that few install",
    "weights._hdf5_tensors": "h5py is an extra that few install",
}
"""Where an import may stand inside a function, and why."""


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


FILES = {name_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(file.read_bytes()) for name, file in FILES.items()}
PLACES = {name: floor for floor, names in enumerate(FLOORS) for name in names}


def top(module: str) -> str:
    return module.partition(".")[0]


def imports_of(module: str) -> Iterator[str]:
    """The modules of the package that `module` imports, for types too."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: relative import"
            for alias in node.names:
                yield from own_module(f"{node.module}.{alias.name}")
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield from own_module(alias.name)


def own_module(name: str) -> Iterator[str]:
    """The module that is, or that holds, what `name` imports."""
    package, _, below = name.partition(".")
    if package != "hatch_oaml":
        return
    yield below if below in FILES else below.rpartition(".")[0] or "__init__"


def calls_in(module: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def reads_in(module: str) -> list[str]:
    return [
        f"{name}, line {call.lineno}"
        for name, call in calls_in(module)
        if name in _READING_CALLS or (name in _READING_CALLS_WITHOUT_ARGUMENTS and not call.args)
    ]


def imports_inside_functions_of(module: str) -> list[int]:
    """The lines where they stand."""
    return [
        node.lineno
        for function in ast.walk(TREES[module])
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_there_is_something_to_look_at() -> None:
    assert {"release", "checks.undeclared_base", "cli"} <= FILES.keys()
    assert {"bilingual", "findings"} <= set(imports_of("checks.undeclared_base"))


def test_every_module_has_a_floor_and_every_place_a_module() -> None:
    assert {top(module) for module in FILES} == PLACES.keys()


def test_no_module_stands_on_two_floors() -> None:
    assert len(PLACES) == sum(len(floor) for floor in FLOORS)


@pytest.mark.parametrize("module", FILES)
def test_imports_point_down(module: str) -> None:
    here = PLACES[top(module)]
    above = {name for name in imports_of(module) if top(name) != top(module) and PLACES[top(name)] >= here}

    assert set() == above


@pytest.mark.parametrize("module", [module for module in FILES if top(module) in FAMILIES])
def test_members_of_a_family_are_strangers(module: str) -> None:
    kin = {name for name in imports_of(module) if top(name) == top(module)}

    assert set() == {name for name in kin if not name.partition(".")[2].startswith("_")}


def test_nothing_imports_itself_by_way_of_others() -> None:
    graph = {module: set(imports_of(module)) - {module, "__init__"} for module in FILES}

    assert FILES.keys() <= set(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("module", [module for module in FILES if module not in IMPORTS_INSIDE_FUNCTIONS])
def test_imports_stand_at_the_top(module: str) -> None:
    assert [] == imports_inside_functions_of(module)


@pytest.mark.parametrize("module", IMPORTS_INSIDE_FUNCTIONS)
def test_what_may_import_inside_functions_does(module: str) -> None:
    assert [] != imports_inside_functions_of(module)


@pytest.mark.parametrize("module", [module for module in FILES if top(module) not in READERS])
def test_only_the_readers_read(module: str) -> None:
    if module in RESOURCE_READERS:
        assert "importlib.resources" in {
            node.module for node in ast.walk(TREES[module]) if isinstance(node, ast.ImportFrom)
        }
        return

    found = reads_in(module)

    assert [] == [read for read in found if not (module in OPEN_IN_MEMORY and read.startswith("open,"))]


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_reads(reader: str) -> None:
    assert any(reads_in(module) for module in FILES if top(module) == reader)


@pytest.mark.parametrize("module", [module for module in FILES if top(module) != "commands"])
def test_only_the_commands_print(module: str) -> None:
    assert [] == [name for name, _ in calls_in(module) if name in {"print", "echo", "secho"}]
