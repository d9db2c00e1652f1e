"""Breaks random places of some rooms, one at a time, and tells which no test of the room sees: `python tests/mutation.py`.

`python tests/mutation.py ROOM[,ROOM…] [HOW_MANY] [SEED]`; each place is broken in a copy of the tree. The tests of the
room are run, for at most ten minutes, and where they see nothing the tests of the rooms that build on all.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("retention", "recognition", "license", "verification", "packing")
TESTS = {
    "recognition": ("tests/recognition", "tests/notices"),
    "retention": ("tests/retention", "tests/checks"),
    "license": ("tests/license", "tests/checks"),
}
WHOLE = (
    "tests/checks",
    "tests/recording",
    "tests/reports",
    "tests/verification",
    "tests/test_builder.py",
    "tests/test_cli.py",
)
"""What asks of everything below, and is slow: for what the tests of a room do not see."""

_FLIPPED: dict[type[ast.AST], Any] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}

_LEFT_OUT = (ast.Assign, ast.AugAssign, ast.Raise, ast.Break, ast.Continue)


def places(tree: ast.Module) -> list[tuple[ast.AST, str]]:
    """What can be broken: nodes, each with how."""
    found: list[tuple[ast.AST, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and type(node.ops[0]) in _FLIPPED:
            found.append((node, "comparison"))
        elif isinstance(node, ast.BoolOp | ast.BinOp) and type(node.op) in _FLIPPED:
            found.append((node, "operator"))
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            found.append((node, "not"))
        elif isinstance(node, ast.If | ast.IfExp) and ast.unparse(node.test) != "TYPE_CHECKING":
            found.append((node, "condition"))
        elif isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
            found.append((node, "number"))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"any", "all"}:
            found.append((node, "any and all"))
        elif isinstance(node, ast.Return) and node.value is not None:
            found.append((node, "nothing returned"))
        elif node not in tree.body and (isinstance(node, _LEFT_OUT) or _is_call(node)):
            found.append((node, "left out"))
    return [(node, how) for node, how in found if hasattr(node, "lineno")]


def _is_call(node: ast.AST) -> bool:
    """A call for what it does; a docstring is none."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)


class _LeaveOut(ast.NodeTransformer):
    def __init__(self, left_out: ast.AST) -> None:
        self._left_out = left_out

    def visit(self, node: ast.AST) -> Any:
        return ast.Pass() if node is self._left_out else self.generic_visit(node)


def broken(source: str, index: int) -> tuple[str, str]:
    """The source with one place broken, and which."""
    tree = ast.parse(source)
    node, how = places(tree)[index]
    line = f"line {node.lineno}: {how}"  # type: ignore[attr-defined]
    if isinstance(node, ast.Compare):
        node.ops[:1] = [_FLIPPED[type(node.ops[0])]()]
    elif isinstance(node, ast.BoolOp | ast.BinOp):
        node.op = _FLIPPED[type(node.op)]()
    elif isinstance(node, ast.UnaryOp):
        node.op = ast.UAdd()
        node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        node.func.id = "all" if node.func.id == "any" else "any"
    elif isinstance(node, ast.Return):
        node.value = None
    else:
        tree = _LeaveOut(node).visit(tree)
    return ast.unparse(ast.fix_missing_locations(tree)), line


def chosen(rooms: tuple[str, ...], how_many: int, seed: int) -> Iterator[tuple[Path, int]]:
    every = [
        (file, index)
        for room in rooms
        for file in sorted((ROOT / "hatch_oaml" / room).glob("*.py"))
        for index in range(len(places(ast.parse(file.read_bytes()))))
    ]
    chance = random.Random(seed)  # noqa: S311
    return iter(chance.sample(every, min(how_many, len(every))))


def tests_of(room: str) -> tuple[str, ...]:
    return TESTS.get(room, (f"tests/{room}",))


def _fails(tree: Path, tests: tuple[str, ...]) -> bool:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-p",
        "no:cacheprovider",
        "-m",
        "not end_to_end and not huge",
        *tests,
    ]
    try:
        # the processes that tests start are to meet the broken tree too, and not what is installed
        environment = {**os.environ, "PYTHONPATH": str(tree)}
        ran = subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=False, timeout=600)
    except subprocess.TimeoutExpired:
        return True
    return ran.returncode != 0


@contextmanager
def broken_at(tree: Path, file: Path, index: int) -> Iterator[str]:
    """The tree with one place of `file` broken, and which."""
    target = tree / file.relative_to(ROOT)
    source = file.read_text(encoding="utf-8")
    changed, line = broken(source, index)
    target.write_text(changed, encoding="utf-8")
    try:
        yield f"{file.relative_to(ROOT).as_posix()}, {line}"
    finally:
        target.write_text(source, encoding="utf-8")


def unseen_by_rooms(tree: Path, tried_places: Iterable[tuple[Path, int]]) -> Iterator[tuple[Path, int]]:
    unseen = 0
    for tried, (file, index) in enumerate(tried_places, 1):
        with broken_at(tree, file, index) as where:
            if not _fails(tree, tests_of(file.parent.name)):
                unseen += 1
                print(f"not seen by its room: {where}", flush=True)
                yield file, index
        if tried % 10 == 0:
            print(f"{tried} tried, {unseen} not seen by their room", flush=True)


def survivors(tree: Path, unseen: Iterable[tuple[Path, int]]) -> Iterator[str]:
    for file, index in unseen:
        with broken_at(tree, file, index) as where:
            if not _fails(tree, WHOLE):
                print(f"survived: {where}", flush=True)
                yield where


def main() -> None:
    rooms = tuple(sys.argv[1].split(",")) if len(sys.argv) > 1 else ROOMS
    how_many = int(sys.argv[2]) if len(sys.argv) > 2 else 150
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name, "tree")
        ignored = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".hypothesis", ".*_cache")
        shutil.copytree(ROOT, tree, ignore=ignored, symlinks=True)
        for room in rooms:
            if _fails(tree, tests_of(room)):
                sys.exit(f"the tests of {room} fail where nothing is broken")
        tried = list(chosen(rooms, how_many, seed))
        unseen = list(unseen_by_rooms(tree, tried))
        left = len(list(survivors(tree, unseen)))
    print(f"{len(tried)} tried, {len(tried) - left} killed, {left} survived")


if __name__ == "__main__":
    main()
