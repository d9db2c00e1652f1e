"""Releases to ask: small ones made of values, and the sample projects."""

from __future__ import annotations

import os
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from hatchling.metadata.core import ProjectMetadata
from hatchling.plugin.manager import PluginManager
from hypothesis import HealthCheck, settings

from hatch_oaml import license as license_text
from hatch_oaml.checks import page
from hatch_oaml.license.copies import compare_license
from hatch_oaml.project.classification import classify
from hatch_oaml.project.gathering import gather
from hatch_oaml.project.model_digests import hash_files
from hatch_oaml.records.base_file import BaseFile
from hatch_oaml.records.base_record import BaseRecord
from hatch_oaml.records.config import parse_config
from hatch_oaml.records.inventory import Inventory, ReleaseFile
from hatch_oaml.records.modifications import parse_modifications
from hatch_oaml.records.project import Project
from hatch_oaml.records.tensors import Weights
from hatch_oaml.release import Release
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.paths import archive_path, sort_key
from tests.members import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hatch_oaml.findings import Check
    from tests.buckets import Bucket


FIXTURES = Path(__file__).parent.parent / "fixtures"
LICENSE = resources(license_text).joinpath("OpenAtom-Model-License-1.0.txt").read_bytes()
LICENSE_ID = "LicenseRef-scancode-openatom-model-1.0"

# how long an example takes tells of the machine and of what else it does
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# nobody's own cache is read or written, by the processes that tests start either; whose test it is makes one of its own
os.environ["HATCH_OAML_CACHE"] = "off"

FITTING = "(the changelog that fits)"


class FileWith(Protocol):
    """A file of a release with these bytes, classified by its name; `changes` replace any field of `ReleaseFile`."""

    def __call__(self, path: str, data: bytes | str = b"", **changes: Any) -> ReleaseFile: ...


class BaseWith(Protocol):
    """A base record of `files`, with their digests, notices and fingerprints."""

    def __call__(self, *files: ReleaseFile, name: str = ..., version: str = ..., **changes: Any) -> BaseRecord: ...


class ReleaseWith(Protocol):
    """A release that is lawful where nothing else is said.

    Without arguments: the original release of one model. `config` is laid over the `[tool.oaml]` that fits `bases`,
    `modifications` is the text of the changelog (None: there is none), and `changes` replace any field of `Release`.
    """

    def __call__(
        self,
        *,
        files: Iterable[ReleaseFile] | None = None,
        config: Mapping[str, object] | None = None,
        bases: Sequence[BaseRecord] = (),
        modifications: str | None = FITTING,
        **changes: Any,
    ) -> Release: ...


class Gathered(Protocol):
    """The release of a whole project on disk, every digest known."""

    def __call__(self, folder: Path) -> Release: ...


class PageShows(Protocol):
    """Asserts that the check's page shows, in both languages, the first of what it says of `release`."""

    def __call__(self, check: Check, release: Release) -> None: ...


class Sample(Protocol):
    """The folder `fixtures/<name>/<side>`, which is asserted to hold something."""

    def __call__(self, name: str, side: str) -> Path: ...


def _file(path: str, data: bytes | str = b"", **changes: Any) -> ReleaseFile:
    content = data.encode() if isinstance(data, str) else data
    role, kind = classify(path, parse_config({}))
    facts = {
        "path": archive_path(path),
        "source": f"/project/{path}",
        "role": role,
        "kind": kind,
        "size": len(content),
        "sha256": sha256_of(content),
    }
    return ReleaseFile(**{**facts, **changes})


def _base(
    *files: ReleaseFile, name: str = "vivo-ai/BlueLM-7B-Chat", version: str = "2024-12-25", **changes: Any
) -> BaseRecord:
    recorded = [
        BaseFile(path=file.path, size=file.size, sha256=file.sha256, notices=file.notices, fingerprint=file.fingerprint)
        for file in sorted(files, key=lambda file: sort_key(file.path))
        if file.sha256 is not None
    ]
    return BaseRecord(name=name, version=version, files=tuple(recorded), **changes)


def _release(
    *,
    files: Iterable[ReleaseFile] | None = None,
    config: Mapping[str, object] | None = None,
    bases: Sequence[BaseRecord] = (),
    modifications: str | None = FITTING,
    **changes: Any,
) -> Release:
    upstream: dict[str, object] = (
        {"bases": [f"bases/{count}.toml" for count, _ in enumerate(bases, 1)]} if bases else {"original": True}
    )
    if modifications == FITTING:
        modifications = "format = 1\n" if bases else "format = 1\noriginal = true\n"
    facts = {
        "project": Project(
            root="/project",
            name="example_model",
            version="1.0",
            import_name="example_model",
            license_expression=LICENSE_ID,
            license_files=("LICENSE",),
        ),
        "config": parse_config({**upstream, **(config or {})}),
        "inventory": Inventory.of(_lawful_files() if files is None else files),
        "bases": tuple(bases),
        "modifications": None
        if modifications is None
        else parse_modifications(modifications.encode(), "MODIFICATIONS.toml"),
        "license": compare_license(LICENSE),
    }
    return Release(**{**facts, **changes})


def _lawful_files() -> list[ReleaseFile]:
    return [
        _file("LICENSE", LICENSE),
        _file("MODIFICATIONS.toml", "format = 1\noriginal = true\n"),
        _file("model.safetensors", b"weights", weights=Weights(format="safetensors")),
    ]


def _sample(name: str, side: str) -> Path:
    folder = FIXTURES / name / side
    assert any(folder.rglob("*")), f"there is no sample in {folder}"
    return folder


def _gathered(folder: Path) -> Release:
    release = gather(ProjectMetadata(str(folder), PluginManager()))
    return release.with_digests(hash_files(release.inventory, silent))


def _assert_page_shows(check: Check, release: Release) -> None:
    shown = {line.strip() for line in page(check.name).splitlines()}
    found = next(check.run(release))
    texts = (found.message.en, found.message.zh, found.fix.en, found.fix.zh)
    missing = [line for text in texts for line in text.splitlines() if line.strip() not in shown]
    # the first line of a fix stands behind its label
    assert [line for line in missing if not any(known.endswith((f": {line}", f"：{line}")) for known in shown)] == []


@pytest.fixture
def file_with() -> FileWith:
    return _file


@pytest.fixture
def base_with() -> BaseWith:
    return _base


@pytest.fixture
def release_with() -> ReleaseWith:
    return _release


@pytest.fixture
def sample() -> Sample:
    return _sample


@pytest.fixture
def gathered() -> Gathered:
    return _gathered


@pytest.fixture
def page_shows() -> PageShows:
    return _assert_page_shows


@pytest.fixture(scope="session")
def _bucket_of_all() -> Iterator[Bucket]:
    from tests.buckets import bucket_server  # noqa: PLC0415  # boto3 takes long to import, and few tests ask

    with bucket_server() as bucket:
        yield bucket


@pytest.fixture
def bucket(_bucket_of_all: Bucket, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    """An empty bucket, which the environment leads to."""
    from hatch_oaml import stores  # noqa: PLC0415  # likewise

    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in _bucket_of_all.environment.items():
        monkeypatch.setenv(name, value)
    stores._connected.cache_clear()
    yield _bucket_of_all
    stores._connected.cache_clear()
    _bucket_of_all.clear()
