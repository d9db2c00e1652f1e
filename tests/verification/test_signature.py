"""A signature is held against every file of an archive, by the digests that verify has taken anyway."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.signing import place
from hatch_oaml.signing.signer import signer_of
from hatch_oaml.signing.statement import Statement, statement_of
from hatch_oaml.signing.trust import trust_in
from hatch_oaml.storage import opening
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import SourceError
from hatch_oaml.verification.archived_release import read_archive
from hatch_oaml.verification.signature import Asked
from tests.building import project_in
from tests.finished import FORMATS, built, errors_of, members_of, named_by, unpacked
from tests.members import silent
from tests.poison import NAMED, POISON, acts
from tests.signed import PUBLISHER, SOMEBODY, certified, key_file, public_file, signature_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.testing import Result

    from hatch_oaml.records.signature import Signature
    from hatch_oaml.storage.bytes_at import SizedBytesAt

    Archives = Mapping[str, Path]

ROOT = "lantern_chat-0.2.0"
every_format = pytest.mark.parametrize("name", FORMATS)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    """One of every format, the publisher's signature beside it."""
    made = built(project_in(tmp_path_factory.mktemp("project")))
    for archive in made.values():
        beside(archive).write_bytes(signature_over(members_of(archive), tmp_path_factory.mktemp("key")))
    return made


@pytest.fixture
def tar(archives: Archives, tmp_path: Path) -> Path:
    """The release archive alone in a folder, without its signature."""
    return alone(archives["tar"], tmp_path)


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    """As who verifies with the publisher's key."""
    return Asked(trust=trust_in([public_file(tmp_path)], []))


def alone(archive: Path, folder: Path) -> Path:
    """In a folder of its own, without its signature."""
    return Path(shutil.copy(archive, folder / archive.name))


def beside(archive: Path) -> Path:
    return archive.with_name(f"{archive.name}.sig")


def found(archive: Path, asked: Asked) -> Signature:
    signature = read_archive(archive, silent, asked).held_against_manifest.signature
    assert signature is not None
    return signature


def signed(folder: Path, statement: Statement, number: int = PUBLISHER) -> bytes:
    return signer_of(key_file(folder, number), None, lambda _name: b"").bundle(statement)


def statement_over(archive: Path, *, without: tuple[str, ...] = (), ignored: tuple[str, ...] = ()) -> Statement:
    digests = {path.removeprefix(f"{ROOT}/"): sha256_of(data) for path, data in members_of(archive).items()}
    left = {path: digest for path, digest in digests.items() if path not in without}
    return Statement(name=ROOT, digests=statement_of(ROOT, left).digests, ignored=ignored)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)], env={"LC_ALL": "en_US.UTF-8"})


@every_format
def test_the_publisher_s_signature_is_known_in_every_format(name: str, archives: Archives, asked: Asked) -> None:
    assert [] == errors_of(archives[name], asked)
    assert ("valid", "key") == (found(archives[name], asked).state, found(archives[name], asked).method)


@every_format
def test_an_archive_without_one_is_unsigned_where_one_is_asked_for(
    name: str, archives: Archives, asked: Asked, tmp_path: Path
) -> None:
    archive = alone(archives[name], tmp_path)

    assert [("unsigned-release", archive.name)] == [
        (ruling.check, ruling.finding.path) for ruling in errors_of(archive, asked)
    ]
    assert [] == named_by(archive)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("option", ["--require-signature", "--key"])
def test_a_pipe_in_the_place_of_a_signature_is_not_waited_for(
    option: str, archives: Archives, asked: Asked, tmp_path: Path
) -> None:
    archive = alone(archives["tar"], tmp_path)
    os.mkfifo(beside(archive))
    wanted = [option, public_file(tmp_path)] if option == "--key" else [option]

    done = run(*wanted, archive)
    named = run("--signature", beside(archive), *wanted, archive)

    assert (2, 2) == (done.exit_code, named.exit_code)
    assert f"{beside(archive).name}: the signature cannot be read (is no regular file" in done.stderr
    assert f"{beside(archive).name}: the signature cannot be read (is no regular file" in named.stderr
    with pytest.raises(SourceError, match="不是普通文件"):
        errors_of(archive, asked)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_key_is_not_waited_for(archives: Archives, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "key.pub")

    done = run("--key", tmp_path / "key.pub", archives["tar"])

    assert 2 == done.exit_code
    assert "key.pub: cannot be read (is no regular file" in done.stderr


@pytest.mark.parametrize("name", ["tar", "zip", "tar-zst"])
def test_one_signature_serves_every_format_of_a_release(
    name: str, archives: Archives, asked: Asked, tmp_path: Path
) -> None:
    archive = alone(archives[name], tmp_path)
    shutil.copy(beside(archives["tar"]), beside(archive))

    assert [] == errors_of(archive, asked)


