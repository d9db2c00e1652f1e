"""Two models of one organisation lie side by side in one environment, and leave it apart."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.building import build
from tests.conftest import LICENSE
from tests.end_to_end.conftest import PROJECTS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

SHARDS = ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "model.safetensors.index.json")
PROJECT = """
[build-system]
requires = ["hatchling", "hatch-oaml"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "1.0"
license = "LicenseRef-scancode-openatom-model-1.0"

[tool.hatch.build]
exclude = ["*.safetensors"]

[tool.hatch.build.hooks.oaml]

[tool.hatch.build.targets.wheel]
{wheel}

[tool.oaml]
original = true
"""

LAYOUTS = {
    "a namespace": ("acme/{}/__init__.py", 'packages = ["acme"]', "acme/{}"),
    "a namespace below src": ("src/acme/{}/__init__.py", 'packages = ["src/acme"]', "acme/{}"),
    "a renamed source": ("lib/{}/__init__.py", 'only-include = ["lib/{}"]\nsources = {{"lib" = "acme"}}', "acme/{}"),
    "packages of their own": ("acme_{}/__init__.py", "", "acme_{}"),
}


def model(folder: Path, name: str, layout: str) -> Path:
    """A model repository of that layout, whose weights are its own."""
    module, wheel, _ = LAYOUTS[layout]
    project = folder / name
    (project / module.format(name)).parent.mkdir(parents=True)
    (project / module.format(name)).write_text("", encoding="utf-8")
    (project / "LICENSE").write_bytes(LICENSE)
    (project / "MODIFICATIONS.toml").write_text("format = 1\noriginal = true\n", encoding="utf-8")
    (project / "README.md").write_text(f"# {name}\n", encoding="utf-8")
    text = PROJECT.format(name=f"acme-{name}", wheel=wheel.format(name))
    (project / "pyproject.toml").write_text(text, encoding="utf-8")
    for shard in SHARDS:
        shutil.copyfile(PROJECTS / "original-release" / shard, project / shard)
    with (project / SHARDS[0]).open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        file.write(name[:1].encode())
    return project


def installers(python: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Commands that install and that remove, by the tool."""
    uv = [sys.executable, "-m", "uv", "pip"]
    return {
        "pip": ([str(python), "-m", "pip", "install", "--no-deps"], [str(python), "-m", "pip", "uninstall", "--yes"]),
        "uv": ([*uv, "install", "--no-deps", "--python", str(python)], [*uv, "uninstall", "--python", str(python)]),
    }


def release_in(python: Path, folder: str) -> dict[str, bytes]:
    """What lies in the package's folder of that environment, without bytecode."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    purelib = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    root = os.path.join(purelib, folder)
    found = {}
    for above, _, names in os.walk(root):
        for name in names:
            path = os.path.join(above, name)
            if "__pycache__" not in path:
                with open(path, "rb") as file:
                    found[os.path.relpath(path, root).replace(os.sep, "/")] = file.read()
    return found


@pytest.mark.parametrize("tool", ["pip", "uv"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_keeps_its_own_shards_when_the_other_comes_and_goes(
    tmp_path: Path, empty_environment: Path, layout: str, tool: str
) -> None:
    install, remove = installers(empty_environment)[tool]
    projects = {name: model(tmp_path, name, layout) for name in ("chat", "embed")}
    for project in projects.values():
        built = build(project, "-t", "wheel")
        assert 0 == built.returncode, built.stderr
        (wheel,) = (project / "dist").glob("*.whl")
        subprocess.run([*install, str(wheel)], check=True)
    folders = {name: LAYOUTS[layout][2].format(name) for name in projects}

    both = {name: release_in(empty_environment, folder) for name, folder in folders.items()}
    subprocess.run([*remove, "acme-chat"], check=True)
    left = {name: release_in(empty_environment, folder) for name, folder in folders.items()}

    for name, project in projects.items():
        assert {shard: (project / shard).read_bytes() for shard in SHARDS} == {
            shard: both[name].get(shard) for shard in SHARDS
        }
        assert LICENSE == both[name]["LICENSE"]
    assert {} == left["chat"]
    assert both["embed"] == left["embed"]
