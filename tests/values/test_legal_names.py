"""A legal text is known by its name, and each word of the table is needed."""

from __future__ import annotations

import pytest

from hatch_oaml.values.legal_names import LEGAL_WORDS, LegalWord, is_legal_name, legal_kind


@pytest.mark.parametrize("row", LEGAL_WORDS, ids=lambda row: row.word)
def test_each_word_makes_a_legal_text_of_its_sample_alone(row: LegalWord) -> None:
    assert row.kind == legal_kind(row.yes)
    assert row.kind == legal_kind(f"docs/{row.yes}")
    assert row.kind != legal_kind(row.no)
    assert row.why


NAMES = {
    "license": """LICENSE LICENCE License.md license.txt LICENSE-MIT LICENSE.Apache-2.0 LICENSE_CODE MODEL_LICENSE
        MODEL-LICENSE.txt UNLICENSE COPYING COPYING.LESSER copying.txt LICENSES/MIT.txt LICENSES/a.html photo.png.license
        许可证.txt 许可协议.md""",
    "notice": """NOTICE NOTICE.txt notice.md Notices.rst NOTICE-binary COPYRIGHT copyright.txt PATENTS PATENTS.txt TRADEMARK
        ATTRIBUTION.txt ACKNOWLEDGEMENTS.md ACKNOWLEDGMENTS LEGAL.md third_party_notices.txt THIRD-PARTY-NOTICES.txt
        ThirdPartyNotices.txt THIRDPARTY 第三方声明.txt 版权声明 声明.md DISCLAIMER""",
    "people": "AUTHORS AUTHORS.md authors.txt CONTRIBUTORS CREDITS credits.md MAINTAINERS THANKS 致谢.md 鸣谢 作者.txt 贡献者.md",
    "citation": "CITATION.cff citation.bib REUSE.toml",
    "none": """license_plates.csv license_plates.txt licensing.md notice.py notices.json README.md noticeboard.md legal.py
        credit_scores.csv authors.parquet thanks.ipynb copyright.h patents.jsonl contributing.md citation.md LICENSE.py
        model.safetensors my_notes.txt author_names.yaml""",
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names.split()])
def test_a_usual_name_is_judged_once_for_all(kind: str, name: str) -> None:
    assert kind == (legal_kind(name) or "none")
    assert (kind in {"license", "notice", "people"}) == is_legal_name(name)
