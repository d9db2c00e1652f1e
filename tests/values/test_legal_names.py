"""A legal text is known by its name, and each word of the table is needed."""

from __future__ import annotations

import pytest

from hatch_oaml.values.legal_names import LEGAL_WORDS, OTHER_LICENSES, LegalWord, is_legal_name, legal_kind


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
        ThirdPartyNotices.txt THIRDPARTY 第三方声明.txt 版权声明 声明.md DISCLAIMER 謝辞.md 著作権.txt 저작권.txt
        감사의글.md DANKSAGUNG.md Danksagungen.txt REMERCIEMENTS.txt AGRADECIMIENTOS.md 开源许可声明.txt AVISO_LEGAL.txt
        MENTIONS_LEGALES.txt mentions-légales.md open-source-notices.html LEGALNOTICE.txt 版權聲明.txt ringraziamenti.txt""",
    "people": "AUTHORS AUTHORS.md authors.txt CONTRIBUTORS CREDITS credits.md MAINTAINERS THANKS 致谢.md 鸣谢 作者.txt 贡献者.md URHEBER.txt AUTOREN AUTEURS AUTORES CRÉDITOS.md creditos.md 貢獻者.md 著者.txt 기여자.md",
    "citation": "CITATION.cff citation.bib REUSE.toml",
    "none": """license_plates.csv license_plates.txt licensing.md notice.py notices.json README.md noticeboard.md legal.py
        credit_scores.csv authors.parquet thanks.ipynb copyright.h patents.jsonl contributing.md citation.md LICENSE.py
        model.safetensors my_notes.txt author_names.yaml""",
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names.split()])
def test_a_usual_name_is_judged_once_for_all(kind: str, name: str) -> None:
    assert kind == (legal_kind(name) or "none")
    assert (kind in {"license", "notice", "people"}) == is_legal_name(name)


LEGAL = """
    license_zh.md LICENSE.zh-CN NOTICE_en.txt LICENSE-MODEL license-mit.txt license_apache-2.0.txt
    LICENSE_WEIGHTS.md license.zh.md notice_zh-Hans.txt License-CN.md license-model.md model_license.txt
    LICENSE.rst notices-third-party.txt copyright_en.txt COPYRIGHT.zh.md authors_zh.md AUTHORS-cn.txt
    patents-en.md LICENSE-llama2 LICENSE_1_0.txt license-chinese.txt LEGAL_en.md legal-notices.txt
    copying-gpl3.txt NOTICE-THIRD-PARTY 许可证_en.md 许可证（中文）.txt 版权声明-英文.md 声明_zh.txt license-code.txt
    LICENSE-DATA third-party-licenses.txt acknowledgements_zh.md 开源许可证.txt
"""
NOT_LEGAL = """
    license-plates.txt legal-bert.md copyright_dataset.csv license-plate-detection.md LEGAL-BERT.md
    legal_corpus.txt notice-board.txt notice_period.md patent-classification.md patents_train.txt
    trademark-detector.md copyright-detection.md credit-risk.md credits_dataset.txt author-attribution.md
    attribution-maps.txt attributions_integrated-gradients.md thanks-dialogue.txt disclaimer-generator.md
    contributors-guide.md maintainer-workflow.md license_server.md license-keys.txt license_checker.txt
    drivers-license.txt driver_license.md copying-mechanism.md legal_qa.txt 声明式编程.md 专利数据集.md 商标识别.txt
    版权检测模型.md 许可证号码识别.md 作者识别.txt 감사.txt 著者識別.txt autores-datos.txt danksagungen.csv auteur-classifier.md urheberrecht_korpus.txt 著作権判定.md 第三方库测试.md 专利数据.md no_license_plates.txt legalese.txt
"""


@pytest.mark.parametrize("name", LEGAL.split())
def test_a_language_a_license_or_a_part_behind_the_word_leaves_the_text_legal(name: str) -> None:
    assert is_legal_name(name)
    assert is_legal_name(f"docs/{name}")


@pytest.mark.parametrize("name", NOT_LEGAL.split())
def test_another_word_behind_it_makes_something_else_of_the_name(name: str) -> None:
    assert not is_legal_name(name)


def test_each_other_license_is_needed() -> None:
    assert [] == [word for word in OTHER_LICENSES if legal_kind(f"{word}-license.txt")]
    assert legal_kind("any-license.txt")