@pytest.mark.parametrize("name", ["tar", "sdist", "wheel"])
def test_an_unpacked_archive_has_its_signature_within(
    name: str, archives: Archives, asked: Asked, tmp_path: Path
) -> None:
    folder = unpacked(members_of(archives[name]), tmp_path / "unpacked")
    shutil.copy(beside(archives[name]), folder / "model.sig")

    release = read_archive(folder, silent, asked)

    assert [] == errors_of(folder, asked)
    assert "valid" == found(folder, asked).state
    assert () == release.held_against_manifest.companions
    assert 1 == len(read_archive(folder, silent).held_against_manifest.companions)


def test_volumes_have_one_signature_under_the_name_of_the_whole(tar: Path, archives: Archives, asked: Asked) -> None:
    data = tar.read_bytes()
    tar.unlink()
    for number, start in enumerate(range(0, len(data), 20_000), 1):
        tar.with_name(f"{tar.name}.{number:03}").write_bytes(data[start : start + 20_000])
    shutil.copy(beside(archives["tar"]), beside(tar))

    assert [] == errors_of(tar.with_name(f"{tar.name}.002"), asked)


def test_the_signature_of_a_folder_may_lie_beside_it(
    tar: Path, archives: Archives, asked: Asked, tmp_path: Path
) -> None:
    folder = unpacked(members_of(tar), tmp_path)
    shutil.copy(beside(archives["tar"]), beside(folder))

    assert [] == errors_of(folder, asked)
    assert f"{ROOT}.sig" == found(folder, asked).place


def test_a_signature_may_lie_where_it_is_named(tar: Path, archives: Archives, asked: Asked) -> None:
    elsewhere = Asked(trust=asked.trust, place=beside(archives["tar"]))

    assert [] == errors_of(tar, elsewhere)


def test_another_s_signature_is_foreign(tar: Path, asked: Asked, tmp_path: Path) -> None:
    beside(tar).write_bytes(signature_over(members_of(tar), tmp_path, SOMEBODY))

    assert ["foreign-signature"] == [ruling.check for ruling in errors_of(tar, asked)]
    assert ("foreign", False) == (found(tar, asked).state, found(tar, asked).is_known)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"model-00001-of-00002.safetensors": sha256_of(b"x")}, "it is over other bytes of `model-00001-of"),
        ({"OAML-MANIFEST.json": sha256_of(b"x")}, "it is over other bytes of `OAML-MANIFEST.json`"),
        ({"more.bin": sha256_of(b"x")}, "it tells of files that are not there: `more.bin`"),
        ({".gitignore": sha256_of(b"x")}, "it tells of files that are not there: `.gitignore`"),
    ],
    ids=["weights", "manifest", "a file more", "of git"],
)
def test_a_signature_over_other_files_is_foreign(
    change: Mapping[str, str], said: str, tar: Path, asked: Asked, tmp_path: Path
) -> None:
    statement = statement_over(tar)
    other = Statement(name=ROOT, digests={**statement.digests, **change})  # type: ignore[dict-item]  # digests of tests
    beside(tar).write_bytes(signed(tmp_path, other))

    signature = found(tar, asked)

    [fault] = signature.faults
    assert fault.en.startswith(said)
    assert fault.zh
    assert not signature.is_known


def test_a_signature_that_leaves_a_file_out_is_foreign(tar: Path, asked: Asked, tmp_path: Path) -> None:
    beside(tar).write_bytes(signed(tmp_path, statement_over(tar, without=("NOTICE", "config.json"))))

    assert ["it does not tell of `NOTICE`, `config.json`"] == [fault.en for fault in found(tar, asked).faults]


def test_what_is_left_out_by_name_is_right_by_the_manifest_which_is_signed(
    tar: Path, asked: Asked, tmp_path: Path
) -> None:
    left_out = ("NOTICE", "SHA256SUMS", "data/eval.jsonl")
    beside(tar).write_bytes(
        signed(tmp_path, statement_over(tar, without=left_out, ignored=("NOTICE", "SHA256SUMS", "data")))
    )

    assert "valid" == found(tar, asked).state


def test_what_no_manifest_tells_of_is_not_left_out_by_name(archives: Archives, asked: Asked, tmp_path: Path) -> None:
    folder = unpacked(members_of(archives["tar"]), tmp_path / "unpacked")
    statement = statement_over(archives["tar"], ignored=("brought.txt",))
    (folder / "brought.txt").write_bytes(b"by a stranger")
    (folder / "model.sig").write_bytes(signed(tmp_path, statement))

    assert ["it does not tell of `brought.txt`"] == [fault.en for fault in found(folder, asked).faults]


