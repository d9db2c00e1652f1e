"""Microsoft's own validator of SARIF finds no error and no warning in what we write, by the rules of the standard and of code scanning."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.finished import built
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed"),
    pytest.mark.skipif(sys.platform != "linux", reason="the validator is one program for each system"),
]

VERSION = "5.7.0"


@pytest.fixture(scope="module")
def validator(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("validator")
    command = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder)
    subprocess.run([*command, f"@microsoft/sarif-multitool@{VERSION}"], check=True)
    program = folder / "node_modules" / "@microsoft" / "sarif-multitool-linux" / "Sarif.Multitool"
    program.chmod(0o755)
    return program


def _results(validator: Path, report: Path) -> list[str]:
    """What it says of `report`, each with its rule."""
    found = report.with_suffix(".found")
    options = ("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", found, "--log", "ForceOverwrite")
    subprocess.run(
        [validator, "validate", report, *options],
        check=False,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    (log,) = json.loads(found.read_text(encoding="utf-8-sig"))["runs"]
    assert all(invocation["executionSuccessful"] for invocation in log["invocations"])
    return [f"{one['ruleId']} {one['message']}" for one in log.get("results", ())]


def test_it_finds_nothing_wrong_with_what_was_found_in_a_project(
    validator: Path, derivative: Path, tmp_path: Path
) -> None:
    lawful, refused = tmp_path / "lawful.sarif", tmp_path / "refused.sarif"
    run("check", "--root", derivative, "--output", f"sarif={lawful}")
    for name in ("LICENSE", "NOTICE", "MODIFICATIONS.toml"):
        (derivative / name).unlink()
    (derivative / "名字 with space#?%.unknown").write_bytes(b"x")
    run("check", "--root", derivative, "--output", f"sarif={refused}")

    assert len(json.loads(refused.read_text(encoding="utf-8"))["runs"][0]["results"]) > 3
    assert [] == _results(validator, lawful)
    assert [] == _results(validator, refused)


def test_nor_in_archives(validator: Path, derivative: Path, tmp_path: Path) -> None:
    report, broken = tmp_path / "archives.sarif", tmp_path / "broken.oaml.tar"
    broken.write_bytes(b"x")
    run("verify", *built(derivative).values(), broken, "--require-signature", "--output", f"sarif={report}")

    assert "unsigned-release" in report.read_text(encoding="utf-8")
    assert [] == _results(validator, report)


def test_it_would_have_said_so(validator: Path, tmp_path: Path) -> None:
    report = tmp_path / "wrong.sarif"
    report.write_text('{"version": "2.1.0", "runs": [{"results": [{"ruleIndex": 7}]}]}', encoding="utf-8")

    assert [] != _results(validator, report)
