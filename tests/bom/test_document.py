"""The bill of materials tells what an archive carries: the model, its terms, its publisher, its files; and nothing else."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hatch_oaml import __version__
from hatch_oaml.bom.document import render_bill
from hatch_oaml.bom.layout import Rows, laid_out
from hatch_oaml.records.generated import is_generated
from hatch_oaml.records.project import Author
from hatch_oaml.values.digests import UNKNOWN, sha256_of
from hatch_oaml.values.log_lines import json_text
from tests.bom.bills import bill_of, model_of, told_of
from tests.conftest import LICENSE, LICENSE_ID
from tests.poison import POISON, unseen
from tests.shipping import recorded, shipped

if TYPE_CHECKING:
    from hatch_oaml.values.digests import Sha256
    from tests.conftest import BaseWith, FileWith, ReleaseWith


def test_the_whole_bill_of_an_original_release(release_with: ReleaseWith) -> None:
    release = release_with()

    expected = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "tools": {"components": [{"type": "application", "name": "hatch-oaml", "version": __version__}]},
            "timestamp": "2020-02-02T00:00:00Z",
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": "release",
                "name": "example_model",
                "version": "1.0",
                "licenses": [{"expression": LICENSE_ID, "acknowledgement": "declared"}],
                "purl": "pkg:generic/example_model@1.0",
            },
            "properties": [
                {"name": "hatch-oaml:profile", "value": "distribution"},
                {"name": "hatch-oaml:target", "value": "oaml"},
            ],
        },
        "components": [
            {
                "type": "machine-learning-model",
                "bom-ref": "model",
                "name": "example_model",
                "version": "1.0",
                "licenses": [
                    {
                        "license": {
                            "name": "OpenAtom Model License, Version 1.0",
                            "acknowledgement": "declared",
                            "text": {"contentType": "text/plain", "content": LICENSE.decode()},
                            "licensing": {
                                "altIds": [
                                    LICENSE_ID,
                                    "LicenseRef-OpenAtom-Model-License-1.0",
                                    "LicenseRef-OpenAtom-Model-1.0",
                                ]
                            },
                        }
                    }
                ],
                "externalReferences": [{"type": "license", "url": "LICENSE"}],
                "components": [
                    file_component("LICENSE", LICENSE, "legal", "license"),
                    file_component("MODIFICATIONS.toml", b"format = 1\noriginal = true\n", "legal", "modifications"),
                    file_component("model.safetensors", b"weights", "model", "weights"),
                ],
            }
        ],
        "dependencies": [{"ref": "release", "dependsOn": ["model"]}, {"ref": "model"}],
        "compositions": [{"aggregate": "complete", "assemblies": ["model"]}],
    }
    found = bill_of(release)
    assert {**expected, "serialNumber": found["serialNumber"]} == found


def file_component(path: str, data: bytes, role: str, kind: str) -> dict[str, object]:
    return {
        "type": "file",
        "bom-ref": f"file:{path}",
        "name": path,
        "hashes": [{"alg": "SHA-256", "content": sha256_of(data)}],
        "properties": [
            {"name": "hatch-oaml:role", "value": role},
            {"name": "hatch-oaml:kind", "value": kind},
            {"name": "hatch-oaml:size", "value": str(len(data))},
        ],
    }


def test_its_size_does_not_depend_on_digests(release_with: ReleaseWith) -> None:
    release = release_with()

    unknown, known = render_bill(told_of(release, {})), render_bill(told_of(release))

    assert len(unknown) == len(known)
    assert UNKNOWN.encode() in unknown
    assert UNKNOWN.encode() not in known


@pytest.mark.parametrize(
    "name", ["run.py", f"{UNKNOWN}.py", f"data/{UNKNOWN}.jsonl", "00000000-0000-0000-0000-000000000000"]
)
@pytest.mark.parametrize("digest", [UNKNOWN, sha256_of(b"x")])
def test_whatever_its_names_say_it_takes_the_room_that_was_kept_for_it(
    release_with: ReleaseWith, base_with: BaseWith, file_with: FileWith, name: str, digest: Sha256
) -> None:
    files = [file_with("model.safetensors", b"w"), file_with("data/a.jsonl", b"{}"), file_with(name, b"n")]
    base = base_with(file_with("model.safetensors", b"o", sha256=digest))
    told = told_of(release_with(files=files, bases=[base]))

    assert len(render_bill(told)) == len(render_bill(replace(told, digests={})))


def test_its_number_is_that_of_its_metadata_and_digests(release_with: ReleaseWith, file_with: FileWith) -> None:
    told = told_of(release_with())
    later = replace(told, written=replace(told.written, epoch=told.written.epoch + 1))
    others = told_of(release_with(files=[file_with("LICENSE", LICENSE), file_with("model.safetensors", b"others")]))

    numbers = [json.loads(render_bill(one))["serialNumber"] for one in (told, told_of(release_with()), later, others)]

    assert numbers[0] == numbers[1]
    assert 3 == len(set(numbers))
    assert all(
        re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", one)
        for one in numbers
    )


@pytest.mark.parametrize(
    ("target", "expected"), [("oaml", "pkg:generic/example_model@1.0"), ("wheel", "pkg:pypi/example-model@1.0")]
)
def test_only_a_package_of_pythons_is_called_one(release_with: ReleaseWith, target: str, expected: str) -> None:
    told = told_of(release_with(), target=target)  # type: ignore[arg-type]

    assert expected == json.loads(render_bill(told))["metadata"]["component"]["purl"]


def test_who_publishes_is_told_as_the_metadata_have_it(release_with: ReleaseWith) -> None:
    release = release_with()
    authors = (Author(name="Beacon Works", email="a@b.example"), Author(name="Kelp"), Author(email="nobody"))
    named = bill_of(replace(release, project=replace(release.project, authors=authors)))

    publisher = {
        "name": "Beacon Works, Kelp",
        "contact": [{"name": "Beacon Works", "email": "a@b.example"}, {"name": "Kelp"}, {}],
    }
    assert [publisher] * 3 == [
        named["metadata"]["supplier"],
        named["metadata"]["manufacturer"],
        named["components"][0]["supplier"],
    ]
    assert publisher["contact"] == named["components"][0]["authors"]


def test_data_are_components_of_their_own_and_parts_tell_their_terms(
    release_with: ReleaseWith, file_with: FileWith
) -> None:
    files = [file_with("model.safetensors", b"w"), file_with("data/é val.jsonl", b"{}"), file_with("run.py", b"x")]
    part = {"files": ["*.py", "data/"], "license": "MIT OR Apache-2.0"}
    also = {"files": ["*.py"], "license": "ISC"}

    bill = bill_of(release_with(files=files, config={"part": [part, also]}))

    model, data = bill["components"]
    assert ["model.safetensors", "run.py"] == [file["name"] for file in model["components"]]
    assert ("data", "data/é val.jsonl") == (data["type"], data["name"])
    assert [{"type": "dataset", "name": "data/é val.jsonl", "contents": {"url": "data/%C3%A9%20val.jsonl"}}] == data[
        "data"
    ]
    assert [{"alg": "SHA-256", "content": sha256_of(b"{}")}] == data["hashes"]
    assert ["model", "file:data/é val.jsonl"] == bill["dependencies"][0]["dependsOn"]
    terms = {file["name"]: file.get("licenses") for file in (*model["components"], data)}
    assert {
        "model.safetensors": None,
        "run.py": [{"expression": "(MIT OR Apache-2.0) AND (ISC)", "acknowledgement": "declared"}],
        "data/é val.jsonl": [{"expression": "MIT OR Apache-2.0", "acknowledgement": "declared"}],
    } == terms


def test_copyrights_that_were_retained_are_its_evidence(release_with: ReleaseWith) -> None:
    notice = "Copyright 2023 Kelp.\n\nLantern is a trademark of Kelp.\n"
    files = [shipped("NOTICE", f"Copyright 2026 Wick.\n\n{notice}"), shipped("model.safetensors", b"w")]

    model = model_of(release_with(files=files, bases=[recorded({"NOTICE": notice})]))

    assert {"copyright": [{"text": "Copyright 2023 Kelp."}]} == model["evidence"]
    assert "Copyright 2023 Kelp." == model["pedigree"]["ancestors"][0]["copyright"]


def test_it_is_known_for_one_of_ours_whatever_its_name(release_with: ReleaseWith) -> None:
    assert is_generated(render_bill(told_of(release_with())))
    assert not is_generated(b'{"bomFormat": "CycloneDX", "components": [{"type": "library", "name": "hatch-oaml"}]}')


def test_what_nobody_would_see_in_it_is_an_escape(release_with: ReleaseWith, file_with: FileWith) -> None:
    files = [file_with("model.safetensors", b"w"), file_with("a\u202eb.py", b"x")]
    release = release_with(files=files)
    project = replace(release.project, authors=(Author(name=POISON),))

    text = render_bill(told_of(replace(release, project=project))).decode()

    assert [] == unseen(text)
    assert POISON == json.loads(text)["metadata"]["supplier"]["name"]


@pytest.mark.parametrize(
    "values",
    [{}, [], {"a": []}, {"a": {"b": {"c": {"d": ["x" * 300, {"e": None}], "f": [1, 2.5, True]}}}}, ["\x7f\u2028"], "ü"],
)
def test_the_layout_changes_nothing(values: object) -> None:
    assert values == json.loads(laid_out(values))
    assert laid_out(values).endswith("\n")


@pytest.mark.parametrize("made", [[], ['"a"'], ['{"b": "c"}', '"\u202e"']], ids=len)
def test_rows_stand_in_a_list_each_on_its_line(made: list[str]) -> None:
    items, rows = [json.loads(row) for row in made], Rows(lambda: made)
    text = laid_out({"alone": rows, "among": ["x", rows]})

    assert {"alone": items, "among": ["x", *items]} == json.loads(text)
    assert [] == unseen(text)


def test_the_license_s_text_has_nothing_to_escape() -> None:
    text = json.dumps(LICENSE.decode(), ensure_ascii=False)

    assert text == json_text(text)


def test_a_text_that_is_known_to_be_plain_changes_nothing() -> None:
    values = {"a": "\u202e", "b": "plain \n text", "c": ["\x9b"]}

    assert laid_out(values) == laid_out(values, values["b"]) == laid_out(values, "not there")  # type: ignore[arg-type]
    assert [] == unseen(laid_out(values, "plain \n text"))


def test_short_things_stand_on_one_line() -> None:
    text = laid_out({"a": {"b": {"c": [{"d": 1}, {"e": "x" * 500}]}}})

    assert '      "c": [\n        {"d": 1},\n        {\n          "e": "' in text
