"""The license of a base is read where the base tells it, and left empty where nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hatch_oaml.recording.base import Told, record_base
from hatch_oaml.values.errors import ConfigurationError
from tests.conftest import FIXTURES, LICENSE, LICENSE_ID
from tests.members import silent

if TYPE_CHECKING:
    from pathlib import Path

APACHE = (FIXTURES.parent / "LICENSE").read_text(encoding="utf-8")
MIT = """\
MIT License

Copyright (c) 2024 Kelp Research Ltd.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify,
merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def card(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "# Kelp", ""])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"README.md": card("license: apache-2.0")}, "Apache-2.0"),
        ({"README.md": card('license: "MIT"  # as before')}, "MIT"),
        ({"README.md": card("license:", "- apache-2.0", "- mit")}, "Apache-2.0 AND MIT"),
        ({"README.md": card("license: other", "license_name: gemma terms")}, "LicenseRef-gemma-terms"),
        ({"README.md": "\ufeff" + card("license: mit").replace("\n", "\r\n")}, "MIT"),
        ({"README.md": card("license: null")}, ""),
        ({"README.md": card("license: llama3.1")}, "LicenseRef-llama3.1"),
        ({"README.md": card("license: other")}, ""),
        ({"README.md": card("license: other"), "LICENSE": APACHE}, "Apache-2.0"),
        ({"README.md": card("license: other"), "LICENSE": LICENSE.decode()}, LICENSE_ID),
        ({"LICENSE.txt": APACHE}, "Apache-2.0"),
        ({"LICENSE": MIT}, "MIT"),
        ({"LICENSE": MIT, "LICENSE-APACHE": APACHE}, ""),
        ({"LICENSE": LICENSE.decode().replace("3.1", "3.9")}, ""),
        ({"sub/LICENSE": MIT}, ""),
        ({"LICENSE": "Ask us.\n"}, ""),
        ({"pyproject.toml": '[project]\nname = "k"\nlicense = "mit"\n'}, "MIT"),
        ({"pyproject.toml": "[project\n", "README.md": "# Kelp\n"}, ""),
        ({"README.md": "# Kelp\n\nlicense: mit\n"}, ""),
    ],
)
def test_the_license_is_read_from_card_text_or_metadata(files: dict[str, str], expected: str, tmp_path: Path) -> None:
    for path, text in {"model.gguf": "", **files}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")

    assert expected == record_base(tmp_path, Told(name="k", version="1"), silent).record.license


def test_what_the_person_says_goes_before(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(card("license: mit"), encoding="utf-8")

    assert (
        "Apache-2.0" == record_base(tmp_path, Told(name="k", version="1", license="Apache-2.0"), silent).record.license
    )


def test_a_source_that_tells_no_name_and_no_version_asks_for_both_in_both_languages(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").touch()

    with pytest.raises(ConfigurationError) as caught:
        record_base(tmp_path, Told(), silent)

    assert [
        "--name: SOURCE does not tell it; give it to `hatch-oaml record`, such as `--name vivo-ai/BlueLM-7B-Chat`",
        "--version: SOURCE does not tell it; give it to `hatch-oaml record`, such as `--version 1.0`",
    ] == [said.en for said in caught.value.messages]
    assert (
        "--version：SOURCE 中没有说明；请在 `hatch-oaml record` 中给出，例如 `--version 1.0`"
        == caught.value.messages[1].zh
    )
