"""Made pairs of a base and a release of which it is known what became of each file: drawn before the rule was written.

The texts are modules of the standard library, as they lie beside the running Python, and what is done to them here.
"""

from __future__ import annotations

import random
import re
import sysconfig
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = [
    "argparse",
    "ast",
    "bdb",
    "bisect",
    "calendar",
    "cmd",
    "code",
    "codecs",
    "colorsys",
    "configparser",
    "contextlib",
    "copy",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "dis",
    "doctest",
    "enum",
    "filecmp",
    "fileinput",
    "fnmatch",
    "fractions",
    "ftplib",
    "functools",
    "getopt",
    "gettext",
    "glob",
    "graphlib",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "imaplib",
    "inspect",
    "ipaddress",
    "locale",
    "lzma",
    "mailbox",
    "mimetypes",
    "netrc",
    "ntpath",
    "numbers",
    "operator",
    "optparse",
    "pathlib",
    "pdb",
    "pickle",
    "pickletools",
    "platform",
    "plistlib",
    "poplib",
    "posixpath",
    "pprint",
    "profile",
    "pstats",
    "pyclbr",
    "queue",
    "quopri",
    "random",
    "reprlib",
    "sched",
    "selectors",
    "shelve",
    "shlex",
    "shutil",
    "smtplib",
    "socket",
    "socketserver",
    "statistics",
    "string",
    "stringprep",
    "subprocess",
    "symtable",
    "tabnanny",
    "tarfile",
    "tempfile",
    "textwrap",
    "threading",
    "timeit",
    "trace",
    "traceback",
    "tracemalloc",
    "types",
    "typing",
    "uuid",
    "warnings",
    "wave",
    "weakref",
    "zipapp",
    "zipfile",
]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """`became` tells each base path's files in the release; a path that is not there became none."""

    name: str
    base: dict[str, str]
    release: dict[str, str]
    became: dict[str, set[str]] = field(default_factory=dict)


@cache
def text_of(module: str) -> str:
    folder = Path(sysconfig.get_path("stdlib"))
    files = (folder / f"{module}.py", folder / module / "__init__.py")
    texts = [file.read_text(encoding="utf-8") for file in files if file.is_file()]
    # a module that became a package and kept little is none; one chapter of a long one does
    return "\n".join((texts or [""])[0].splitlines()[:900])


@cache
def material() -> tuple[str, ...]:
    return tuple(module for module in MODULES if len(text_of(module).splitlines()) > 90)


def edited(text: str, share: float, seed: int) -> str:
    """With so much of its lines replaced by others."""
    chance = random.Random(seed)  # noqa: S311
    lines = text.splitlines()
    for index in chance.sample(range(len(lines)), int(len(lines) * share)):
        lines[index] = f"    replaced_{seed}_{index} = compute_{chance.randrange(10**6)}({index})"
    return "\n".join(lines)


