"""The house stands: rooms import down, files are read by the readers alone, and the commands alone print."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import hatch_oaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PACKAGE = Path(hatch_oaml.__file__).parent

FLOORS: tuple[frozenset[str], ...] = (
    frozenset({"__init__", "values"}),
    frozenset({"license", "records", "stores"}),
    frozenset(
        {
            "comparison",
            "engines",
            "facts_cache",
            "progress",
            "recognition",
            "retention",
            "shards",
            "storage",
            "streams",
            "terms",
            "usage",
            "weights",
        }
    ),
    frozenset({"archives", "notices", "parts", "release", "signing", "statements"}),
    frozenset({"authoring", "compared", "findings", "project"}),
    frozenset({"rendering", "telling"}),
    frozenset({"bom"}),
    frozenset({"checks"}),
    frozenset({"reports"}),
    frozenset({"pipeline"}),
    frozenset({"packing", "verification"}),
    frozenset({"build_hook", "builder", "recording"}),
    frozenset({"published"}),
    frozenset({"commands", "hooks"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""Rooms, and the modules at the top of the package, the ground floor first. A new one gets its place here."""

FAMILIES = frozenset(
    {"checks", "notices", "statements", "weights", "archives", "reports", "commands", "stores", "engines"}
)
"""Rooms whose members are found by their folder, and are strangers to each other."""

READERS = {
    "project.file_facts": "reads a release's files",
    "project.model_facts": "reads a release's model files",
    "project.on_disk": "asks the file system of a release's files",
    "project.model_digests": "reads model files for their digests",
    "project.scan": "reads the project's own small files",
    "project.walking": "walks the tree",
    "project.import_name": "looks for the packages of a namespace",
    "project.hatchling_walk": "walks the tree in Hatchling's place",
    "project.recalled_digests": "asks the file system whether model files are what they were",
    "facts_cache": "keeps what was read in the user's cache folder",
    "recording": "reads what a base record is made from",
    "verification.environments": "looks for releases among what is installed",
    "verification.folder_layout": "looks for what is a release in a folder",
    "verification.folder_walk": "walks the folder that an archive was unpacked into",
    "verification.unpacked_folder": "reads the folder that an archive was unpacked into",
    "weights": "read headers",
    "parts.own_uploads": "keeps in mind which uploads were begun",
    "parts.stored_archive": "asks a store what is there already",
    "parts.destination": "puts parts into a draft that all workers share",
    "storage": "moves bytes to and from disk",
    "streams": "opens what stands in for a closed stream",
    "values.resources": "reads texts that lie beside the package's modules",
    "signing": "reads keys and signatures",
    "packing.hatchling_archives": "takes apart what Hatchling wrote",
    "builder": "a door: clears its own folder when Hatch asks",
    "commands": "doors: read what they are pointed at",
}
"""Rooms and modules that read files."""

HASHING = frozenset({"hashlib", "_hashlib", "_sha2", "_sha256"})
"""What makes digests; `values.digests` alone has it, so that a digest is of one kind and comes about one way."""

_READING_CALLS = frozenset(
    {"open", "scandir", "walk", "stat", "lstat", "listdir", "iterdir", "glob", "rglob", "readlink", "get_data", "files"}
)
_READING_CALLS_WITHOUT_ARGUMENTS = frozenset({"read_text", "read_bytes"})

OPEN_IN_MEMORY = frozenset({"notices.office_document", "notices._packed"})
"""They open the members of an archive whose bytes they were given."""

