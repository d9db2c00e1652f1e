"""What is said of an archive does not depend on whether it lies on a disk or in a store."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.storage import far_bytes, far_file
from tests.building import build, project_in
from tests.signed import key_file, public_file

if TYPE_CHECKING:
    from click.testing import Result

    from tests.buckets import Bucket

FORMATS = {
    "tar": "dist-oaml/lantern_chat-0.2.0.oaml.tar",
    "tar-zst": "dist-oaml/lantern_chat-0.2.0.oaml.tar.zst",
    "zip": "dist-oaml/lantern_chat-0.2.0.oaml.zip",
    "oci": "dist-oaml/lantern_chat-0.2.0.oaml.oci.tar",
    "wheel": "dist/lantern_chat-0.2.0-py3-none-any.whl",
    "sdist": "dist/lantern_chat-0.2.0.tar.gz",
}
ROOT = "lantern_chat-0.2.0"
ADDRESS = "s3://models/releases"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    project = project_in(tmp_path_factory.mktemp("project"))
    for target in ("oaml:tar,tar-zst,zip,oci", "wheel", "sdist"):
        assert 0 == build(project, "-t", target).returncode
    return {name: project / path for name, path in FORMATS.items()}


@pytest.fixture
def stored(archives: dict[str, Path], bucket: Bucket) -> dict[str, str]:
    bucket.put({f"releases/{path.name}": path.read_bytes() for path in archives.values()})
    bucket.reset_counts()
    return {name: f"{ADDRESS}/{path.name}" for name, path in archives.items()}


def asked(*arguments: object) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


@pytest.mark.parametrize("form", FORMATS)
def test_an_archive_is_verified_where_it_lies(form: str, archives: dict[str, Path], stored: dict[str, str]) -> None:
    here, there = (asked("verify", "--format", "json", each[form]) for each in (archives, stored))

    assert 0 == here.exit_code == there.exit_code, there.output
    assert here.stdout == there.stdout


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("options", [[], ["--tensors"]], ids=str)
def test_a_record_is_made_of_it(
    form: str, options: list[str], archives: dict[str, Path], stored: dict[str, str]
) -> None:
    here, there = (asked("record", *options, each[form]) for each in (archives, stored))

    assert 0 == here.exit_code == there.exit_code, there.output
    assert here.stdout == there.stdout


@pytest.mark.parametrize("form", ["tar", "sdist"])
def test_it_is_compared(form: str, archives: dict[str, Path], stored: dict[str, str]) -> None:
    base = archives["tar"].parents[2] / "original-release"

    here, there = (asked("compare", base, each[form], "--format", "json") for each in (archives, stored))

    assert here.exit_code == there.exit_code
    assert here.stdout == there.stdout
    assert len(here.stdout) > 1000


@pytest.fixture(params=["original-release", "derivative-finetune", "an unpacked release"])
def tree(request: pytest.FixtureRequest, archives: dict[str, Path], tmp_path: Path, bucket: Bucket) -> Path:
    """A folder, whose files lie below `s3://models/base` too."""
    folder = archives["tar"].parents[2] / str(request.param)
    if not folder.exists():
        with tarfile.open(archives["tar"]) as archive:
            archive.extractall(tmp_path)  # noqa: S202  # our own
        folder = tmp_path / ROOT
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    bucket.put({f"base/{name}": path.read_bytes() for name, path in files.items() if not name.startswith("dist")})
    bucket.put({"base-2/README.md": b"Another's."})
    return folder


@pytest.mark.parametrize("options", [[], ["--tensors"]], ids=str)
def test_a_record_is_made_of_what_lies_below_a_prefix(tree: Path, options: list[str]) -> None:
    named = [*options, "--name", "example/lantern", "--version", "1"]

    here, there = (asked("record", *named, place) for place in (tree, "s3://models/base"))

    assert 0 == here.exit_code == there.exit_code, there.output
    assert here.stdout == there.stdout
    assert "[[file.notice]]" in here.stdout


def test_what_lies_below_a_prefix_is_compared(tree: Path, archives: dict[str, Path]) -> None:
    other = archives["wheel"]

    here, there = (
        asked("compare", other, place, "--format", "json", "--tensors") for place in (tree, "s3://models/base")
    )

    assert here.exit_code == there.exit_code, there.output
    assert here.stdout.replace(f'"{tree.name}"', '"base"') == there.stdout
    assert len(here.stdout) > 1000


def test_an_object_that_changes_while_it_is_recorded_is_refused(
    tree: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert tree.is_dir()
    opened = far_file.FarFile.__init__

    def changed_meanwhile(self: far_file.FarFile, *arguments: object) -> None:
        bucket.put({"base/README.md": b"Another one."})
        opened(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(far_file.FarFile, "__init__", changed_meanwhile)

    done = asked("record", "s3://models/base", "--name", "a", "--version", "1")

    assert 2 == done.exit_code
    assert "README.md: the file changed while it was being read" in done.stderr


def test_what_was_altered_is_refused(archives: dict[str, Path], stored: dict[str, str], bucket: Bucket) -> None:
    data = bytearray(archives["tar"].read_bytes())
    data[data.index(b"Lantern")] ^= 1
    bucket.put({f"releases/{archives['tar'].name}": bytes(data)})

    done = asked("verify", stored["tar"])

    assert 1 == done.exit_code
    assert "[altered-member]" in done.output


def test_a_signature_beside_it_is_found(
    archives: dict[str, Path], stored: dict[str, str], bucket: Bucket, tmp_path: Path
) -> None:
    copy, public = Path(shutil.copy(archives["tar"], tmp_path)), public_file(tmp_path)
    assert 0 == asked("sign", copy, "--key", key_file(tmp_path)).exit_code
    unsigned = asked("verify", stored["tar"], "--key", public)
    bucket.put({f"releases/{copy.name}.sig": copy.with_name(f"{copy.name}.sig").read_bytes()})

    signed = asked("verify", stored["tar"], "--key", public)

    assert 1 == unsigned.exit_code
    assert 0 == signed.exit_code, signed.output


@pytest.mark.parametrize("named", ["", ".001", ".002"])
@pytest.mark.parametrize("form", ["tar", "zip"])
def test_volumes_are_verified_where_they_lie_with_the_signature_beside_them(
    form: str, named: str, archives: dict[str, Path], bucket: Bucket, tmp_path: Path
) -> None:
    copy, public = Path(shutil.copy(archives[form], tmp_path)), public_file(tmp_path)
    assert 0 == asked("sign", copy, "--key", key_file(tmp_path)).exit_code
    data, name = copy.read_bytes(), f"volumes/{copy.name}"
    bucket.put(
        {f"{name}.{number + 1:03}": data[number * 40_000 :][:40_000] for number in range(-(-len(data) // 40_000))}
    )
    unsigned = asked("verify", f"s3://models/{name}{named}", "--key", public)
    bucket.put({f"{name}.sig": copy.with_name(f"{copy.name}.sig").read_bytes()})

    signed = asked("verify", f"s3://models/{name}{named}", "--key", public)

    assert (1, 0) == (unsigned.exit_code, signed.exit_code), signed.output
    assert f"{copy.name}{named}" in signed.stdout


def test_volumes_without_one_of_them_are_no_archive(archives: dict[str, Path], bucket: Bucket) -> None:
    data = archives["tar"].read_bytes()
    bucket.put({f"cut/a.oaml.tar.{number:03}": data[: 1 << 16] for number in (1, 3)})

    done = asked("verify", "s3://models/cut/a.oaml.tar.001")

    assert 2 == done.exit_code
    assert "s3://models/cut/a.oaml.tar.002: this volume is missing" in " ".join(done.stderr.split())


@pytest.fixture(params=["tar", "wheel", "sdist", "wheel's package"])
def unpacked(request: pytest.FixtureRequest, archives: dict[str, Path], tmp_path: Path) -> Path:
    form, _, part = str(request.param).partition("'s ")
    folder = tmp_path / "unpacked"
    shutil.unpack_archive(archives[form], folder, format="zip" if form == "wheel" else None)
    if form == "wheel":
        return folder / "lantern_chat" if part else folder
    return next(folder.iterdir())


def upload(folder: Path, bucket: Bucket) -> str:
    files = [path for path in folder.rglob("*") if path.is_file()]
    bucket.put({f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in files})
    return f"s3://models/{folder.name}"


def test_an_unpacked_release_is_verified_below_its_prefix(unpacked: Path, bucket: Bucket) -> None:
    address = upload(unpacked, bucket)
    above = unpacked.name
    bucket.put(
        {f"{above}/": b"", f"{above}/data/": b"", f"{above}/.git/HEAD": b"ref", f"{above}-2/a.md": b"Another's."}
    )
    (unpacked / ".git").mkdir()

    here, there, with_slash = (
        asked("verify", "--format", "json", place) for place in (unpacked, address, f"{address}/")
    )

    assert 0 == here.exit_code == there.exit_code == with_slash.exit_code, there.output
    assert here.stdout == there.stdout == with_slash.stdout


@pytest.mark.parametrize(
    ("key", "data", "said"),
    [
        ("README.md", b"# Another", "altered-member"),
        ("more.bin", b"\0" * 10, "extra-member"),
        ("LICENSE", None, "missing-member"),
        ("./escaped.md", b"text", "has an empty, `.` or `..` part"),
        ("a//b.md", b"text", "has an empty, `.` or `..` part"),
        ("a\\b.md", b"text", "holds a NUL or a backslash"),
        ("data/", b"hidden", "has an empty, `.` or `..` part"),
    ],
)
def test_what_was_changed_below_a_prefix_is_refused(
    key: str, data: bytes | None, said: str, archives: dict[str, Path], tmp_path: Path, bucket: Bucket
) -> None:
    shutil.unpack_archive(archives["tar"], tmp_path)
    address = upload(tmp_path / ROOT, bucket)
    if data is None:
        bucket.client.delete_object(Bucket="models", Key=f"{ROOT}/{key}")
    else:
        bucket.put({f"{ROOT}/{key}": data})

    done = asked("verify", address)

    assert done.exit_code in {1, 2}
    assert said in done.output


def test_a_signature_within_a_prefix_is_found(archives: dict[str, Path], tmp_path: Path, bucket: Bucket) -> None:
    shutil.unpack_archive(archives["tar"], tmp_path)
    folder, public = tmp_path / ROOT, public_file(tmp_path)
    address = upload(folder, bucket)
    unsigned = asked("verify", address, "--key", public)
    assert 0 == asked("sign", folder, "--key", key_file(tmp_path)).exit_code
    bucket.put({f"{ROOT}/model.sig": (folder / "model.sig").read_bytes()})

    signed = asked("verify", address, "--key", public)

    assert (1, 0) == (unsigned.exit_code, signed.exit_code), signed.output


def test_an_object_below_a_prefix_that_changes_meanwhile_is_told(
    archives: dict[str, Path], tmp_path: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.unpack_archive(archives["tar"], tmp_path)
    address = upload(tmp_path / ROOT, bucket)
    opened = far_file.FarFile.__init__

    def changed_meanwhile(self: far_file.FarFile, *arguments: object) -> None:
        bucket.put({f"{ROOT}/README.md": b"Another one."})
        opened(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(far_file.FarFile, "__init__", changed_meanwhile)

    done = asked("verify", address)

    assert 2 == done.exit_code
    assert "README.md: the file changed while it was being read" in done.stderr


def test_a_small_archive_is_fetched_once(archives: dict[str, Path], stored: dict[str, str], bucket: Bucket) -> None:
    assert 0 == asked("verify", stored["tar"]).exit_code

    assert 1 == bucket.counts()["GET"]
    assert archives["tar"].stat().st_size == bucket.counts()["bytes sent"]


@pytest.mark.parametrize("form", FORMATS)
def test_of_a_large_one_what_is_wanted_is_fetched(
    form: str, archives: dict[str, Path], stored: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(far_bytes, "RANGE", 8192)
    monkeypatch.setattr(far_bytes, "_FIRST", 1024)

    here, there = (asked("verify", "--format", "json", each[form]) for each in (archives, stored))

    assert 0 == here.exit_code == there.exit_code, there.output
    assert here.stdout == there.stdout


def test_requests_that_the_store_puts_off_change_nothing(stored: dict[str, str], bucket: Bucket) -> None:
    expected = asked("verify", stored["tar"]).stdout
    bucket.fail_every(5)

    done = asked("verify", stored["tar"])

    assert bucket.counts()["503"]
    assert (0, expected) == (done.exit_code, done.stdout)


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("s3://models/releases/nothing.oaml.tar", 2, "nothing.oaml.tar: there is no such object"),
        ("s3://nobody/nothing.oaml.tar", 2, "nothing.oaml.tar: there is no such object"),
        ("s3://me:hunter2@models/a.oaml.tar", 2, "the address carries a user"),
        ("s3://models/a.oaml.tar?X-Amz-Signature=hunter2", 2, "the address carries a user"),
        ("ftp://models/a.oaml.tar", 2, "ftp://: no store has this scheme"),
        ("s3://models/a.oaml.tar.001", 2, "a.oaml.tar.001: there is no such object"),
    ],
)
@pytest.mark.parametrize("command", ["verify", "record"])
def test_a_mistaken_address_is_told(bucket: Bucket, command: str, address: str, status: int, said: str) -> None:
    assert [] == bucket.keys()

    done = asked(command, address)

    assert status == done.exit_code
    assert said in " ".join(done.stderr.split())
    assert "hunter2" not in done.output
