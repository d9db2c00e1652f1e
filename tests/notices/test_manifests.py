"""Whom a manifest in a language of its own names, a package's description in XML or a picture's, is an attribution in one form."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path
from tests.growing import grows_linearly


def told(path: str, text: str) -> list[tuple[int, str]]:
    return [(notice.line, notice.text) for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    ("path", "text", "people"),
    [
        ("setup.py", 'setup(\n    author="Ada Fern, Udo Halm", author_email="a@loom.example")\n', ["author: Ada Fern", "author: Udo Halm"]),
        ("k/setup.py", "setup(\n    maintainer = 'Halm GmbH',\n)\n", ["maintainer: Halm GmbH"]),
        ("Dockerfile", "FROM x\nMAINTAINER Ada Fern <ada@loom.example>\n", ["maintainer: Ada Fern <ada@loom.example>"]),
        ("Dockerfile.gpu", 'FROM x\nLABEL version="1" maintainer="Ada Fern"\n', ["maintainer: Ada Fern"]),
        ("Containerfile", 'FROM x\nLABEL org.opencontainers.image.authors="Ada Fern"\n', ["author: Ada Fern"]),
        ("api.dockerfile", "FROM x\nLABEL maintainer Halm GmbH\n", ["maintainer: Halm GmbH"]),
        ("DESCRIPTION", 'Package: loom\nAuthors@R: c(person("Ada", "Fern", email = "ada@loom.example"),\n    person("Udo", "Halm"))\n', ["author: Ada Fern <ada@loom.example>", "author: Udo Halm"]),
        ("Makefile.PL", "WriteMakefile(\n  AUTHOR => 'Ada Fern <ada@loom.example>');\n", ["author: Ada Fern <ada@loom.example>"]),
        ("mix.exs", 'package: [\n  maintainers: ["Ada Fern", "Udo Halm"]]\n', ["maintainer: Ada Fern", "maintainer: Udo Halm"]),
        ("loom.opam", 'opam-version: "2.0"\nauthors: ["Ada Fern" "Udo Halm <u@loom.example>"]\n',
         ["author: Ada Fern", "author: Udo Halm <u@loom.example>"]),
        ("dub.sdl", 'name "loom"\nauthors "Ada Fern" "Udo Halm"\n', ["author: Ada Fern", "author: Udo Halm"]),
        ("pom.xml", "<project>\n<developers><developer><id>a</id><name>Ada Fern</name><email>ada@loom.example</email></developer></developers>",
         ["developer: Ada Fern <ada@loom.example>"]),
        ("k/loom.nuspec", "<package>\n<authors>Ada Fern, Udo Halm</authors>", ["author: Ada Fern", "author: Udo Halm"]),
        ("k/loom.csproj", "<Project>\n<Authors>Ada Fern;Halm GmbH</Authors>", ["author: Ada Fern", "author: Halm GmbH"]),
        ("a.svg", "<svg>\n<dc:creator><cc:Agent><dc:title>Ada Fern</dc:title></cc:Agent></dc:creator>", ["creator: Ada Fern"]),
        ("a.svg", "<svg>\n<dc:creator>Ada Fern</dc:creator>", ["creator: Ada Fern"]),
        ("a.svg", "<svg>\n<dc:rights><cc:Agent><dc:title>Halm GmbH</dc:title></cc:Agent></dc:rights>", ["Copyright Halm GmbH"]),
        ("a.xmp", '<x>\n<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">2020 Halm GmbH</rdf:li></rdf:Alt></dc:rights>', ["Copyright 2020 Halm GmbH"]),
    ],
)  # fmt: skip
def test_each_person_is_told(path: str, text: str, people: list[str]) -> None:
    assert people == [said for _, said in told(path, text)]
    assert 2 == told(path, text)[0][0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("setup.py", "setup(author=AUTHOR, author_email=EMAIL)\n"),
        ("setup.py", 'setup(author="Your Name")\n'),
        ("setup.py", 'setup(author="")\n'),
        ("Dockerfile", "FROM x\nRUN useradd author loom\n"),
        ("Dockerfile", 'FROM x\nLABEL maintainer="$MAINTAINER"\n'),
        ("a.csproj", "<Project><Authors>$(Company)</Authors></Project>"),
        (
            "a.svg",
            "<svg><dc:creator><cc:Agent><dc:title>Matplotlib v3.5.1, https://matplotlib.org/</dc:title></cc:Agent></dc:creator></svg>",
        ),
        (
            "a.svg",
            "<svg><dc:creator>Inkscape</dc:creator><dc:rights><cc:Agent><dc:title></dc:title></cc:Agent></dc:rights></svg>",
        ),
        ("books.xml", "<books><book><author>Ada Fern</author></book><book><author>Udo Halm</author></book></books>"),
    ],
)
def test_what_names_nobody_is_none(path: str, text: str) -> None:
    assert [] == told(path, text)


def test_what_a_manifest_says_otherwise_is_read_too() -> None:
    text = (
        '"""Copyright 2020 Ostrava Loom"""\n# modified from https://loom.example/setup.py\nsetup(author="Ada Fern")\n'
    )

    assert [
        (1, "Copyright 2020 Ostrava Loom"),
        (2, "modified from https://loom.example/setup.py"),
        (3, "author: Ada Fern"),
    ] == told("setup.py", text)


def test_a_long_string_of_a_program_is_told_apart() -> None:
    text = 'LONG = """\nCopyright 2020 Ostrava Loom\n"""\n'

    (notice,) = extract(archive_path("setup.py"), text.encode()).notices

    assert "string" == notice.visibility


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        *(("pom.xml", "<developer>"), ("a.svg", "<dc:creator> a "), ("a.svg", "<dc:creator><x>"), ("a.svg", "<dc:rights><a>")),
        *(("Dockerfile", "LABEL a='b' "), ("Dockerfile", "\nmaintainer "), ("DESCRIPTION", "Authors@R:\n ")),
        *(("DESCRIPTION", "Authors@R: person('a'"), ("a.opam", "authors: [ "), ("dub.sdl", "author 'a' ")),
    ],
)  # fmt: skip
def test_it_is_read_in_linear_time(path: str, piece: str) -> None:
    assert grows_linearly(lambda count: extract(archive_path(path), (piece * count).encode()), 8000)
