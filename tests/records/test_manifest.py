"""The manifest and the checksums tell a receiver what an archive holds."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from hatch_oaml import __version__
from hatch_oaml.records.checksums import render_checksums
from hatch_oaml.records.integrity import PromisedNotice
from hatch_oaml.records.lineage import Ancestor
from hatch_oaml.records.listing import Listed, Written
from hatch_oaml.records.manifest import Manifest, ManifestFile, parse_manifest
from hatch_oaml.records.notice import Notice
from hatch_oaml.records.project import Author, Project
from hatch_oaml.rendering.manifest_text import render_manifest
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.packed import Packed
from hatch_oaml.values.paths import archive_path
from tests.conftest import LICENSE_ID, _release

if TYPE_CHECKING:
    from pathlib import Path

    from hatch_oaml.release import Release
    from tests.conftest import BaseWith, FileWith, ReleaseWith

WRITTEN = Written(target="oaml", root="example_model-1.0", epoch=1580601600)
LISTED = (
    Listed(
        path=archive_path("example_model-1.0/model.safetensors"),
        release=archive_path("model.safetensors"),
        role="model",
        kind="weights",
        size=7,
    ),
    Listed(
        path=archive_path("example_model-1.0/PKG-INFO"),
        release=None,
        role="complementary",
        kind="other",
        size=9,
        executable=True,
    ),
)
DIGESTS = {LISTED[0].path: sha256_of(b"weights")}
AUTHORS = (Author(name="Example Lab"), Author(email="models@example.org"))
NOTICE = Notice(kind="copyright", text="版权所有 2023 vivo.", line=2, end_line=2)


@pytest.fixture
def derivative(release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith) -> Release:
    upstream = file_with("demo.py", "x", notices=(NOTICE,))
    zero = Ancestor(name="zero", version="0", license="MIT", bases=(Ancestor(name="root", version=""),))
    bases = [
        base_with(upstream, name="one", version="1", url="https://example.org/1", license="MIT", bases=(zero,)),
        base_with(name="two", version="2"),
    ]
    release = release_with(files=[upstream], bases=bases, config={"profile": "hosted-service"})
    return replace(release, project=replace(release.project, authors=AUTHORS))


def test_a_whole_manifest(derivative: Release) -> None:
    expected = {
        "format": 1,
        "tool": {"name": "hatch-oaml", "version": __version__},
        "project": {"name": "example_model", "version": "1.0", "import_name": "example_model", "license": LICENSE_ID},
        "publisher": [{"name": "Example Lab", "email": ""}, {"name": "", "email": "models@example.org"}],
        "root": "example_model-1.0",
        "license": {"id": LICENSE_ID, "path": "LICENSE"},
        "settings": {"bases": ["bases/1.toml", "bases/2.toml"], "profile": "hosted-service"},
        "bases": [
            {
                "name": "one",
                "version": "1",
                "url": "https://example.org/1",
                "license": "MIT",
                "record": "bases/1.toml",
                "bases": [
                    {
                        "name": "zero",
                        "version": "0",
                        "url": "",
                        "license": "MIT",
                        "bases": [{"name": "root", "version": "", "url": "", "license": "", "bases": []}],
                    }
                ],
            },
            {"name": "two", "version": "2", "url": "", "license": "", "record": "bases/2.toml", "bases": []},
        ],
        "files": [
            {
                "path": "model.safetensors",
                "release": "model.safetensors",
                "role": "model",
                "kind": "weights",
                "size": 7,
                "mode": "0644",
                "sha256": sha256_of(b"weights"),
            },
            {
                "path": "PKG-INFO",
                "release": None,
                "role": "complementary",
                "kind": "other",
                "size": 9,
                "mode": "0755",
                "sha256": UNKNOWN,
            },
        ],
        "notices": [{"base": "one", "path": "demo.py", "kind": "copyright", "text": "版权所有 2023 vivo."}],
        "writer": {"target": "oaml", "epoch": 1580601600},
    }

    data = render_manifest(derivative, LISTED, WRITTEN, DIGESTS)

    assert expected == json.loads(data)
    assert list(expected) == list(json.loads(data))
    assert data.endswith(b"}\n")
    assert "版权所有" in data.decode()


def test_the_same_release_has_the_same_manifest(derivative: Release) -> None:
    again = render_manifest(derivative, LISTED, WRITTEN, dict(DIGESTS))

    assert again == render_manifest(derivative, LISTED, WRITTEN, DIGESTS)


def test_what_is_written_is_read_back(derivative: Release) -> None:
    data = render_manifest(derivative, LISTED, WRITTEN, DIGESTS)
    expected = Manifest(
        version=__version__,
        project=Project(
            root=None,
            name="example_model",
            version="1.0",
            import_name="example_model",
            license_expression=LICENSE_ID,
            license_files=("LICENSE",),
            authors=AUTHORS,
        ),
        settings={"bases": ["bases/1.toml", "bases/2.toml"], "profile": "hosted-service"},
        files=tuple(
            ManifestFile(
                path=file.path,
                release=file.release,
                role=file.role,
                kind=file.kind,
                size=file.size,
                executable=file.executable,
                sha256=DIGESTS.get(file.path, UNKNOWN),
            )
            for file in LISTED
        ),
        notices=(PromisedNotice(base="one", path="demo.py", kind="copyright", text="版权所有 2023 vivo."),),
        written=WRITTEN,
        data=Packed.of(data),
    )

    assert expected == parse_manifest(data)


def test_an_archive_with_several_folders_at_the_top_lists_whole_names(release_with: ReleaseWith) -> None:
    listed = [Listed(path=archive_path("pkg/a.py"), release=None, role="complementary", kind="code", size=1)]
    written = Written(target="wheel", root="", epoch=1)

    manifest = parse_manifest(render_manifest(release_with(), listed, written, {}))

    assert ("", ["pkg/a.py"]) == (manifest.root, [file.path for file in manifest.files])


@pytest.mark.parametrize(
    "edit",
    [
        lambda values: values["tool"].update(name="other"),
        lambda values: values.update(format=2),
        lambda values: values.update(tool="hatch-oaml"),
        lambda values: values.update(root="../up"),
        lambda values: values.pop("writer"),
        lambda values: values.pop("publisher"),
        lambda values: values["publisher"].append("Example Lab"),
        lambda values: values["publisher"].append({"name": "Example Lab"}),
        lambda values: values["publisher"].append({"name": "Example Lab", "email": 1}),
        lambda values: values["project"].update(name=1),
        lambda values: values["files"][0].update(path="../../etc/passwd"),
        lambda values: values["files"][0].update(path="/etc/passwd"),
        lambda values: values["files"][0].update(release="../x"),
        lambda values: values["files"][0].update(role="code"),
        lambda values: values["files"][0].update(sha256="ABC"),
        lambda values: values["files"][0].update(size="many"),
        lambda values: values["files"][0].update(kind="magic"),
        lambda values: values["files"][0].update(size=-1),
        lambda values: values["files"][0].update(size=1 << 70),
        lambda values: values["files"][0].update(path="\ud800"),
        lambda values: values["files"].append(values["files"][0]),
        lambda values: values["files"].append({**values["files"][0], "path": "elsewhere"}),
        lambda values: values["files"].append({**values["files"][0], "release": "elsewhere"}),
        lambda values: values["writer"].update(epoch=1 << 40),
        lambda values: values["notices"][0].update(kind="poem"),
        lambda values: values.update(settings={"license": "\ud800"}),
        lambda values: values.update(files=3),
        lambda values: values.update(settings=3),
        lambda values: values.update(notices=[{"base": "one"}]),
    ],
)
def test_a_manifest_that_was_damaged_is_none(derivative: Release, edit: Any) -> None:
    values = json.loads(render_manifest(derivative, LISTED, WRITTEN, DIGESTS))
    edit(values)

    with pytest.raises(ValueError):  # noqa: PT011  # whoever reads an archive says what it means
        parse_manifest(json.dumps(values).encode())


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{", b"\xff", b"[" * 100_000, b'{"tool": {"name": "x"}}'])
def test_other_bytes_are_no_manifest(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # likewise
        parse_manifest(data)


_digests = st.dictionaries(st.sampled_from([file.path for file in LISTED]), st.binary(max_size=3).map(sha256_of))


@given(_digests)
def test_the_manifest_s_size_does_not_depend_on_the_digests(digests: Any) -> None:
    release = _release()

    assert len(render_manifest(release, LISTED, WRITTEN, {})) == len(render_manifest(release, LISTED, WRITTEN, digests))


# checksums


@given(_digests)
def test_the_checksums_size_does_not_depend_on_the_digests(digests: Any) -> None:
    paths = [file.path for file in LISTED]

    assert len(render_checksums("example_model-1.0", paths, {})) == len(
        render_checksums("example_model-1.0", paths, digests)
    )


def test_names_are_below_the_folder_where_the_file_lies() -> None:
    digest = sha256_of(b"x")
    paths = [archive_path("a/b/c"), archive_path("a/a/d")]

    assert f"{digest}  b/c\n{UNKNOWN}  a/d\n".encode() == render_checksums("a", paths, {paths[0]: digest})
    assert f"{digest}  a/b/c\n".encode() == render_checksums("", paths[:1], {paths[0]: digest})


ODD_NAMES = (
    *("plain", "a space", " in front", "behind ", "two  spaces", "*star", "模型/权重.bin", "quo'te\"", "tab\there"),
    *("new\nline", "carriage\rreturn", "both\r\n", "a,b;c#d", "# comment", "%s", "$HOME", "d/e e/f", "\u200b", "~"),
)


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum to ask")
def test_sha256sum_writes_the_same_and_accepts_every_name(tmp_path: Path) -> None:
    digests = {}
    for name in ODD_NAMES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
        digests[archive_path(f"root-1.0/{name}")] = sha256_of(name.encode())
    rendered = render_checksums("root-1.0", list(digests), digests)
    own = subprocess.run(["sha256sum", "--", *ODD_NAMES], cwd=tmp_path, capture_output=True, check=True).stdout
    assert own == rendered
    (tmp_path / "SHA256SUMS").write_bytes(rendered)

    asked = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False
    )

    assert (0, b"", b"") == (asked.returncode, asked.stdout, asked.stderr)
    (tmp_path / "plain").write_bytes(b"changed")
    asked = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False)
    assert 1 == asked.returncode
    assert b"plain: FAILED\n" in asked.stdout
    assert len(ODD_NAMES) - 1 == asked.stdout.count(b": OK\n")


def rendered(release: Release, count: int) -> bytes:
    root = WRITTEN.root
    listed = [replace(LISTED[1], path=archive_path(f"{root}/{number:05}"), size=number) for number in range(count)]
    return render_manifest(release, listed, WRITTEN, {})


@pytest.mark.parametrize("count", [0, 1, 2, 300])
def test_a_manifest_read_line_by_line_is_the_one_read_as_a_whole(derivative: Release, count: int) -> None:
    data = rendered(derivative, count)
    compact = json.dumps(json.loads(data)).encode()

    assert count == len(parse_manifest(data).files)
    assert replace(parse_manifest(compact), data=Packed.of(data)) == parse_manifest(data)


def test_a_large_manifest_is_read_if_it_has_a_line_for_each_file(
    derivative: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = rendered(derivative, 300)
    monkeypatch.setattr("hatch_oaml.records.manifest.LARGEST_IN_ONE_PIECE", len(data) // 2)

    assert 300 == len(parse_manifest(data).files)
    with pytest.raises(ValueError, match="too large to be read so"):
        parse_manifest(json.dumps(json.loads(data)).encode())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'\n  "files": [\n    {', b'\n  "files": [\n    {"x": 1}, {'),
        (b'"settings": {', b'"settings": {"x": {\n  "files": [\n    {}\n  ]}, '),
        (b'\n  "files": [', b'\n  "files": [\n    {}\n  ],\n  "files": ['),
        (b'\n  "files": [', b'\n  "files": "each on a line of its own",\n  "other": {\n  "files": ['),
        (b"},\n    {", b"}\n    {"),
        (b"},\n    {", b"},\n    \n    {"),
        (b"\n  ]", b",\n    \n  ]"),
    ],
)
def test_line_by_line_nothing_else_is_read_than_as_a_whole(derivative: Release, before: bytes, after: bytes) -> None:
    data = rendered(derivative, 3)
    assert before in data
    changed = data.replace(before, after, 1)

    try:
        expected = json.loads(changed, object_pairs_hook=lambda pairs: dict(reversed(pairs)))["files"]
    except ValueError:
        expected = None
    try:
        files: list[Any] | None = [file.path for file in parse_manifest(changed).files]
    except ValueError:
        files = None

    assert files in (None, expected and [f"{WRITTEN.root}/{row.get('path')}" for row in expected])
