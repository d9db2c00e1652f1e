"""Fields for a license are read wherever registries, hubs and archives show them; one that names none says nothing."""

from __future__ import annotations

import pytest

from hatch_oaml.statements import statements_of, statements_of_header
from tests.growing import grows_linearly


def told(path: str, text: str) -> list[tuple[str, str, int]]:
    found = statements_of(path, text.encode())
    return [(one.key, one.value, one.line) for one in found if one.about == "possible-license"]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("CITATION.cff", "cff-version: 1.2.0\nlicense: Apache-2.0\n", [("license", "Apache-2.0", 2)]),
        ("CITATION.cff", "license:\n  - MIT\n  - ISC\n", [("license", "MIT", 2), ("license", "ISC", 3)]),
        ("package.json", '{\n "name": "lantern",\n "license": "MIT"}', [("license", "MIT", 3)]),
        ("package.json", '{"licenses": [{"type": "MIT", "url": "https://x.example"}]}', [("licenses", "MIT", 1)]),
        ("package.json", '{"license": "UNLICENSED"}', [("license", "UNLICENSED", 1)]),
        ("package.json", '{"license": "SEE LICENSE IN LICENSE"}', []),
        ("package.json", '{"license": ["', []),
        ("package.json", '{"license": [[["MIT"]], 5, {"size": 3}]}', []),
        ("codemeta.json", '{"license": "https://spdx.org/licenses/GPL-3.0"}', [("license", "GPL-3.0", 1)]),
        (".zenodo.json", '{"license": {"id": "cc-by-4.0"}}', [("license", "cc-by-4.0", 1)]),
        ("setup.cfg", "[metadata]\nname = lantern\nlicense = MIT  # short\n", [("license", "MIT", 3)]),
        ("setup.cfg", "[metadata]\nlicense_files = LICENSE\n", []),
        ("setup.py", 'from setuptools import setup\nsetup(name="x", license="MIT")\n', [("license", "MIT", 2)]),
        ("setup.py", "setup(license=read())\n", []),
        ("config.json", '{"license": "llama3"}', [("license", "llama3", 1)]),
        (
            "configuration.json",
            "framework: pytorch\nlicense: Apache License 2.0\n",
            [("license", "Apache License 2.0", 2)],
        ),
        ("Dockerfile", 'FROM x\nLABEL org.opencontainers.image.licenses="MIT"\n', [("license", "MIT", 2)]),
        ("Containerfile", "LABEL org.opencontainers.image.licenses MIT\n", [("license", "MIT", 1)]),
        ("modelcard.json", '{"license": "other", "license_name": "llama3"}', [("license_name", "llama3", 1)]),
        ("Cargo.toml", '[package]\nlicense = "MIT OR Apache-2.0"\n', [("license", "MIT OR Apache-2.0", 2)]),
        ("composer.json", '{"license": ["MIT"]}', [("license", "MIT", 1)]),
        ("loom.nuspec", '<package>\n<license type="expression">MIT</license></package>', [("license", "MIT", 2)]),
        ("loom.nuspec", '<license type="file">LICENSE</license>', []),
        ("pom.xml", "<licenses>\n<license>\n<name>MIT License</name>", [("license", "MIT License", 3)]),
        ("DESCRIPTION", "Package: loom\nLicense: MIT + file LICENSE\n", [("license", "MIT", 2)]),
        ("DESCRIPTION", "Package: loom\nLicense: file LICENSE\n", []),
        ("examples/package.json", '{"license": "MIT"}', []),
        ("tokenizer.json", '{"license": "MIT"}', []),
    ],
)
def test_a_field_for_the_license_is_told(path: str, text: str, expected: list[tuple[str, str, int]]) -> None:
    assert expected == told(path, text)


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({"general.license": "apache-2.0"}, [("general.license", "apache-2.0")]),
        ({"general.license": "other", "general.license.name": "llama3"}, [("general.license.name", "llama3")]),
        ({"license": "CC-BY-NC-4.0"}, [("license", "CC-BY-NC-4.0")]),
        ({"modelspec.license": "https://opensource.org/license/MIT/"}, [("modelspec.license", "MIT")]),
        ({"general.license": "other"}, []),
    ],
)
def test_a_license_in_the_header_of_weights_is_told(metadata: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert expected == [(one.key, one.value) for one in statements_of_header(metadata)]


@pytest.mark.parametrize("hostile", ["<license ", "license = { ", "License: ", "<license>\n", ",license="])
def test_fields_of_any_form_are_read_in_linear_time(hostile: str) -> None:
    assert grows_linearly(lambda size: told("pom.xml", f"<x>{hostile * (size // len(hostile))}"), 200_000)
    assert grows_linearly(lambda size: told("setup.py", hostile * (size // len(hostile))), 200_000)


def test_white_space_behind_a_label_is_passed_over_in_linear_time() -> None:
    label = "LABEL org.opencontainers.image.licenses"

    assert [] == told("Dockerfile", label + " " * 900_000)
    assert grows_linearly(lambda size: told("Dockerfile", label + " " * size), 200_000)
