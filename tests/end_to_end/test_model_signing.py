"""The reference implementation of OpenSSF Model Signing agrees: it accepts what we sign, and we what it signs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.building import build, project_in
from tests.end_to_end.conftest import environment_with
from tests.finished import members_of, unpacked
from tests.signed import DAY, NOW, PUBLISHER, SOMEBODY, certified, key_file, private_pem, public_file, public_pem

if TYPE_CHECKING:
    Done = subprocess.CompletedProcess[str]

pytestmark = pytest.mark.end_to_end

ROOT = certified("Root", 5, authority=True)
BETWEEN = certified("Between", 6, ROOT, authority=True)
LEAF = certified("Beacon Works", PUBLISHER, BETWEEN)
EXPIRED = certified("Beacon Works", PUBLISHER, ROOT, span=(NOW - 9 * DAY, NOW - DAY))
CODE = certified("Beacon Works", PUBLISHER, ROOT, usage=("key_agreement",), code_signing=True)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`model_signing`, in an environment of its own."""
    packages = ("model-signing==1.1.1", "pyOpenSSL")
    return environment_with(tmp_path_factory.mktemp("environment"), *packages) / "model_signing"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the example, built with the publisher's key."""
    project = project_in(tmp_path_factory.mktemp("project"))
    key = key_file(tmp_path_factory.mktemp("key"))
    assert 0 == build(project, "-t", "oaml:tar", "-t", "sdist", HATCH_OAML_SIGNING_KEY=str(key)).returncode
    return next(project.glob("dist-oaml/*.tar"))


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    """What is in it, unpacked, without a signature."""
    return unpacked(members_of(archive), tmp_path / "unpacked")


def run(*command: object) -> Done:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    arguments = [str(part) for part in command]
    return subprocess.run(arguments, capture_output=True, encoding="utf-8", env=environment, check=False)


def ours(*arguments: object) -> Done:
    return run(sys.executable, "-m", "hatch_oaml", *arguments)


def certificates(folder: Path, name: str, *chain: object) -> Path:
    path = folder / name
    path.write_bytes(b"".join(getattr(one, "pem", b"") for one in chain))
    return path


def test_it_accepts_what_a_build_signed(judge: Path, archive: Path, folder: Path, tmp_path: Path) -> None:
    command = (judge, "verify", "key", "--signature", f"{archive}.sig", "--public_key")

    accepted = run(*command, public_file(tmp_path), folder)
    refused = run(*command, public_file(tmp_path, SOMEBODY), folder)
    (folder / "NOTICE").write_bytes(b"x")
    changed = run(*command, public_file(tmp_path), folder)

    assert (0, "Verification succeeded\n") == (accepted.returncode, accepted.stdout)
    assert 0 != refused.returncode
    assert 0 != changed.returncode


@pytest.mark.parametrize("target", ["sdist", "wheel"])
def test_it_accepts_what_the_command_signed(target: str, judge: Path, tmp_path: Path) -> None:
    project = project_in(tmp_path)
    (project / ".gitignore").write_text("/dist\n", encoding="utf-8")
    assert 0 == build(project, "-t", target).returncode
    [packed] = (project / "dist").iterdir()
    assert 0 == ours("sign", packed, "--key", key_file(tmp_path)).returncode
    folder = unpacked(members_of(packed), tmp_path / "unpacked")

    done = run(judge, "verify", "key", "--signature", f"{packed}.sig", "--public_key", public_file(tmp_path), folder)

    assert (0, "Verification succeeded\n") == (done.returncode, done.stdout), done.stderr
    assert (folder / ".gitignore").exists() == (target == "sdist")


@pytest.mark.parametrize(
    ("chain", "root"),
    [((LEAF, BETWEEN), ROOT), ((LEAF, BETWEEN, ROOT), ROOT), ((LEAF,), BETWEEN), ((CODE,), ROOT)],
    ids=["over one between", "root in it", "leaf alone", "for code"],
)
def test_it_accepts_what_we_sign_with_a_certificate(
    chain: tuple[object, ...], root: object, judge: Path, folder: Path, tmp_path: Path
) -> None:
    trusted = certificates(tmp_path, "root.pem", ROOT, *([root] if root is not ROOT else []))
    options = ("--key", key_file(tmp_path), "--certificate", certificates(tmp_path, "chain.pem", *chain))
    assert 0 == ours("sign", folder, *options).returncode
    command = (judge, "verify", "certificate", "--signature", folder / "model.sig", "--certificate_chain", trusted)

    theirs = run(*command, folder)
    own = ours("verify", folder, "--certificate-root", trusted)

    assert (0, "Verification succeeded\n") == (theirs.returncode, theirs.stdout), theirs.stderr
    assert (0, "") == (own.returncode, own.stderr)
    assert "signed by CN=Beacon Works" in own.stdout


