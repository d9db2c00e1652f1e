"""A model card's sentences, headings, labels and badges say which license the whole is under; what is of others says nothing."""

from __future__ import annotations

import pytest

from hatch_oaml.statements import statements_of

BADGE = "https://img.shields.io/badge"


def told(text: str, path: str = "README.md") -> list[tuple[str, str, int]]:
    return [(found.about, found.value, found.line) for found in statements_of(path, text.encode())]


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("This model is released under the MIT License.", "MIT License", 1),
        ("The model weights are licensed under CC-BY-NC-SA-4.0.", "CC-BY-NC-SA-4.0", 1),
        (
            "All weights are made available for everyone under the BigScience OpenRAIL-M license.",
            "BigScience OpenRAIL-M license",
            1,
        ),
        ("Our model is subject to the Llama 3 Community License", "Llama 3 Community License", 1),
        (
            "This repository is licensed under the terms of the GNU General Public License v3.0",
            "GNU General Public License v3.0",
            1,
        ),
        ("It needs no data. This model is released under the MIT License; use it well.", "MIT License", 1),
        ("代码另有许可。本模型采用 Apache-2.0 许可证。", "Apache-2.0", 1),
        ("> - **License:** Apache License 2.0", "Apache License 2.0", 1),
        ("许可证：MIT", "MIT", 1),
        ("## License\n\nMIT\n", "MIT", 3),
        ("# Lantern\n\n### 3. License\n\n[Apache-2.0](LICENSE)\n", "Apache-2.0", 5),
        ("## 开源协议\n\n木兰：\nApache License, Version 2.0", "Apache License, Version 2.0", 4),
        ("本模型权重遵循 CC BY-NC 4.0 协议。", "CC BY-NC 4.0", 1),
        ("# Lantern-7B\n\nLantern-7B is distributed under the MIT License.", "MIT License", 3),
        ("# Lantern: a model\n\n**Lantern** is available under the MIT license.", "MIT license", 3),
        ("# Lantern\n\n[Lantern](https://lantern.example) weights are licensed under MIT.", "MIT", 3),
        ("# 云灯大模型\n\n云灯采用 Apache-2.0 许可证。", "Apache-2.0", 3),
        ("该模型以 MIT 协议发布", "MIT", 1),
        ("本仓库遵循《Apache License 2.0》", "Apache License 2.0", 1),
        (f"[![License]({BADGE}/License-Apache_2.0-blue.svg)](LICENSE)", "Apache 2.0", 1),
        (f"![l]({BADGE}/license-CC--BY--NC--4.0-lightgrey)", "CC-BY-NC-4.0", 1),
        (f'<img src="{BADGE}/license-GPL%20v3-green?style=flat">', "GPL v3", 1),
        ("---\nlicense: other\n---\n\nThis model is released under the ISC license.", "ISC license", 5),
    ],
)
def test_what_is_said_of_the_whole_is_told(text: str, name: str, line: int) -> None:
    assert [("possible-license", name, line)] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "This model is released under the OpenAtom Model License 1.0.",
        "This model is released under the OpenAtom Model License, not under MIT.",
        "# Lantern\n\nLoom is distributed under the MIT License.",
        "# Lantern\n\nLantern's code is licensed under MIT.",
        "The code is released under the MIT License.",
        "All code of this repository is released under the MIT License.",
        "The base model was released under the Apache License 2.0.",
        "The dataset of this project is licensed under CC-BY-4.0.",
        "This model is not released under the MIT license.",
        "本项目的代码采用 Apache-2.0 许可证",
        "Compatible with the MIT license.",
        "The model was trained at MIT.",
        "The model is available under models/apache",
        "## License\n\nSee LICENSE.",
        "## License\n\n\n\n\nMIT",
        "## License\n\n## Usage\n\nMIT",
        "MIT",
        "License: OpenAtom Model License 1.0",
        "![license](https://img.shields.io/pypi/l/lantern)",
        *(
            f"![l]({BADGE}/license-{name}-blue)"
            for name in ("OAML_1.0", "OpenAtom_Model_License", "custom", "see_LICENSE")
        ),
        "<!-- License: MIT -->",
        "```\nLicense: MIT\n```",
    ],
)
def test_what_is_said_of_others_or_of_ours_is_not(text: str) -> None:
    assert [] == told(text)


def test_a_card_that_lies_deeper_is_of_what_lies_there() -> None:
    assert [] == told("License: MIT", "tools/README.md")
