"""How notices are worded in German, French, Spanish, Italian, Japanese and Korean, where neither sign nor label tells them."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.values.han import BEYOND_LATIN

TWO_NAMES = r"(?-i:[A-ZÀ-Þ])[\w'’.-]*\s+(?-i:[A-ZÀ-Þ])[\w'’-]+"
OWNED = Vocabulary(
    r"""
de \balle\s+rechte\s+(?:liegen\s+)?bei\b\s*{NAME}
  why who has all rights
  needs rechte
  needs alle
  yes Alle Rechte bei Dr. Mühlbauer, 2016
  no alle Rechte vorbehalten

de \b(?:das\s+)?(?:urheberrecht|copyright)\b[^.;\n]{0,60}?\b(?:liegt|liegen|verbleibt)\s+bei\b\s*{NAME}
  why who has the right
  needs copyright ¦ urheberrecht
  needs liegen ¦ liegt ¦ verbleibt
  yes Das Urheberrecht an den Daten liegt bei der Loom GmbH
  no Das Urheberrecht gilt

fr \b(?:les\s+)?droits\s+d['’]auteur\b[^.;\n]{0,60}?\bappartiennent\s+(?:à|au|aux)\b\s*{NAME}
  why who has the right
  needs appartiennent
  needs auteur
  needs droits
  yes Les droits d'auteur appartiennent à l'Université de Loom
  no les droits d'auteur sont protégés

es \b(?:los\s+)?derechos\s+de\s+autor\b[^.;\n]{0,60}?\b(?:pertenecen|corresponden)\s+a(?:l)?\b\s*{NAME}
  why who has the right
  needs corresponden ¦ pertenecen
  needs derechos
  needs autor
  yes Los derechos de autor pertenecen a la Universidad de Loom
  no los derechos de autor son

it \b(?:il\s+)?diritt[oi]\s+d['’]autore\b[^.;\n]{0,60}?\bappart(?:iene|engono)\s+a(?:l|lla|i)?\b\s*{NAME}
  why who has the right
  needs appartengono ¦ appartiene
  needs diritti ¦ diritto
  needs autore
  yes Il diritto d'autore appartiene alla Loom S.p.A.
  no il diritto d'autore tutela
""",
    NAME=r"(?:l['’]|\w{1,5}\s+){0,2}(?-i:[^\W\d_a-z])\w",
)

OWNED_EAST = Vocabulary(
    r"""
ja [^。\n]{0,60}?(?:に著作権があります|が著作権を(?:有し|保有し|所有し)|著作権は[^。\n]{1,40}?(?:に(?:帰属|あり|属し)|が(?:保有|所有|有し)))
  why who has the right
  needs が著作権を保有し ¦ が著作権を所有し ¦ が著作権を有し ¦ に著作権があります ¦ 著作権は
  yes 青山氏に著作権があります ¦ 著作権は青山織機に帰属します
  no 著作権は保護されます

ja [^。\n]{1,40}?は、?[^。\nは]{1,30}?(?:氏|さん|様|社|会社|大学|チーム)の著作物(?:です|である)
  why whose work it is
  needs の著作物である ¦ の著作物です
  yes 織機Proは青山氏の著作物です
  no これは著作物です ¦ 織機は各自の著作物です

zh (?:(?<=\n)|^)\s*(?:权利人|權利人)\s*[:：]\s*{LETTER}{2,24}(?:公司|集团|大学|大學|研究院|研究所|工作室|基金会)(?=\W|$)
  why whose it is, in a label, and a company or an institution by name
  needs 权利人 ¦ 權利人
  yes 权利人：云梭科技有限公司 ¦ 權利人: 北窗大學
  no 权利人：无 ¦ 权利人有权 ¦ 专利权利人：云梭科技有限公司

ko 저작권은\s*[^.\n]{1,40}?(?:에게|에)\s*(?:있|귀속)
  why who has the right
  needs 저작권은
  yes 저작권은 한들 연구소에 있습니다
  no 저작권은 보호됩니다
""",
    LETTER=BEYOND_LATIN,
)

MARKS = Vocabulary(
    r"""
de \b(?:ist|sind)\s+(?:\w+\s+){0,3}?(?:warenzeichen|marken?)\s+(?:der|des|von|ihrer|seiner|oder)\s+\w
  why whose mark it is
  needs marke ¦ warenzeichen
  yes Loom ist ein eingetragenes Warenzeichen der Loom GmbH
  no ist eine Marke

de \balle\s+[^.;\n]{0,60}?(?:marken|warenzeichen)(?:namen)?\b[^.;\n]{0,60}?(?:eigentum|gehören|inhaber)
  why nobody by name
  needs eigentum ¦ gehören ¦ inhaber
  needs marken ¦ warenzeichen
  needs alle
  yes Alle genannten Marken sind Eigentum der jeweiligen Inhaber
  no alle Marken

fr \b(?:est|sont)\s+(?:une?|des|les)\s+marques?\s+(?:\w+\s+)?(?:de|du|des|par|d['’])\s*\[?\w
  why whose mark it is
  needs marque
  yes Loom est une marque déposée de la société Loom SA
  no est une marque.

es \b(?:es|son)\s+(?:una\s+)?marcas?\s+(?:registradas?|comerciales?)\s+de(?:l)?\s+\w
  why whose mark it is
  needs comerciale ¦ registrada
  needs marca
  yes Loom es una marca registrada de Taller Loom
  no es una marca

it \bè\s+un\s+marchio\s+(?:registrato\s+)?d(?:i|ella|el)\s+\w
  why whose mark it is
  needs marchio
  yes Loom è un marchio registrato di Loom S.p.A.
  no è un marchio
"""
)

MARKS_EAST = Vocabulary(
    r"""
ja [^。\n]{1,160}?は、?[^。\n]{1,120}?の(?:登録商標|商標)(?:[^。\n]{1,16})?です
  why whose mark it is
  needs の商標 ¦ の登録商標
  needs です
  yes Loomは青山織機の登録商標です ¦ 記載されている会社名は各社の登録商標または商標です
  no 登録商標とは

ko [^.\n]{1,40}?[은는]\s*[^.\n]{1,40}?의\s*(?:상표\s*(?:또는|및)\s*)?(?:등록)?상표(?:입니다|이다|이며|이고)
  why whose mark it is
  needs 상표이고 ¦ 상표이다 ¦ 상표이며 ¦ 상표입니다
  yes 한들은 (주)한들직물의 등록상표입니다 ¦ Loom은 Ostrava의 상표 또는 등록상표이며
  no 상표란
"""
)

PATENTS = Vocabulary(
    r"""
de \bpatents?\s+(?:nr\.?\s*)?(?:DE|EP)\s?[\d\s]{6,}\d[^.;\n]{0,40}?geschützt
  why the number, and a verb of protection
  needs geschützt
  needs patent
  yes durch das Patent DE 10 2015 123 456 geschützt
  no durch Patente geschützt

de \bpatentiert\s+(?:unter|durch|als)\s+(?:der\s+(?:Nr\.|Nummer)\s+)?(?:DE|EP)\s?\d[\d\s.]{5,}
  why a verb of protection, and the number
  needs patentiert
  yes Patentiert unter DE 10 2015 123 456 ¦ patentiert als EP 1234567
  no patentiert unter anderem

fr \bprotégée?s?\s+par\s+le\s+brevet\s+(?:n[°ºo]\.?\s*)?[A-Z]{0,2}\s?\d[\d\s.]{4,}
  why a verb of protection, and the number
  needs protégé
  needs brevet
  yes protégé par le brevet n° FR 1234567
  no protégé par un brevet

es \bprotegid[oa]s?\s+por\s+la\s+patente\s+(?:n\.?[°ºo]\.?\s*)?[A-Z]{0,2}\s?\d[\d\s.]{4,}
  why a verb of protection, and the number
  needs protegida ¦ protegido
  needs patente
  yes protegido por la patente n.º ES1234567 ¦ protegida por la patente ES 1234567
  no protegido por patentes
"""
)

PATENTS_EAST = Vocabulary(
    r"""
ja 特許(?:第|番号[:：]?\s*第?)\s*\d{6,8}\s*号?[^。\n]{0,20}?(?:保護|登録|取得)
  why the number, and what is protected
  needs 特許番号 ¦ 特許第
  needs 保護 ¦ 取得 ¦ 登録
  yes 特許第6123456号により保護されています
  no 特許法

ko 특허\s*(?:제|번호[:：]?\s*제?)\s*\d[\d-]{5,}\s*호?[^.\n]{0,20}?(?:보호|등록)
  why the number, and what is protected
  needs 특허
  needs 등록 ¦ 보호
  yes 특허 제10-1234567호로 보호됩니다
  no 특허법
"""
)

NOBODY = Vocabulary(r"""
ja 当(?:サイト|社|方)|ユーザー|応募者|お客様|利用者|会員|それぞれの|各(?:自|社の権利)|権利者|投稿者|誰|ますか
  why nobody by name
  yes 当サイトに帰属します ¦ それぞれの権利者 ¦ 著作権はユーザーに帰属します
  no 青山織機に帰属します

ko 해당|각자|회원|작성자에게|저자에게|작가에게|본\s?사이트
  why nobody by name
  yes 해당 회원에게 있습니다
  no 한들 연구소에 있습니다
""")
