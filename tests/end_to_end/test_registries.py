"""Registries and the tools around them take an image layout of ours, and give the release back."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import jsonschema
import pytest

from hatch_oaml.verification.verdict import verify_archive
from tests.building import build, project_in
from tests.end_to_end.conftest import environment_with
from tests.finished import members_of
from tests.layouts import documents_of, files_of
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

pytestmark = pytest.mark.end_to_end

NAME = "lantern_chat-0.2.0"
SETTINGS = """\
version: 0.1
storage: {{filesystem: {{rootdirectory: {folder}}}}}
http: {{addr: "127.0.0.1:{port}"}}
"""
PULL_BY_ORAS = """
import sys, oras.client
client = oras.client.OrasClient(insecure=True)
client.pull(target=sys.argv[1], outdir=sys.argv[2])
"""
PULL_BY_OLOT = """
import sys
from olot.backend.oras_py import oras_py_pull
from olot.modelpack.model_config import Model
from olot.oci.oci_image_index import read_ocilayout_root_index
from olot.oci.oci_image_layout import verify_ocilayout
from olot.oci.oci_image_manifest import OCIImageManifest
from pathlib import Path
layout = Path(sys.argv[2])
oras_py_pull(sys.argv[1], layout, insecure=True)
verify_ocilayout(layout)
blob = lambda digest: (layout / "blobs" / "sha256" / digest.removeprefix("sha256:")).read_text()
manifest = OCIImageManifest.model_validate_json(blob(read_ocilayout_root_index(layout).manifests[0].digest))
print(Model.model_validate_json(blob(manifest.config.digest)).descriptor.licenses[0])
"""
CONFIG_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["descriptor", "config", "modelfs"],
    "properties": {
        "descriptor": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "createdAt": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
                "authors": {"type": "array", "items": {"type": "string"}},
                "name": {"type": "string", "minLength": 1},
                "version": {"type": "string"},
                "licenses": {"type": "array", "items": {"type": "string"}},
            },
        },
        "config": {"type": "object", "additionalProperties": False, "properties": {"format": {"type": "string"}}},
        "modelfs": {
            "type": "object",
            "additionalProperties": False,
            "required": ["type", "diffIds"],
            "properties": {
                "type": {"enum": ["layers"]},
                "diffIds": {"type": "array", "minItems": 1, "items": {"pattern": "^sha256:[0-9a-f]{64}$"}},
            },
        },
    },
}
"""As much of the specification's as a release of ours uses (https://github.com/modelpack/model-spec/blob/main/schema/config-schema.json)."""


def run(*command: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", check=False)
    assert 0 == done.returncode, done.stderr
    return done


def needed(*programs: str) -> None:
    if missing := [program for program in programs if shutil.which(program) is None]:
        pytest.skip(f"{', '.join(missing)} is not installed")


@contextmanager
def registry_in(folder: Path) -> Iterator[str]:
    """Its address, on this machine alone."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = folder / "registry.yml"
    settings.write_text(SETTINGS.format(folder=folder / "registry", port=port), encoding="utf-8")
    with subprocess.Popen(
        ["docker-registry", "serve", str(settings)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/v2/")
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310  # our own
                return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Of the example, with two weight files of the same bytes, and a script."""
    project = project_in(tmp_path_factory.mktemp("project"))
    (project / "copy").mkdir()
    (project / "copy" / "config.json").write_bytes((project / "config.json").read_bytes())
    (project / "run.sh").write_text("exec python3\n", encoding="utf-8")
    (project / "run.sh").chmod(0o755)
    done = build(project, "-t", "oaml:oci,tar")
    assert 0 == done.returncode, done.stderr
    folder = project / "dist-oaml"
    return {"oci": folder / f"{NAME}.oaml.oci.tar", "tar": folder / f"{NAME}.oaml.tar"}


@pytest.fixture(scope="module")
def pushed(archives: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The reference in a registry that skopeo copied the archive to."""
    needed("skopeo", "docker-registry")
    with registry_in(tmp_path_factory.mktemp("registry")) as address:
        reference = f"{address}/beacon/lantern-chat:0.2.0"
        run(
            *("skopeo", "copy", "--dest-tls-verify=false"),
            *(f"oci-archive:{archives['oci']}:0.2.0", f"docker://{reference}"),
        )
        yield reference


def refuse_other_files(folder: Path, archive: Path) -> None:
    """What was pulled is what any other format holds, and a receiver finds no fault in it."""
    pulled = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {path.removeprefix(f"{NAME}/"): data for path, data in members_of(archive).items()} == pulled
    assert () == verify_archive(folder, silent).rulings


def test_a_registry_gives_back_the_very_manifest(pushed: str, archives: Mapping[str, Path]) -> None:
    raw = run("skopeo", "inspect", "--raw", "--tls-verify=false", f"docker://{pushed}").stdout

    assert documents_of(files_of(archives["oci"]))["manifest"] == json.loads(raw)


@pytest.mark.parametrize("tag", [":latest", ":0.2.0", ""])
def test_skopeo_copies_it_back_as_a_layout_that_is_the_release(pushed: str, tag: str, tmp_path: Path) -> None:
    run("skopeo", "copy", "--src-tls-verify=false", f"docker://{pushed}", f"oci:{tmp_path / 'layout'}{tag}")

    assert () == verify_archive(tmp_path / "layout", silent).rulings


def test_oras_pulls_the_files(pushed: str, archives: Mapping[str, Path], tmp_path: Path) -> None:
    python = environment_with(tmp_path / "environment", "oras==0.2.43") / "python"

    run(python, "-c", PULL_BY_ORAS, pushed, tmp_path / "pulled")

    refuse_other_files(tmp_path / "pulled", archives["tar"])


def test_olot_pulls_a_layout_that_is_the_release_and_reads_its_documents(pushed: str, tmp_path: Path) -> None:
    python = environment_with(tmp_path / "environment", "olot==1.2.1", "oras==0.2.43") / "python"

    said = run(python, "-c", PULL_BY_OLOT, pushed, tmp_path / "layout").stdout

    assert "LicenseRef-scancode-openatom-model-1.0\n" == said
    assert () == verify_archive(tmp_path / "layout", silent).rulings


def test_a_client_of_modelpack_pulls_the_files_with_their_modes(
    pushed: str, archives: Mapping[str, Path], tmp_path: Path
) -> None:
    python = environment_with(tmp_path / "environment", "modelpack-client==0.1.0") / "python"

    run(python, "-m", "modelpack_client", "--insecure", "pull", pushed, tmp_path / "pulled")

    refuse_other_files(tmp_path / "pulled", archives["tar"])
    assert (tmp_path / "pulled" / "run.sh").stat().st_mode & 0o100
    assert not (tmp_path / "pulled" / "config.json").stat().st_mode & 0o100


def test_the_config_is_what_modelpack_asks(archives: Mapping[str, Path]) -> None:
    jsonschema.validate(documents_of(files_of(archives["oci"]))["config"], CONFIG_SCHEMA)