def indented_by_two(text: str) -> str:
    return re.sub(r"(?m)^( {4})+", lambda found: " " * (len(found[0]) // 2), text)


def other_quotes(text: str) -> str:
    return text.replace("'", '"')


def wrapped(text: str) -> str:
    """Arguments of long calls on lines of their own, as a formatter would put them."""

    def split(found: re.Match[str]) -> str:
        inside = ",\n".join(f"{found['indent']}    {part.strip()}" for part in found["inside"].split(","))
        return f"{found['indent']}{found['call']}(\n{inside},\n{found['indent']}){found['after']}"

    return re.sub(r"(?m)^(?P<indent> *)(?P<call>[\w. =]+)\((?P<inside>[^()\n]{45,})\)(?P<after>:?)$", split, text)


def translated(text: str) -> str:
    """With comments and docstrings in another language."""
    chance = random.Random(len(text))  # noqa: S311
    words = [
        "此处",
        "读取",
        "写入",
        "返回",
        "参数",
        "列表",
        "文件",
        "对象",
        "如果",
        "否则",
        "计算",
        "结果",
        "名称",
        "长度",
    ]

    def sentence() -> str:
        return "".join(chance.choices(words, k=8))

    text = re.sub(r"(?m)#.*$", lambda _: f"# {sentence()}", text)
    return re.sub(r'"""(?:[^"]|"(?!""))*"""', lambda _: f'"""{sentence()}"""', text)


def pairs() -> list[Pair]:
    names = material()
    take = iter([name for _ in range(6) for name in names])
    return [
        *_renamed(take),
        *_folders(take),
        *_prefixes(take),
        *_split(take),
        *_merged(take),
        *_reworked(take),
        *_unrelated(take),
        *_rivals(take),
    ]


def _renamed(take: Iterator[str]) -> Iterator[Pair]:
    for number, share in enumerate((0, 0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.35, 0.4, 0.4)):
        a, other = next(take), next(take)
        yield Pair(
            name=f"renamed, {share:.0%} edited, {a}",
            base={f"{a}.py": text_of(a), "keep.py": text_of(other)},
            release={f"tools/new_{number}.py": edited(text_of(a), share, number), "keep.py": text_of(other)},
            became={f"{a}.py": {f"tools/new_{number}.py"}, "keep.py": {"keep.py"}},
        )


def _folders(take: Iterator[str]) -> Iterator[Pair]:
    for number, share in enumerate((0.2, 0.4, 0.6, 0.6, 0.7, 0.7, 0.75, 0.75)):
        a, b, c = next(take), next(take), next(take)
        old, new = ("lantern", "kelp/core") if number % 2 else ("src/lantern/inner", "src/harbour/inner")
        yield Pair(
            name=f"folder renamed, one file {share:.0%} edited, {a}",
            base={f"{old}/{name}.py": text_of(name) for name in (a, b, c)} | {f"{old}/__init__.py": "x = 1\n"},
            release={
                f"{new}/{a}.py": edited(text_of(a), share, number),
                f"{new}/{b}.py": text_of(b),
                f"{new}/{c}.py": edited(text_of(c), 0.1, number),
                f"{new}/__init__.py": "x = 2\n",
            },
            became={f"{old}/{name}.py": {f"{new}/{name}.py"} for name in (a, b, c)}
            | {f"{old}/__init__.py": {f"{new}/__init__.py"}},
        )


def _prefixes(take: Iterator[str]) -> Iterator[Pair]:
    for number in range(6):
        a, b, c = next(take), next(take), next(take)
        files = {f"{name}.py": text_of(name) for name in (a, b)} | {f"demo/{c}.py": text_of(c)}
        changed = {path: edited(text, 0.1 + 0.08 * number, number) for path, text in files.items()}
        high = number % 2 == 0
        prefix = ("Kelp-7B/", "download/Kelp-7B/", "model/")[number // 2]
        yield Pair(
            name=f"recorded {'above' if high else 'below'} {prefix}",
            base={(prefix if high else "") + path: text for path, text in files.items()},
            release={("" if high else prefix) + path: text for path, text in changed.items()},
            became={(prefix if high else "") + path: {("" if high else prefix) + path} for path in files},
        )


def _split(take: Iterator[str]) -> Iterator[Pair]:
    for number in range(8):
        a, other = next(take), next(take)
        lines = edited(text_of(a), 0.1, number).splitlines()
        parts = 2 + number % 2
        step = len(lines) // parts + 1
        pieces = {f"{a}_{part}.py": "\n".join(lines[part * step : (part + 1) * step]) for part in range(parts)}
        yield Pair(
            name=f"split into {parts}, {a}",
            base={f"{a}.py": text_of(a), f"{other}.py": text_of(other)},
            release={**pieces, f"{other}.py": text_of(other)},
            became={f"{a}.py": set(pieces), f"{other}.py": {f"{other}.py"}},
        )


def _merged(take: Iterator[str]) -> Iterator[Pair]:
    for number in range(8):
        some = [next(take) for _ in range(2 + number % 2)]
        whole = "\n".join(edited(text_of(name), 0.15, number) for name in some)
        yield Pair(
            name=f"merged, {' and '.join(some)}",
            base={f"pkg/{name}.py": text_of(name) for name in some},
            release={"everything.py": whole},
            became={f"pkg/{name}.py": {"everything.py"} for name in some},
        )


def _reworked(take: Iterator[str]) -> Iterator[Pair]:
    ways = (indented_by_two, other_quotes, wrapped, translated)
    for number in range(12):
        a, other = next(take), next(take)
        way = ways[number % 4]
        yield Pair(
            name=f"renamed and {way.__name__}, {a}",
            base={f"old/{a}.py": text_of(a), f"old/{other}.py": text_of(other)},
            release={f"fresh_{number}.py": way(text_of(a)), f"old/{other}.py": text_of(other)},
            became={f"old/{a}.py": {f"fresh_{number}.py"}, f"old/{other}.py": {f"old/{other}.py"}},
        )


INIT = '"""A package."""\n\nfrom __future__ import annotations\n\n__all__ = ["main"]\n'
CONFIG = '{\n  "architectures": ["LanternForCausalLM"],\n  "hidden_size": %d,\n  "torch_dtype": "bfloat16"\n}\n'


def _unrelated(take: Iterator[str]) -> Iterator[Pair]:
    for _ in range(6):
        a, b = next(take), next(take)
        yield Pair(
            name=f"another file of the same name, {a} and {b}",
            base={"utils.py": text_of(a), "demo/run.py": text_of(next(take))},
            release={"helpers/utils.py": text_of(b)},
        )
    yield Pair(
        name="package stubs",
        base={"one/__init__.py": INIT, "two/__init__.py": INIT.replace("main", "start")},
        release={"three/__init__.py": INIT.replace("main", "begin")},
    )
    yield Pair(
        name="configuration stubs",
        base={"one/config.json": CONFIG % 64},
        release={"other/settings.json": CONFIG % 1024},
    )
    yield Pair(name="empty files", base={"a/py.typed": ""}, release={"b/py.typed": ""})
    yield Pair(
        name="short scripts",
        base={"run.sh": "#!/bin/sh\nset -e\nexec python -m lantern\n"},
        release={"tool/start.sh": "#!/bin/sh\nset -e\nexec python -m kelp\n"},
    )


def _rivals(take: Iterator[str]) -> Iterator[Pair]:
    for number in range(4):
        a, other = next(take), next(take)
        newer = edited(text_of(a), 0.3, 100 + number)
        heir = edited(newer, 0.1, 200 + number)
        yield Pair(
            name=f"two versions in the base, one heir, {a}",
            base={f"{a}_v1.py": text_of(a), f"{a}_v2.py": newer, f"{other}.py": text_of(other)},
            release={"chat.py": heir, f"{other}.py": text_of(other)},
            became={f"{a}_v2.py": {"chat.py"}, f"{other}.py": {f"{other}.py"}},
        )
