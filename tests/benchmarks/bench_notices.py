"""How fast notices are looked for, beside `reuse lint` on the same tree: `python tests/benchmarks/bench_notices.py TREE`.

Without TREE: the packages of this environment. `reuse` runs where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from hatch_oaml.notices import extract
from hatch_oaml.paths import archive_path
from hatch_oaml.recognition.needles import may_hold_notice

LIMIT = 4000


def main() -> None:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else sysconfig.get_paths()["purelib"])
    paths = sorted(path for path in root.rglob("*.py") if path.is_file())[:LIMIT]
    files = [(path.relative_to(root).as_posix(), path.read_bytes()) for path in paths]
    report("all source files", files)
    report("source files with a needle", [(path, data) for path, data in files if may_hold_notice(data)])
    without = [(path, data) for path, data in files if not may_hold_notice(data)]
    report("source files without a needle", without)
    text = b"\n".join(data for _, data in without)
    report(
        "text without a needle, in files of 1 MiB",
        [("a.py", text[at : at + 2**20]) for at in range(0, len(text), 2**20)],
    )
    reuse(root, paths)


def report(what: str, files: list[tuple[str, bytes]]) -> None:
    size = sum(len(data) for _, data in files) / 1e6
    start = time.process_time()
    for path, data in files:
        extract(archive_path(path), data)
    took = time.process_time() - start
    sys.stdout.write(
        f"{what}: {len(files)} files, {size:.1f} MB: {len(files) / took:,.0f} files/s, {size / took:,.0f} MB/s\n"
    )


def reuse(root: Path, paths: list[Path]) -> None:
    command = shutil.which("reuse")
    if command is None:
        sys.stdout.write("reuse lint: not installed\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            copy = Path(folder, path.relative_to(root))
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
        start = time.perf_counter()
        subprocess.run([command, "--no-multiprocessing", "lint", "--quiet"], cwd=folder, check=False)
        took = time.perf_counter() - start
    sys.stdout.write(f"reuse lint: {len(paths)} files: {len(paths) / took:,.0f} files/s\n")


if __name__ == "__main__":
    main()
