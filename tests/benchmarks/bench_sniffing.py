"""What it costs to know weights by their first bytes: `python tests/benchmarks/bench_sniffing.py [ROUNDS]`.

The files of installed packages are gathered as a project's, with the look at their bytes and without it, in turns.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from importlib.metadata import distributions
from pathlib import Path
from statistics import median
from unittest.mock import patch

from hatch_oaml.commands._project import metadata_of
from hatch_oaml.pipeline import judge
from hatch_oaml.project.gathering import gather

FILES = 3000
TEXT = {".py", ".md", ".txt", ".json", ".toml", ".c", ".h", ".html", ".css", ".js", ".csv", ".yaml"}
PROJECT = Path(__file__).parent.parent.parent / "fixtures" / "projects" / "original-release"


def project_of_many_files(folder: Path) -> tuple[Path, int]:
    """With the number of files that are no text."""
    project = folder / "project"
    shutil.copytree(PROJECT, project, ignore=shutil.ignore_patterns("dist*"))
    files = (Path(str(file.locate())) for found in distributions() for file in found.files or ())
    chosen = [path for path in files if path.is_file() and path.suffix not in {".pyc", ".so", ".onnx"}][:FILES]
    for number, path in enumerate(chosen):
        target = project / "data" / str(number % 100) / f"{number}{path.suffix}"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return project, sum(path.suffix not in TEXT for path in chosen)


def cpu_seconds(project: Path) -> float:
    began = time.process_time()
    judge(gather(metadata_of(project)))
    return time.process_time() - began


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        project, others = project_of_many_files(Path(name))
        cpu_seconds(project)
        with_look, without = [], []
        for _ in range(rounds):
            with_look.append(cpu_seconds(project))
            with patch("hatch_oaml.project.file_facts.weights.may_be_weights", lambda _start: False):
                without.append(cpu_seconds(project))
        ratios = sorted(one / other for one, other in zip(with_look, without, strict=True))
        fastest = min(with_look) / min(without)
        sys.stdout.write(
            f"{FILES} files, {others} of them no text: {median(with_look):.2f} CPU s with the look,"
            f" {median(without):.2f} without; ratio {median(ratios):.3f}"
            f" ({ratios[0]:.3f} to {ratios[-1]:.3f}), of the fastest runs {fastest:.3f}\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