def test_what_is_left_out_with_the_manifest_is_not(tar: Path, asked: Asked, tmp_path: Path) -> None:
    left_out = ("NOTICE", "OAML-MANIFEST.json")
    beside(tar).write_bytes(signed(tmp_path, statement_over(tar, without=left_out, ignored=left_out)))

    assert ["it does not tell of `NOTICE`, `OAML-MANIFEST.json`"] == [fault.en for fault in found(tar, asked).faults]


def test_what_a_tool_had_put_beside_the_release_may_have_been_signed_with_it(
    tar: Path, asked: Asked, tmp_path: Path
) -> None:
    folder = unpacked(members_of(tar), tmp_path / "unpacked")
    (folder / ".DS_Store").write_bytes(b"x")
    statement = statement_over(tar)
    digests = {**statement.digests, ".DS_Store": sha256_of(b"x")}
    (folder / "model.sig").write_bytes(signed(tmp_path, Statement(name=ROOT, digests=digests)))

    assert "valid" == found(folder, asked).state


def test_a_signature_over_the_file_as_it_is_packed_is_one(tar: Path, asked: Asked, tmp_path: Path) -> None:
    digests = {".": sha256_of(tar.read_bytes())}
    beside(tar).write_bytes(signed(tmp_path, Statement(name=tar.name, digests=digests)))
    folder = unpacked(members_of(tar), tmp_path / "unpacked")
    shutil.copy(beside(tar), folder / "model.sig")
    other = tmp_path / "other.oaml.tar"
    shutil.copy(tar, other)
    beside(other).write_bytes(signed(tmp_path, Statement(name=tar.name, digests={".": sha256_of(b"other")})))

    assert "valid" == found(tar, asked).state
    assert ["it is over another file than this one"] == [fault.en for fault in found(folder, asked).faults]
    assert ["it is over another file than this one"] == [fault.en for fault in found(other, asked).faults]


def test_a_sdist_s_gitignore_is_signed_by_way_of_the_manifest(archives: Archives, asked: Asked) -> None:
    paths = {path.partition("/")[2] for path in members_of(archives["sdist"])}

    assert "PKG-INFO" in paths
    assert "valid" == found(archives["sdist"], asked).state