IMPORTS_INSIDE_FUNCTIONS: dict[str, str] = {
    "checks.altered_bill_of_materials": "only a finished archive's papers are rendered again, and a check of a project has none",
    "checks.altered_metadata": "likewise",
    "checks.altered_page": "likewise",
    "checks.contradicted_manifest": "likewise",
    "archives": "only who compares reads what others wrote, and what decompresses that takes long to import",
    "__main__": "what the command imports is collected seldom, and so it is said first",
    "commands._project": "importlib.metadata takes as long as all of click, and only an error asks for it",
    "commands.verify": "what judges is imported while the archive's members are being hashed, and before that only what the call needs for it",
    "commands._outputs": "what tells archives apart is asked where something could be written over, and nowhere else",
    "commands._archives": "an archive is no folder, and is being hashed the sooner",
    "verification.opening": "likewise",
    "reports.text": "mistakes are told by it too, before there is a report, and while an archive is being hashed",
    "commands.check": "only `--fix-notices` writes, and is worth the import of what is written",
    "progress": "rich takes long to import, which no build without a terminal should pay",
    "hooks": "Hatchling imports every installed plugin in every build of every project",
    "rendering.core_metadata": "email's parser takes as long as all of click, and only a publisher with an address asks",
    "license.copies": "only a copy that differs is aligned word by word",
    "reports.html": "Jinja2 is an extra, and only who asks for the page needs it, and what lays the page out",
    "signing.signer": "cryptography is an extra, and only who signs needs it",
    "signing.trust": "likewise: only who asks for a signature needs it",
    "stores.remote": "fsspec is an extra, likewise",
    "stores.s3": "boto3 is an extra, and only who names such an address needs it",
    "engines": "an engine that nobody asks for costs nothing",
    "engines.dask": "distributed is an extra, and only who names a scheduler needs it",
    "notices": "only a packed file is worth the import of what unpacks it",
    "notices.portable_document": "pypdf is an extra that few install",
    "weights": "only a compressed file is worth the import of what unpacks it",
    "values.entities": "the table of their names takes as long to import as to fold a license, and few texts have one",
    "values.nearest": "only a mistake asks, and is worth the import",
    "retention.pairing": "only a notice that was not kept word by word is worth the import of difflib",
    "project.digesting": "most calls name nobody who digests",
    "project.model_facts": "most headers hold no words of anybody, and what recognises notices takes long to import",
    "project.recalled_facts": "where all is recalled, what reads texts is not even imported",
    "project.gathering": "only where models lie in a store are their headers read by threads",
    "recording.found": "likewise",
    "storage.opening": "likewise: only what lies in a store is fetched by threads",
    "storage.exchange": "only a folder that takes an earlier one's place asks the C library",
    "storage.source": "likewise: only what lies in a store is fetched by threads",
    "project.model_digests": "threads take longer to import than small files to hash",
    "weights._digesting": "only tensors that are compared are hashed by two threads",
    "weights._downloaders": "only what a downloader may have kept is looked through opcode by opcode",
    "weights._content": "only an archive is worth the import of tarfile",
    "values.zstandard_start": "zstd is in Python itself from 3.14 on, and a library before",
    "weights.pickles": "only a compressed file is worth the import of what unpacks it",
    "weights._hdf5_tensors": "h5py is an extra that few install",
}
"""Where an import may stand inside a function, and why."""


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


FILES = {name_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}
FLOOR_OF = {name: floor for floor, names in enumerate(FLOORS) for name in names}


@cache
def trees() -> dict[str, ast.Module]:
    """Of all modules; to parse them takes longer than to collect the tests of a room."""
    return {name: ast.parse(file.read_bytes()) for name, file in FILES.items()}


def room(module: str) -> str:
    return module.partition(".")[0]


def imports_of(module: str) -> Iterator[str]:
    """The modules of the package that `module` imports: inside functions and for types too."""
    for node in ast.walk(trees()[module]):
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


def private_imports(module: str, tree: ast.Module) -> Iterator[str]:
    """The private names of other rooms that `module` imports: modules as well as what is in them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            package, _, below = name.partition(".")
            if package == "hatch_oaml" and room(below) != room(module) and has_private_part(below):
                yield f"{module} imports {below}, line {node.lineno}"


def imports_from_outside(tree: ast.Module) -> set[str]:
    """The packages at the top that are imported, inside functions too."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def has_private_part(name: str) -> bool:
    return any(part.startswith("_") and not part.endswith("__") for part in name.split("."))


