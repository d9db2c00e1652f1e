"""`hatch-oaml sign`: a finished archive gets a signature beside it, unless there is a fault in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hatch_oaml.cli import main
from hatch_oaml.signing.bundle import parse_bundle
from hatch_oaml.signing.mistakes import PASSPHRASE
from hatch_oaml.signing.statement import parse_statement
from tests.building import build, project_in
from tests.finished import FORMATS, built, members_of, packed, unpacked
from tests.layouts import files_of, unpacked_layout
from tests.signed import PUBLISHER, certified, key_file, private_pem, public_file, signature_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.testing import Result

    Archives = Mapping[str, Path]


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Archives:
    return built(project_in(tmp_path_factory.mktemp("project")))


@pytest.fixture
def archives(built_once: Archives, tmp_path: Path) -> Archives:
    """One of every format, in a folder where a test may write."""
    return {name: Path(shutil.copy(archive, tmp_path / archive.name)) for name, archive in built_once.items()}


def run(*arguments: object, **environment: str) -> Result:
    variables = {"LC_ALL": "en_US.UTF-8", **environment}
    return CliRunner().invoke(main, [str(argument) for argument in arguments], env=variables, catch_exceptions=False)


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_signed_is_verified(name: str, archives: Archives, tmp_path: Path) -> None:
    archive = archives[name]

    told = run("sign", archive, "--key", key_file(tmp_path))

    assert (0, "") == (told.exit_code, told.stdout)
    assert told.stderr.startswith(f"{archive}.sig: signed by ")
    assert signature_over(members_of(archive), tmp_path) == Path(f"{archive}.sig").read_bytes()
    assert 0 == run("verify", archive, "--key", public_file(tmp_path)).exit_code


def test_an_image_layout_gets_its_signature_beside_it_as_its_archive(archives: Archives, tmp_path: Path) -> None:
    layout = unpacked_layout(files_of(archives["oci"]), tmp_path / "layout")
    key = key_file(tmp_path)
    run("sign", archives["oci"], "--key", key)

    told = run("sign", layout, "--key", key)

    assert 0 == told.exit_code
    assert Path(f"{archives['oci']}.sig").read_bytes() == Path(f"{layout}.sig").read_bytes()
    assert 0 == run("verify", layout, "--key", public_file(tmp_path)).exit_code


def test_a_folder_gets_its_signature_within_the_same_bytes_as_its_archive(archives: Archives, tmp_path: Path) -> None:
    folder = unpacked(members_of(archives["tar"]), tmp_path / "unpacked")
    key = key_file(tmp_path)

    for place in (folder, archives["tar"]):
        assert 0 == run("sign", place, "--key", key).exit_code
    again = run("sign", folder, "--key", key)

    assert 0 == again.exit_code
    assert (folder / "model.sig").read_bytes() == Path(f"{archives['tar']}.sig").read_bytes()
    assert 0 == run("verify", folder, "--key", public_file(tmp_path)).exit_code


def test_a_certificate_tells_whose_the_key_is(archives: Archives, tmp_path: Path) -> None:
    root = certified("Root", 5, authority=True)
    (tmp_path / "root.pem").write_bytes(root.pem)
    (tmp_path / "chain.pem").write_bytes(certified("Beacon Works", PUBLISHER, root).pem + root.pem)

    told = run("sign", archives["zip"], "--key", key_file(tmp_path), "--certificate", tmp_path / "chain.pem")

    assert f"{archives['zip']}.sig: signed by CN=Beacon Works\n" == told.stderr
    assert 0 == run("verify", archives["zip"], "--certificate-root", tmp_path / "root.pem").exit_code


def test_the_signature_goes_where_it_is_wanted(archives: Archives, tmp_path: Path) -> None:
    target = tmp_path / "new" / "release.sig"

    assert 0 == run("sign", archives["tar"], "--key", key_file(tmp_path), "--output", target).exit_code
    assert target.is_file()
    assert not Path(f"{archives['tar']}.sig").exists()


def test_what_verify_refuses_is_not_signed(archives: Archives, tmp_path: Path) -> None:
    members = members_of(archives["tar"])
    archive = packed({**members, "lantern_chat-0.2.0/NOTICE": b"x"}, archives["tar"])

    told = run("sign", archive, "--key", key_file(tmp_path))

    assert 1 == told.exit_code
    assert "lantern_chat-0.2.0/NOTICE: error[altered-member]" in told.stdout
    assert not Path(f"{archive}.sig").exists()


def test_an_archive_without_a_manifest_is_not_signed(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(b"weights")

    told = run("sign", folder, "--key", key_file(tmp_path))

    assert 1 == told.exit_code
    assert "error[ungated-archive]" in told.stdout


def test_a_publisher_signs_what_its_own_service_runs(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    file = project / "pyproject.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("[tool.oaml]", '[tool.oaml]\nprofile = "hosted-service"'))
    assert 0 == build(project, "-t", "oaml").returncode

    assert 0 == run("sign", next(project.glob("dist-oaml/*.tar")), "--key", key_file(tmp_path)).exit_code


def test_a_part_of_a_wheel_is_not_signed(archives: Archives, tmp_path: Path) -> None:
    package = unpacked(members_of(archives["wheel"]), tmp_path / "unpacked") / "lantern_chat"

    for language, said in (("en", "sign the wheel itself"), ("zh", "请对 wheel 本身签名")):
        told = run("sign", package, "--key", key_file(tmp_path), "--lang", language)
        assert 2 == told.exit_code
        assert said in told.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")
def test_a_key_that_others_may_read_is_told_and_used(archives: Archives, tmp_path: Path) -> None:
    key = key_file(tmp_path)
    key.chmod(0o644)

    told = run("sign", archives["tar"], "--key", key)

    assert 0 == told.exit_code
    assert f"! {key}: others on this machine may read the key; `chmod 600 {key}`\n" in told.stderr


def test_a_passphrase_is_taken_from_its_variable(archives: Archives, tmp_path: Path) -> None:
    key = key_file(tmp_path)
    key.write_bytes(private_pem(PUBLISHER, passphrase=b"lantern"))

    asked = run("sign", archives["tar"], "--key", key)
    wrong = run("sign", archives["tar"], "--key", key, **{PASSPHRASE: "beacon"})
    right = run("sign", archives["tar"], "--key", key, **{PASSPHRASE: "lantern"})

    assert [2, 2, 0] == [asked.exit_code, wrong.exit_code, right.exit_code]
    assert "set the environment variable `HATCH_OAML_SIGNING_PASSPHRASE`" in asked.stderr
    assert "the passphrase is another" in wrong.stderr


def test_a_wheel_s_statement_is_named_for_the_project(archives: Archives, tmp_path: Path) -> None:
    run("sign", archives["wheel"], "--key", key_file(tmp_path))

    bundle = parse_bundle(Path(f"{archives['wheel']}.sig").read_bytes())

    assert "lantern_chat-0.2.0" == parse_statement(bundle.payload).name


def test_a_file_of_the_release_is_not_written_over(tmp_path: Path) -> None:
    project = project_in(tmp_path)
    (project / "model.sig").write_bytes(b"of another folder")
    assert 0 == build(project, "-t", "oaml").returncode
    folder = unpacked(members_of(next(project.glob("dist-oaml/*.tar"))), tmp_path / "unpacked")

    for language, said in (("en", "is a file of the release itself"), ("zh", "是发布自身的文件")):
        told = run("sign", folder, "--key", key_file(tmp_path), "--lang", language)
        assert 2 == told.exit_code
        assert said in told.stderr
    assert b"of another folder" == (folder / "model.sig").read_bytes()


def test_a_place_that_cannot_be_written_is_told(archives: Archives, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")

    told = run("sign", archives["tar"], "--key", key_file(tmp_path), "--output", tmp_path / "taken" / "x.sig")

    assert 2 == told.exit_code
    assert "taken" in told.stderr
