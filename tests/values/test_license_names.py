from __future__ import annotations

import pytest

from hatch_oaml.values.license_names import license_name


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("MIT", "MIT"),
        ("  Apache\n License 2.0 ", "Apache License 2.0"),
        ("https://spdx.org/licenses/GPL-3.0.html", "GPL-3.0"),
        ("https://spdx.org/licenses/EPL-2.0.json", "EPL-2.0"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("http://creativecommons.org/licenses/by-nc-sa/4.0/deed.zh", "CC-BY-NC-SA-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://loom.example/terms", "https://loom.example/terms"),
        *(
            (nothing, None)
            for nothing in ("", "other", "Unknown", "see LICENSE", "LICENSE.md", "SEE LICENSE IN terms.txt")
        ),
        *((nothing, None) for nothing in ("file: LICENSE", "custom", "n/a", "License")),
    ],
)
def test_a_field_names_its_license_or_none(field: str, name: str | None) -> None:
    assert name == license_name(field)