@pytest.mark.parametrize("curve", [ec.SECP256R1(), ec.SECP384R1(), ec.SECP521R1()], ids=lambda curve: curve.name)
def test_we_accept_what_it_signs_with_a_key(curve: ec.EllipticCurve, judge: Path, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(private_pem(PUBLISHER, curve))
    (tmp_path / "key.pub").write_bytes(public_pem(PUBLISHER, curve))
    signature = folder / "model.sig"
    done = run(judge, "sign", "key", "--signature", signature, "--private_key", tmp_path / "key.pem", folder)
    assert 0 == done.returncode, done.stderr

    accepted = ours("verify", folder, "--key", tmp_path / "key.pub")
    refused = ours("verify", folder, "--key", public_file(tmp_path, SOMEBODY))
    (folder / "NOTICE").write_bytes((folder / "NOTICE").read_bytes() + b"\n")
    changed = ours("verify", folder, "--key", tmp_path / "key.pub")

    assert 0 == accepted.returncode, accepted.stdout + accepted.stderr
    assert "; signed with the key " in accepted.stdout
    assert [1, 1] == [refused.returncode, changed.returncode]
    assert all("error[foreign-signature]" in told.stdout for told in (refused, changed))


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [(["data", "README.md"], 0), (["SHA256SUMS"], 0), (["NOTICE", "OAML-MANIFEST.json"], 1)],
    ids=["a folder and a file", "the checksums", "the manifest too"],
)
def test_we_accept_what_it_was_told_to_ignore_as_far_as_the_manifest_tells_of_it(
    ignored: list[str], expected: int, judge: Path, folder: Path, tmp_path: Path
) -> None:
    options = [part for path in ignored for part in ("--ignore-paths", folder / path)]
    command = (judge, "sign", "key", "--signature", folder / "model.sig", "--private_key", key_file(tmp_path))
    done = run(*command, *options, folder)
    assert 0 == done.returncode, done.stderr

    told = ours("verify", folder, "--key", public_file(tmp_path))

    assert expected == told.returncode, told.stdout + told.stderr


def test_we_accept_a_folder_that_was_signed_with_what_tools_had_put_there(
    judge: Path, folder: Path, tmp_path: Path
) -> None:
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / ".gitattributes").write_bytes(b"* text\n")
    command = (judge, "sign", "key", "--signature", folder / "model.sig", "--private_key", key_file(tmp_path))
    assert 0 == run(*command, folder).returncode

    told = ours("verify", folder, "--key", public_file(tmp_path))

    assert 0 == told.returncode, told.stdout + told.stderr


@pytest.mark.parametrize(
    ("leaf", "above"),
    [(LEAF, (BETWEEN, ROOT)), (LEAF, (BETWEEN,)), (EXPIRED, (ROOT,))],
    ids=["whole", "without the root", "now expired"],
)
def test_we_accept_what_it_signs_with_a_certificate(
    leaf: object, above: tuple[object, ...], judge: Path, folder: Path, tmp_path: Path
) -> None:
    options = (
        *("--private_key", key_file(tmp_path), "--signing_certificate", certificates(tmp_path, "leaf.pem", leaf)),
        *("--certificate_chain", certificates(tmp_path, "above.pem", *above)),
    )
    done = run(judge, "sign", "certificate", "--signature", folder / "model.sig", *options, folder)
    assert 0 == done.returncode, done.stderr
    trusted = certificates(tmp_path, "root.pem", ROOT)

    theirs = run(
        *(judge, "verify", "certificate", "--signature", folder / "model.sig", "--certificate_chain", trusted), folder
    )
    accepted = ours("verify", folder, "--certificate-root", trusted)
    refused = ours(
        "verify",
        folder,
        "--certificate-root",
        certificates(tmp_path, "other.pem", certified("Root", 9, authority=True)),
    )

    assert [0, 0, 1] == [theirs.returncode, accepted.returncode, refused.returncode], accepted.stdout


def test_we_accept_what_it_signs_of_the_archive_as_one_file(judge: Path, archive: Path, tmp_path: Path) -> None:
    packed = Path(shutil.copy(archive, tmp_path / archive.name))
    command = (judge, "sign", "key", "--signature", f"{packed}.sig", "--private_key", key_file(tmp_path))
    assert 0 == run(*command, packed).returncode

    told = ours("verify", packed, "--key", public_file(tmp_path), "--format", "json")

    assert "valid" == json.loads(told.stdout)["reports"][0]["signature"]["state"]
