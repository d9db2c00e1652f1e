"""A build with a key writes the signature beside the release archive, and nothing of the archive depends on it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hatch_oaml.archives import archive_formats
from hatch_oaml.packing import signature_beside
from hatch_oaml.signing.trust import trust_in
from hatch_oaml.verification.signature import Asked
from tests.building import build, project_in
from tests.finished import errors_of, members_of
from tests.signed import PUBLISHER, SOMEBODY, certified, key_file, private_pem, public_file, signature_over

if TYPE_CHECKING:
    from tests.building import Done

FORMATS = [name for name, form in archive_formats().items() if form.target == "oaml"]
KEY = "HATCH_OAML_SIGNING_KEY"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_in(tmp_path)


@pytest.fixture
def key(tmp_path: Path) -> str:
    return str(key_file(tmp_path))


def files_in(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "dist-oaml").iterdir()}


def built(project: Path, *arguments: str, **environment: str) -> Done:
    done = build(project, "-t", "oaml", *arguments, **environment)
    assert 0 == done.returncode, done.stderr
    return done


def test_each_format_gets_the_same_signature_and_verify_knows_it(project: Path, key: str, tmp_path: Path) -> None:
    targets = [part for name in FORMATS for part in ("-t", f"oaml:{name}")]
    built(project, *targets, **{KEY: key})
    asked = Asked(trust=trust_in([public_file(tmp_path)], []))

    archives = [path for path in (project / "dist-oaml").iterdir() if path.suffix != ".sig"]
    signatures = {Path(f"{archive}.sig").read_bytes() for archive in archives}

    assert len(FORMATS) == len(archives)
    assert {signature_over(members_of(archives[0]), tmp_path)} == signatures
    assert [] == [ruling for archive in archives for ruling in errors_of(archive, asked)]


def test_the_archive_is_the_same_with_a_key_and_without(project: Path, key: str) -> None:
    built(project)
    without = files_in(project)
    built(project, **{KEY: key})
    signed = files_in(project)

    [name] = without
    assert without[name] == signed[name]
    assert {name, f"{name}.sig"} == signed.keys()


def test_the_signature_is_the_same_on_every_run(project: Path, key: str) -> None:
    built(project, **{KEY: key})
    first = files_in(project)
    built(project, **{KEY: key})

    assert first == files_in(project)


def test_a_certificate_is_taken_from_the_environment_too(project: Path, key: str, tmp_path: Path) -> None:
    root = certified("Root", 5, authority=True)
    (tmp_path / "root.pem").write_bytes(root.pem)
    (tmp_path / "chain.pem").write_bytes(certified("Beacon Works", PUBLISHER, root).pem)

    built(project, **{KEY: key, "HATCH_OAML_SIGNING_CERTIFICATE": str(tmp_path / "chain.pem")})

    asked = Asked(trust=trust_in([], [tmp_path / "root.pem"]))
    assert [] == errors_of(next(project.glob("dist-oaml/*.tar")), asked)


def test_volumes_get_one_signature(project: Path, key: str, tmp_path: Path) -> None:
    with (project / "pyproject.toml").open("a") as file:
        file.write('\n[tool.hatch.build.targets.oaml]\nvolume-size = "20kB"\n')

    built(project, **{KEY: key})

    asked = Asked(trust=trust_in([public_file(tmp_path)], []))
    assert (project / "dist-oaml" / "lantern_chat-0.2.0.oaml.tar.sig").is_file()
    assert [] == errors_of(next(project.glob("dist-oaml/*.002")), asked)


def test_wheel_and_sdist_are_not_signed_so_that_their_folder_can_be_uploaded(project: Path, key: str) -> None:
    done = build(project, "-t", "wheel", "-t", "sdist", **{KEY: key})

    assert 0 == done.returncode, done.stderr
    assert {".whl", ".gz"} == {path.suffix for path in (project / "dist").iterdir()}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"x", "is no key in PEM"),
        (private_pem(PUBLISHER, passphrase=b"lantern"), "there is no terminal to ask for its passphrase"),
    ],
    ids=["no key", "encrypted"],
)
def test_a_key_that_cannot_sign_ends_the_build_before_anything_is_written(
    data: bytes, said: str, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "x.pem").write_bytes(data)

    done = build(project, "-t", "oaml", **{KEY: str(tmp_path / "x.pem")})

    assert 0 != done.returncode
    assert said in done.stderr
    assert "x.pem：" in done.stderr
    assert [] == list(project.glob("dist-oaml/*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has rights of another kind")
def test_a_key_that_others_may_read_is_told_once(project: Path, key: str) -> None:
    Path(key).chmod(0o644)

    done = built(project, "-t", "oaml:tar", "-t", "oaml:zip", **{KEY: key})

    assert 1 == (done.stdout + done.stderr).count("others on this machine may read the key")
    assert 1 == (done.stdout + done.stderr).count("本机的其他用户可以读取该密钥")


def test_an_earlier_signature_over_other_files_is_gone_and_one_over_the_same_stays(project: Path, key: str) -> None:
    built(project, **{KEY: key})
    [name] = (name for name in files_in(project) if name.endswith(".sig"))
    built(project)
    assert name in files_in(project)

    (project / "README.md").write_bytes((project / "README.md").read_bytes() + b"\nMore.\n")
    built(project)
    assert name not in files_in(project)


def test_what_is_no_signature_of_this_kind_is_not_ours_to_remove(project: Path) -> None:
    built(project)
    other = project / "dist-oaml" / "lantern_chat-0.2.0.oaml.tar.sig"
    other.write_bytes(b"-----BEGIN PGP SIGNATURE-----\n")
    built(project)

    assert b"-----BEGIN PGP SIGNATURE-----\n" == other.read_bytes()


def test_a_refused_release_has_no_signature_and_an_earlier_one_goes_with_its_archive(project: Path, key: str) -> None:
    built(project, **{KEY: key})
    (project / "NOTICE").unlink()

    done = build(project, "-t", "oaml", **{KEY: key})

    assert 0 != done.returncode
    assert {} == files_in(project)


def test_where_the_signature_cannot_be_written_there_is_no_archive(
    project: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(signature_beside.SignatureBeside, "sign", full)

    done = build(project, "-t", "oaml", **{KEY: key})

    assert 0 != done.returncode
    assert {} == files_in(project)


def test_hatch_clean_removes_signatures_too(project: Path, key: str) -> None:
    built(project, **{KEY: key})

    build(project, "-t", "oaml", "--clean-only", **{KEY: key})

    assert {} == files_in(project)


def test_another_key_makes_another_signature(project: Path, key: str, tmp_path: Path) -> None:
    built(project, **{KEY: key})
    first = files_in(project)
    built(project, **{KEY: str(key_file(tmp_path, SOMEBODY))})
    second = files_in(project)

    assert ["lantern_chat-0.2.0.oaml.tar.sig"] == [name for name, data in first.items() if data != second[name]]
    assert len({len(files["lantern_chat-0.2.0.oaml.tar.sig"]) for files in (first, second)}) == 1


def test_nothing_of_the_key_is_in_the_archive(project: Path, key: str) -> None:
    built(project, **{KEY: key})

    manifest = next(
        data
        for path, data in members_of(next(project.glob("dist-oaml/*.tar"))).items()
        if path.endswith("/OAML-MANIFEST.json")
    )

    assert key not in json.dumps(json.loads(manifest))