def test_the_files_are_read_once(tar: Path, archives: Archives, asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    whole = opening._bytes_of

    def noted(path: Path) -> SizedBytesAt:
        opened.append(path)
        return whole(path)

    monkeypatch.setattr(opening, "_bytes_of", noted)
    shutil.copy(beside(archives["tar"]), beside(tar))
    read: dict[bool, list[tuple[str, int]]] = {True: [], False: []}
    times = {}
    for is_asked, told in read.items():
        opened.clear()
        read_archive(tar, lambda path, size, told=told: told.append((path, size)), asked if is_asked else None)
        times[is_asked] = len(opened)

    assert sorted(read[True]) == sorted(read[False])
    assert times[True] == times[False]


def test_an_unreadable_signature_is_an_error_of_the_environment(tar: Path, tmp_path: Path) -> None:
    beside(tar).mkdir()

    told = run(tar, "--key", public_file(tmp_path))

    assert 2 == told.exit_code
    assert "the signature cannot be read (" in told.stderr


def test_a_signature_that_is_longer_than_any_is_not_read(
    tar: Path, archives: Archives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(beside(archives["tar"]), beside(tar))
    monkeypatch.setattr(place, "_LEAST", -(1 << 20))

    told = run(tar, "--key", public_file(tmp_path))

    assert 2 == told.exit_code
    assert "longer than any signature of these files 超过这些文件的任何签名的长度" in told.stderr


def test_a_signature_of_holes_costs_no_memory(tar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with beside(tar).open("wb") as file:
        file.truncate(1 << 40)
    monkeypatch.setattr(place, "short_file", None)

    told = run(tar, "--key", public_file(tmp_path))

    assert 2 == told.exit_code
    assert "longer than any signature of these files" in told.stderr


def test_a_signature_may_be_as_long_as_that_of_many_files_is(tmp_path: Path) -> None:
    """Whoever made it: with names that JSON escapes, and laid out for people."""
    paths = [f"数据/{number:08}/{'模' * 60}.bin" for number in range(40_000)]
    resources = [{"name": path, "digest": "0" * 64, "algorithm": "sha256"} for path in paths]
    payload = base64.b64encode(json.dumps({"predicate": {"resources": resources}}, indent=1).encode())
    archive = tmp_path / "x.oaml.tar"
    beside(archive).write_bytes(b'{"dsseEnvelope":{"payload":"' + payload + b'"}}')

    assert (beside(archive), beside(archive).read_bytes()) == place.signature_beside(archive, paths)


# the command


def test_the_verdict_names_the_key(archives: Archives, tmp_path: Path) -> None:
    told = run(archives["tar"], "--key", public_file(tmp_path))

    assert (0, "") == (told.exit_code, told.stderr)
    assert f"; signed with the key {sha256_of(public_file(tmp_path).read_bytes())}\n" in told.stdout
    assert "签名" in run(archives["tar"], "--key", public_file(tmp_path), "--lang", "zh").stdout


def test_the_verdict_names_whom_a_certificate_is_for(tar: Path, tmp_path: Path) -> None:
    root = certified("Root", 5, authority=True)
    (tmp_path / "root.pem").write_bytes(root.pem)
    (tmp_path / "chain.pem").write_bytes(certified("Beacon Works", PUBLISHER, root).pem)
    signer = signer_of(key_file(tmp_path), tmp_path / "chain.pem", lambda _name: b"")
    beside(tar).write_bytes(signer.bundle(statement_over(tar)))

    assert "; signed by CN=Beacon Works\n" in run(tar, "--certificate-root", tmp_path / "root.pem").stdout
    assert "whose it is was not checked" in run(tar, "--require-signature").stdout


def test_whoever_asks_for_a_signature_by_whomever_is_told_that_nobody_was_asked_for(
    archives: Archives, tar: Path
) -> None:
    told = run(archives["tar"], "--require-signature")

    assert 0 == told.exit_code
    assert "whose it is was not checked: no `--key` and no `--certificate-root` was given" in told.stdout
    assert 1 == run(tar, "--require-signature").exit_code


@pytest.mark.parametrize(
    ("options", "expected"),
    [([], None), (["--key"], "valid"), (["--require-signature"], "unknown-signer")],
    ids=["nobody asks", "key", "by whomever"],
)
def test_json_tells_what_was_found(
    options: list[str], expected: str | None, archives: Archives, tmp_path: Path
) -> None:
    values = [option if option != "--key" else f"--key={public_file(tmp_path)}" for option in options]

    [report] = json.loads(run(archives["tar"], *values, "--format", "json").stdout)["reports"]

    assert expected == (report["signature"] and report["signature"]["state"])


def test_several_archives_have_one_signature_each(archives: Archives, tmp_path: Path) -> None:
    key = public_file(tmp_path)

    told = run(*archives.values(), *map(beside, archives.values()), "--key", key)
    refused = run(*archives.values(), "--key", key, "--signature", beside(archives["tar"]))

    assert (0, "") == (told.exit_code, told.stderr)
    assert 2 == refused.exit_code
    assert f"is of one archive, and {len(archives)} are to be verified" in refused.stderr


def test_a_signature_that_nobody_asked_for_is_told_to_be_unchecked(archives: Archives) -> None:
    told = run(archives["tar"], beside(archives["tar"]))

    assert "it was not checked" in told.stderr
    assert "no signature was checked" in told.stdout


@pytest.mark.parametrize("option", ["--key", "--certificate-root"])
def test_what_is_no_key_ends_with_two_in_both_languages(option: str, archives: Archives, tmp_path: Path) -> None:
    file = tmp_path / "x.pem"
    file.write_bytes(b"x")

    for language in ("en", "zh"):
        told = run(archives["tar"], option, file, "--lang", language)
        assert (2, "") == (told.exit_code, told.stdout)
        assert "PEM" in told.stderr


def test_no_word_of_a_signature_acts(tar: Path, tmp_path: Path) -> None:
    root = certified(POISON.replace("\x1b", ""), 5, authority=True)
    (tmp_path / "chain.pem").write_bytes(certified(POISON[:60], PUBLISHER, root).pem)
    signer = signer_of(key_file(tmp_path), tmp_path / "chain.pem", lambda _name: b"")
    digests = {**statement_over(tar).digests, POISON: sha256_of(b"x")}
    beside(tar).write_bytes(signer.bundle(statement_of(ROOT, digests)))

    for form in ("text", "json"):
        told = run(tar, "--require-signature", "--format", form)
        assert NAMED in told.stdout
        assert [] == acts(told.stdout)
        assert [] == acts(told.stderr)


def test_without_the_extra_the_line_to_install_it_is_told(tmp_path: Path) -> None:
    command = "import sys; sys.modules['cryptography'] = None; from hatch_oaml.cli import main; main()"
    arguments = ["verify", str(tmp_path), "--key", str(public_file(tmp_path))]

    for language in ("en", "zh"):
        done = subprocess.run(
            [sys.executable, "-c", command, *arguments, "--lang", language],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        assert 2 == done.returncode
        assert 'pip install "hatch-oaml[sign]"' in done.stderr
        assert 1 == len(done.stderr.splitlines())