def calls_in(module: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def reads_in(module: str) -> Iterator[str]:
    for name, call in calls_in(module):
        if module in OPEN_IN_MEMORY and name == "open":
            continue
        if name in _READING_CALLS or (name in _READING_CALLS_WITHOUT_ARGUMENTS and not call.args):
            yield f"{module}: {name}, line {call.lineno}"


def imports_inside_functions_of(module: str) -> Iterator[str]:
    for function in ast.walk(trees()[module]):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield f"{module}, line {node.lineno}"


def modules_below(names: Iterable[str]) -> set[str]:
    """The modules that are, or that lie in, one of `names`."""
    wanted = set(names)
    return {module for module in FILES if {module, room(module)} & wanted}


def test_there_is_something_to_look_at() -> None:
    assert {"release", "checks.undeclared_base", "cli"} <= FILES.keys()
    assert {"values.bilingual", "findings"} <= set(imports_of("checks.undeclared_base"))
    assert {"build_hook"} <= set(imports_of("hooks")), "imports inside functions count"


def test_every_room_has_one_floor() -> None:
    assert {room(module) for module in FILES} == FLOOR_OF.keys()
    assert len(FLOOR_OF) == sum(len(floor) for floor in FLOORS)


def test_rooms_import_down() -> None:
    assert [] == [
        f"{module} imports {name}"
        for module in FILES
        for name in imports_of(module)
        if room(name) != room(module) and FLOOR_OF[room(name)] >= FLOOR_OF[room(module)]
    ]


def test_what_is_private_stays_in_its_room() -> None:
    assert [] == [line for module, tree in trees().items() for line in private_imports(module, tree)]


@pytest.mark.parametrize(
    ("line", "imported"),
    [
        ("from hatch_oaml.archives._tar import write_tar", "archives._tar.write_tar"),
        ("from hatch_oaml.archives import _tar", "archives._tar"),
        ("from hatch_oaml.archives.tar import _write", "archives.tar._write"),
        ("import hatch_oaml.archives._tar", "archives._tar"),
        ("def late():\n    from hatch_oaml.archives import _tar", "archives._tar"),
    ],
)
def test_an_import_from_behind_another_room_s_door_is_seen(line: str, imported: str) -> None:
    tree = ast.parse(line)

    (found,) = private_imports("packing.writing", tree)

    assert found.startswith(f"packing.writing imports {imported}, line ")
    assert [] == list(private_imports("archives.zip", tree)), "in its own room a private name is at home"


def test_members_of_a_family_are_strangers() -> None:
    assert [] == [
        f"{module} imports {name}"
        for module in FILES
        if room(module) in FAMILIES
        for name in imports_of(module)
        if room(name) == room(module) and not has_private_part(name)
    ]


def test_nothing_imports_itself_by_way_of_others() -> None:
    graph = {module: set(imports_of(module)) - {module, "__init__"} for module in FILES}

    assert FILES.keys() <= set(TopologicalSorter(graph).static_order())


def test_imports_stand_at_the_top() -> None:
    inside = {module: list(imports_inside_functions_of(module)) for module in FILES}

    assert [] == [line for module, lines in inside.items() if module not in IMPORTS_INSIDE_FUNCTIONS for line in lines]
    assert [] == [module for module in IMPORTS_INSIDE_FUNCTIONS if not inside[module]]


def test_only_the_readers_read() -> None:
    silent = FILES.keys() - modules_below(READERS)

    assert [] == [read for module in sorted(silent) for read in reads_in(module)]
    assert [] == [
        name for name in READERS if not any(True for module in modules_below([name]) for _ in reads_in(module))
    ]


def test_one_module_knows_how_to_hash() -> None:
    hashing = {module for module, tree in trees().items() if imports_from_outside(tree) & HASHING}

    assert {"values.digests"} == hashing


def test_one_room_knows_the_library_for_keys() -> None:
    knowing = {module for module, tree in trees().items() if "cryptography" in imports_from_outside(tree)}

    assert {"signing._certificates", "signing._keys"} == knowing


def test_one_room_knows_the_libraries_for_stores() -> None:
    knowing = {
        module for module, tree in trees().items() if imports_from_outside(tree) & {"boto3", "botocore", "fsspec"}
    }

    assert {"stores._remote", "stores._s3", "stores._s3_errors"} == knowing


def test_one_module_knows_the_library_for_clusters() -> None:
    knowing = {module for module, tree in trees().items() if imports_from_outside(tree) & {"distributed", "dask"}}

    assert {"engines.dask"} == knowing


@pytest.mark.parametrize(
    "line", ["import hashlib", "from hashlib import sha256", "import hashlib as h", "import _sha2"]
)
def test_another_way_to_hash_is_seen(line: str) -> None:
    assert imports_from_outside(ast.parse(line)) & HASHING


def test_commands_print_and_by_one_module_which_makes_foreign_text_visible() -> None:
    assert [] == [
        f"{module}, line {call.lineno}"
        for module in FILES
        if module != "commands._speaking"
        for name, call in calls_in(module)
        if name in {"print", "echo", "secho"}
    ]
