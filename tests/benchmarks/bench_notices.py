"""How fast notices are looked for, beside `reuse lint` on the same tree: `python tests/benchmarks/bench_notices.py TREE…`.

Without TREE: the packages of this environment. `reuse` is the one on PATH; it fits in an environment of its own:
`python -m venv reuse-env && reuse-env/bin/pip install reuse`, then `PATH="reuse-env/bin:$PATH"`. Both use one core.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from hatch_oaml.notices import extract
from hatch_oaml.recognition.prefilter import may_hold_notice
from hatch_oaml.values.paths import archive_path

LIMIT = 4000
SMALL = 2048
ROUNDS = 3
WORDS = ("loom", "weave", "thread", "value", "index", "shape", "layer", "3,")
HOSTILE = (
    *(
        "copyright ",
        "(c) ",
        "© ",
        "Copyright 2020 Acme, ",
        "Copyright (c) ",
        "(c) 2020 Loom and ",
        "Copyright <",
        "版权所有 ",
    ),
    *(
        "copyright by the University of ",
        "is copyright ",
        "based on ",
        "written by ",
        "参考了 ",
        "US Patent 1,234,567 ",
    ),
)
"""What a line of a megabyte says over and over."""
Files = list[tuple[str, bytes]]


def main() -> None:
    for tree in sys.argv[1:] or [sysconfig.get_paths()["purelib"]]:
        measure(Path(tree))
    sys.stdout.write("small files\n")
    report("random bytes", [(f"{number}.bin", random_bytes(number)) for number in range(LIMIT)])
    report("plain text", [(f"{number}.txt", plain_text(number)) for number in range(LIMIT)])
    sys.stdout.write("lines of a megabyte, CPU seconds\n")
    for words in HOSTILE:
        line = (words * (10**6 // len(words.encode()) + 1)).encode()
        sys.stdout.write(f"  {words!r}: {seconds([('a.py', line)]):.2f}\n")


def measure(root: Path) -> None:
    paths = sorted(path for path in root.rglob("*.py") if path.is_file())[:LIMIT]
    files = [(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths]
    held = [(path, data) for path, data in files if may_hold_notice(data)]
    free = [(path, data) for path, data in files if not may_hold_notice(data)]
    text = b"\n".join(data for _, data in free)
    sys.stdout.write(f"{root.name}: {len(files)} source files, {len(held)} of them with a needle\n")
    report("all", files)
    report("with a needle", held, files_a_second=1000)
    report("without a needle", free, files_a_second=3000)
    pieces = [("a.py", text[at : at + 2**20]) for at in range(0, len(text), 2**20)]
    report("text without a needle, a MiB at a time", pieces, megabytes_a_second=150)
    reuse(root, paths)


def report(what: str, files: Files, files_a_second: int = 0, megabytes_a_second: int = 0) -> None:
    """The fastest of some rounds, which other work of the machine disturbs least."""
    if not files:
        sys.stdout.write(f"  {what}: none\n")
        return
    size = sum(len(data) for _, data in files) / 1e6
    took = min(seconds(files) for _ in range(ROUNDS))
    rate, throughput = len(files) / took, size / took
    asked = f"; at least {files_a_second:,} files/s asked" if files_a_second else ""
    asked += f"; at least {megabytes_a_second} MB/s asked" if megabytes_a_second else ""
    sys.stdout.write(
        f"  {what}: {len(files)} files, {size:.1f} MB: {rate:,.0f} files/s, {throughput:,.0f} MB/s{asked}\n"
    )


def seconds(files: Files) -> float:
    start = time.process_time()
    for path, data in files:
        extract(archive_path(path), data)
    return time.process_time() - start


def random_bytes(seed: int) -> bytes:
    return hashlib.shake_128(str(seed).encode()).digest(SMALL)


def plain_text(seed: int) -> bytes:
    """Words on lines, none of them a needle."""
    words = [WORDS[letter % len(WORDS)] for letter in random_bytes(seed)]
    lines = (" ".join(words[at : at + 8]) for at in range(0, len(words), 8))
    return "\n".join(lines).encode()[:SMALL]


def reuse(root: Path, paths: list[Path]) -> None:
    command = shutil.which("reuse")
    if command is None:
        sys.stdout.write("  reuse lint: not on PATH\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            copy = Path(folder, path.relative_to(root))
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        start = time.perf_counter()
        subprocess.run([command, "--no-multiprocessing", "lint", "--quiet"], cwd=folder, check=False)
        took = time.perf_counter() - start
    sys.stdout.write(f"  reuse lint: {len(paths)} files: {len(paths) / took:,.0f} files/s\n")


if __name__ == "__main__":
    main()
