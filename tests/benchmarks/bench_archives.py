"""How fast archives are written and verified, against `openssl dgst -sha256` of the same shards in the same run.

    python tests/benchmarks/bench_archives.py --size 4GiB

It is no test, and asserts nothing about time. "hot": the archive overwrites one that is in the page cache, so that the
disk does not hide the code; "new": a fresh file, flushed to the disk as a release is. Each figure is a median, beside it the processor time of one
run, which other work on the machine disturbs less; peak memory is that of a process that did nothing else.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hatch_oaml.archives import archive_formats, digests_of
from hatch_oaml.records.members import BytesContent, FileContent, Member
from hatch_oaml.storage.draft import drafted
from hatch_oaml.values.paths import archive_path
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

EPOCH = 1580601600
UNITS = {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}
SHARDS = 4


def main() -> None:
    options = _options()
    if options.child:
        return _child(options)
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-archives-") as name:
        folder = Path(name)
        if options.small:
            _compare_small_files(folder, options)
        else:
            _compare_shards(folder, options)
    return None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="4GiB", type=_size, help="of all shards together")
    parser.add_argument("--runs", default=3, type=int)
    parser.add_argument("--folder", default=None, help="where to work; the system's temporary folder by default")
    parser.add_argument("--formats", nargs="+", default=list(archive_formats()), choices=list(archive_formats()))
    parser.add_argument(
        "--small", type=int, default=0, help="pack so many files of 2 KB instead, against `tar cf` and `tarfile`"
    )
    parser.add_argument("--child", nargs=4, metavar=("ACTION", "FORMAT", "SOURCES", "ARCHIVE"), help=argparse.SUPPRESS)
    return parser.parse_args()


def _size(text: str) -> int:
    unit = next(unit for unit in UNITS if text.endswith(unit))
    return int(text.removesuffix(unit)) * UNITS[unit]


def _compare_shards(folder: Path, options: argparse.Namespace) -> None:
    sources = folder / "sources"
    sources.mkdir()
    # not in this process: a child's peak memory is at least its parent's
    subprocess.run([sys.executable, __file__, "--child", "make", str(options.size), sources, ""], check=True)
    shards = sorted(map(str, sources.iterdir()))
    yardstick = ["openssl", "dgst", "-sha256", *shards]
    _run(yardstick)
    print(f"{options.size / 1e9:.2f} GB in {SHARDS} shards, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for name in options.formats:
        target = folder / f"archive{archive_formats()[name].suffix}"
        times: dict[str, list[float]] = {"openssl": [], "hot": [], "new": [], "verify": []}
        processor: dict[str, float] = {}
        peak = 0
        _child_seconds("hot", name, sources, target)
        for _ in range(options.runs):
            times["openssl"].append(_run(yardstick))
            for action in ("hot", "verify"):
                seconds, processor[action], peak = _child_seconds(action, name, sources, target)
                times[action].append(seconds)
        for _ in range(options.runs):
            target.unlink()
            seconds, processor["new"], _ = _child_seconds("new", name, sources, target)
            times["new"].append(seconds)
        _print_ratios(name, times, processor, peak)
        if name == "tar-zst":
            _compare_with_zstd(sources, target, statistics.median(times["hot"]), options.runs)
        target.unlink()


def _print_ratios(name: str, times: dict[str, list[float]], processor: dict[str, float], peak: int) -> None:
    medians = {key: statistics.median(values) for key, values in times.items()}
    ratios = "  ".join(
        f"{key} {medians[key]:.2f} s (cpu {processor[key]:.2f}) = {medians[key] / medians['openssl']:.2f}"
        for key in ("hot", "new", "verify")
    )
    print(f"{name:8} openssl {medians['openssl']:6.2f} s  {ratios}  peak {peak >> 20} MB")


def _compare_with_zstd(sources: Path, target: Path, ours: float, runs: int) -> None:
    command = f"tar cf - -C {sources} . | zstd -q -1 -T2 -f -o {target}.zstd"
    theirs = statistics.median(_run(["sh", "-c", command]) for _ in range(runs))
    sizes = f"{target.stat().st_size / 1e9:.2f} GB, {os.path.getsize(f'{target}.zstd') / 1e9:.2f} GB"
    os.unlink(f"{target}.zstd")
    print(f"         tar c | zstd -1 -T2 {theirs:6.2f} s, ours {ours / theirs:.2f} of it; ours, theirs: {sizes}")


def _compare_small_files(folder: Path, options: argparse.Namespace) -> None:
    sources = folder / "sources"
    for number in range(options.small):
        path = sources / f"{number // 1000:04}" / f"{number % 1000:04}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(random.Random(number).randbytes(2048))  # noqa: S311
    for name in options.formats:
        target = folder / f"archive{archive_formats()[name].suffix}"
        tar, tarfile, ours = [], [], []
        for _ in range(options.runs + 1):
            tar.append(_run(["tar", "cf", str(folder / "theirs.tar"), "-C", str(folder), "sources"]))
            tarfile.append(_run([sys.executable, "-m", "tarfile", "-c", str(folder / "theirs.tar"), str(sources)]))
            ours.append(_child_seconds("hot", name, sources, target))
        theirs, seconds = statistics.median(tar[1:]), statistics.median(times[0] for times in ours[1:])
        peak = ours[-1][2] >> 20
        python = statistics.median(tarfile[1:])
        print(
            f"{name:8} tar cf {theirs:.2f} s  Python's tarfile {python:.2f} s = {python / theirs:.2f}"
            f"  ours {seconds:.2f} s = {seconds / theirs:.2f}  peak {peak} MB"
        )


def _make_shards(folder: Path, size: int) -> None:
    """Values like those of trained weights: normally distributed, in bf16."""
    import numpy as np  # noqa: PLC0415  # only needed here

    noise = np.random.default_rng(1)
    piece = 1 << 24
    for shard in range(SHARDS):
        with (folder / f"model-{shard + 1:05}-of-{SHARDS:05}.safetensors").open("wb") as file:
            for _ in range(size // SHARDS // piece):
                values = noise.standard_normal(piece // 2, dtype="f4") * 0.02
                file.write((values.view("u4") >> 16).astype("u2").tobytes())


def _run(command: Iterable[str]) -> float:
    start = time.perf_counter()
    subprocess.run(list(command), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _child_seconds(action: str, name: str, sources: Path, target: Path) -> tuple[float, float, int]:
    """Seconds and processor seconds without the start of Python, and the most memory in bytes."""
    command = [sys.executable, __file__, "--child", action, name, str(sources), str(target)]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ)
    seconds, processor, peak = result.stdout.split()
    return float(seconds), float(processor), int(peak)


def _child(options: argparse.Namespace) -> None:
    action, name, sources, target = options.child
    if action == "make":
        return _make_shards(Path(sources), int(name))
    act: dict[str, Callable[[str, list[Member], Path], None]] = {"hot": _hot, "new": _new, "verify": _verify}
    members = _members(Path(sources))
    start, processor_start = time.perf_counter(), time.process_time()
    act[action](name, members, Path(target))
    seconds, processor = time.perf_counter() - start, time.process_time() - processor_start
    print(seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10)
    return None


def _members(sources: Path) -> list[Member]:
    files = sorted(str(path) for path in sources.rglob("*") if path.is_file())
    metadata = Member(path=archive_path("bench-1.dist-info/METADATA"), content=BytesContent(data=b"Name: bench\n"))
    root = len(str(sources)) + 1
    contents = [FileContent(source=file, size=os.path.getsize(file)) for file in files]
    paths = [archive_path("bench-1/" + file[root:]) for file in files]
    return [*(Member(path=path, content=content) for path, content in zip(paths, contents, strict=True)), metadata]


def _hot(name: str, members: list[Member], target: Path) -> None:
    target.touch()
    with target.open("r+b") as file:
        archive_formats()[name].write(file, members, epoch=EPOCH, progress=silent)


def _new(name: str, members: list[Member], target: Path) -> None:
    with drafted(target, capacity=archive_formats()[name].capacity(members)) as file:
        archive_formats()[name].write(file, members, epoch=EPOCH, progress=silent)


def _verify(name: str, _members: list[Member], target: Path) -> None:
    with closing(archive_formats()[name].read(target)) as reading:
        digests = digests_of(reading, silent)
        if reading.deviation(digests, epoch=EPOCH) is not None:
            raise SystemExit("the archive is not what was written")


if __name__ == "__main__":
    if shutil.which("openssl") is None:
        raise SystemExit("needs openssl")
    main()
