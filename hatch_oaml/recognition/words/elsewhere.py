"""How notices are worded in German, French, Spanish, Italian, Japanese and Korean, where neither sign nor label tells them."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.shared import REPOSITORY, URL

_TWO_NAMES = r"(?-i:[A-ZÀ-Þ])[\w'’.-]*\s+(?-i:[A-ZÀ-Þ])[\w'’-]+"
OWNED = Vocabulary(
    r"""
de \balle\s+rechte\s+(?:liegen\s+)?bei\b\s*{NAME}
  why who has all rights
  yes Alle Rechte bei Dr. Mühlbauer, 2016
  no alle Rechte vorbehalten

de \b(?:das\s+)?(?:urheberrecht|copyright)\b[^.;\n]{0,60}?\b(?:liegt|liegen|verbleibt)\s+bei\b\s*{NAME}
  why who has the right
  yes Das Urheberrecht an den Daten liegt bei der Loom GmbH
  no Das Urheberrecht gilt

fr \b(?:les\s+)?droits\s+d['’]auteur\b[^.;\n]{0,60}?\bappartiennent\s+(?:à|au|aux)\b\s*{NAME}
  why who has the right
  yes Les droits d'auteur appartiennent à l'Université de Loom
  no les droits d'auteur sont protégés

es \b(?:los\s+)?derechos\s+de\s+autor\b[^.;\n]{0,60}?\b(?:pertenecen|corresponden)\s+a(?:l)?\b\s*{NAME}
  why who has the right
  yes Los derechos de autor pertenecen a la Universidad de Loom
  no los derechos de autor son

it \b(?:il\s+)?diritt[oi]\s+d['’]autore\b[^.;\n]{0,60}?\bappart(?:iene|engono)\s+a(?:l|lla|i)?\b\s*{NAME}
  why who has the right
  yes Il diritto d'autore appartiene alla Loom S.p.A.
  no il diritto d'autore tutela
""",
    NAME=r"(?:l['’]|\w{1,5}\s+){0,2}(?-i:[^\W\d_a-z])\w",
)

OWNED_EAST = Vocabulary(
    r"""
ja [^。\n]{0,60}?(?:に著作権があります|が著作権を(?:有し|保有し|所有し)|著作権は[^。\n]{1,40}?(?:に(?:帰属|あり|属し)|が(?:保有|所有|有し)))
  why who has the right
  yes 青山氏に著作権があります ¦ 著作権は青山織機に帰属します
  no 著作権は保護されます

ko 저작권은\s*[^.\n]{1,40}?(?:에게|에)\s*(?:있|귀속)
  why who has the right
  yes 저작권은 한들 연구소에 있습니다
  no 저작권은 보호됩니다
""",
)

MARKS = Vocabulary(
    r"""
de \b(?:ist|sind)\s+(?:\w+\s+){0,3}?(?:warenzeichen|marken?)\s+(?:der|des|von|ihrer|seiner|oder)\s+\w
  why whose mark it is
  yes Loom ist ein eingetragenes Warenzeichen der Loom GmbH
  no ist eine Marke

de \balle\s+[^.;\n]{0,60}?(?:marken|warenzeichen)(?:namen)?\b[^.;\n]{0,60}?(?:eigentum|gehören|inhaber)
  why nobody by name
  yes Alle genannten Marken sind Eigentum der jeweiligen Inhaber
  no alle Marken

fr \b(?:est|sont)\s+(?:une?|des|les)\s+marques?\s+(?:\w+\s+)?(?:de|du|des|par|d['’])\s*\[?\w
  why whose mark it is
  yes Loom est une marque déposée de la société Loom SA
  no est une marque.

es \b(?:es|son)\s+(?:una\s+)?marcas?\s+(?:registradas?|comerciales?)\s+de(?:l)?\s+\w
  why whose mark it is
  yes Loom es una marca registrada de Taller Loom
  no es una marca

it \bè\s+un\s+marchio\s+(?:registrato\s+)?d(?:i|ella|el)\s+\w
  why whose mark it is
  yes Loom è un marchio registrato di Loom S.p.A.
  no è un marchio
"""
)

MARKS_EAST = Vocabulary(
    r"""
ja [^。\n]{1,160}?は、?[^。\n]{1,120}?の(?:登録商標|商標)(?:[^。\n]{1,16})?です
  why whose mark it is
  yes Loomは青山織機の登録商標です ¦ 記載されている会社名は各社の登録商標または商標です
  no 登録商標とは

ko [^.\n]{1,40}?[은는]\s*[^.\n]{1,40}?의\s*(?:상표\s*(?:또는|및)\s*)?(?:등록)?상표(?:입니다|이다|이며|이고)
  why whose mark it is
  yes 한들은 (주)한들직물의 등록상표입니다 ¦ Loom은 Ostrava의 상표 또는 등록상표이며
  no 상표란
"""
)

PATENTS = Vocabulary(
    r"""
de \bpatents?\s+(?:nr\.?\s*)?(?:DE|EP)\s?[\d\s]{6,}\d[^.;\n]{0,40}?geschützt
  why the number, and a verb of protection
  yes durch das Patent DE 10 2015 123 456 geschützt
  no durch Patente geschützt

fr \bprotégée?s?\s+par\s+le\s+brevet\s+(?:n[°ºo]\.?\s*)?[A-Z]{0,2}\s?\d[\d\s.]{4,}
  why a verb of protection, and the number
  yes protégé par le brevet n° FR 1234567
  no protégé par un brevet

es \bprotegid[oa]s?\s+por\s+la\s+patente\s+(?:n\.?[°ºo]\.?\s*)?[A-Z]{0,2}\s?\d[\d\s.]{4,}
  why a verb of protection, and the number
  yes protegido por la patente n.º ES1234567 ¦ protegida por la patente ES 1234567
  no protegido por patentes
"""
)

PATENTS_EAST = Vocabulary(
    r"""
ja 特許(?:第|番号[:：]?\s*第?)\s*\d{6,8}\s*号?[^。\n]{0,20}?(?:保護|登録|取得)
  why the number, and what is protected
  yes 特許第6123456号により保護されています
  no 特許法

ko 특허\s*(?:제|번호[:：]?\s*제?)\s*\d[\d-]{5,}\s*호?[^.\n]{0,20}?(?:보호|등록)
  why the number, and what is protected
  yes 특허 제10-1234567호로 보호됩니다
  no 특허법
"""
)

_FROM_ROMANCE = Vocabulary(
    r"""
es (?:basad|(?:re)?adaptad|inspirad|modificad|copiad|portad|traducid)[oa]s?\s+(?:en|por|a\s+partir\s+de|de(?:l|\s+la)?)
  why the work was changed or taken, in Spanish
  yes basado en ¦ adaptada del ¦ inspirado por
  no basada con

es (?:basead|(?:re)?adaptad|inspirad|modificad|copiad|traduzid)[oa]s?\s+(?:em|n[oa]|por|a\s+partir\s+d[eoa]|d[eoa])
  why the same in Portuguese
  yes baseado em ¦ adaptado do ¦ inspirada na
  no baseado com

fr (?:basé|adapté|inspiré|modifié|copié|porté|repris)e?s?\s+(?:sur|depuis|à\s+partir\s+d[eu]|d(?:e|u|es)\b|d['’])
  why the same in French
  yes basée sur ¦ adapté de ¦ inspiré d' ¦ repris de
  no basé avec

it (?:basat|adattat|ispirat|modificat|copiat|portat)[oa]\s+(?:su(?:l|lla|ll['’])?|da(?:l|lla|ll['’])?|a(?:l|lla)?)
  why the same in Italian
  yes basato su ¦ ispirata al ¦ copiato da
  no basato con
"""
)
_FROM_GERMAN = Vocabulary(
    r"""
de (?:basierend|beruht|basiert|beruhend|aufbauend)\s+auf
  why upon what
  yes basierend auf
  no basierend mit

de (?:übernommen|adaptiert|portiert|kopiert|inspiriert|abgeleitet|übersetzt|modifiziert)\s+(?:von|vom|aus|durch|nach)
  why the work was changed or taken
  yes übernommen von ¦ portiert aus
  no übernommen haben
"""
)
_CODE_OF = Vocabulary(
    r"""
es (?:(?:el|la|o|a)\s+)?(?:código|trabajo|proyecto|trabalho|projeto|original)\s+(?:original\s+)?d(?:el?|[oa])
  why whose code
  yes el código de ¦ o trabalho do
  no código

fr (?:l[ea]\s+|l['’])?(?:code|travail|projet|script)\s+(?:original\s+)?d(?:e|u)
  why whose code
  yes le code de
  no code

de (?:(?:dem|der|den)\s+)?(?:code|arbeit|projekt|skript)\s+(?:von|der|des)
  why whose code
  yes dem Code von
  no code

it (?:il\s+)?(?:codice|lavoro|progetto)\s+d(?:i|el|ella)
  why whose code
  yes il codice di
  no codice
"""
)
ORIGINS = Vocabulary(
    r"""
any \b(?:{ROMANCE}|{GERMAN})(?:\s*[:：])?[^;\n]{0,60}?(?<!`){LINK}
  why what was changed or taken, with its address
  yes Basierend auf https://loom.example/loom ¦ Adaptado de ostrava/loom ¦ inspiré de : https://loom.example/x
  no basado en reglas ¦ inspiré de la nature ¦ adaptado de `loom/Weave`

any \b(?:{ROMANCE}\s*(?:[:：]\s*)?(?:{CODE}\s+)?|{GERMAN}\s+{CODE}\s+){PERSON}
  why what was changed or taken, and whose it is; in German all nouns have capitals
  yes Adaptado de A. Tressel ¦ basado en el código de Mina Halloway ¦ basiert auf dem Code von Mina Halloway
  no basado en el código de estado ¦ inspiré de Loom et Shuttle ¦ basierend auf Ihren Garnen

fr \bd['’]après\s+(?:le\s+code|un\s+travail)\s+d(?:e\s+|['’])(?-i:[A-Z])
  why after whose code
  yes d'après le code de Mina Halloway
  no d'après la loi
""",
    LINK=rf"(?:{URL}|{REPOSITORY})",
    ROMANCE=_FROM_ROMANCE,
    GERMAN=_FROM_GERMAN,
    CODE=_CODE_OF,
    PERSON=_TWO_NAMES,
)

ORIGINS_EAST = Vocabulary(
    r"""
ja {LINK}[^。\n]{0,40}?(?:を(?:参考|元|もと|基|ベース)に|から(?:移植|引用|流用))
  why upon what, with its address
  yes https://loom.example/loom を参考にしています ¦ ostrava/loom から移植
  no 参考にしてください

ja (?-i:[A-Z])[\w.+-]{2,30}\s?(?:から(?:移植|流用)|を移植)(?:された|した)
  why from what by its name, and that it was
  yes Loomから移植されたコードを含む ¦ Loom を移植したもの
  no chat.jsから移植する必要があります ¦ Loomから移植

ja (?:\w{1,40}/){2,6}[\w.-]{1,40}\s?から(?:移植|流用)(?=[^\w]|\n|$)
  why from what file, of which the line before tells the package
  yes src/lib/loom.ts から移植
  no src/loom.ts から移植 ¦ src/lib/loom.ts から移植する

ko {LINK}[^.\n]{0,40}?(?:를|을)\s*(?:참고|기반|바탕)
  why upon what, with its address
  yes https://loom.example/loom 를 참고
  no 참고하세요
""",
    LINK=rf"(?:{URL}|{REPOSITORY})",
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

AUTHOR = Vocabulary(
    r"""
any \b(?:desarrollad[oa]|cread[oa]|sviluppat[oa]|entwickelt)\s+(?:por|von|da)\s+{PERSON}
  why who made it, in Spanish, Italian and German
  yes Aplicación desarrollada por Mina Halloway ¦ Entwickelt von Mina Halloway
  no desarrollado por el equipo

fr \b(?:développée?|créée?|réalisée?)\s+par\s+{PERSON}
  why the same
  yes Développé par Mina Halloway
  no développé par une équipe
""",
    PERSON=_TWO_NAMES,
)

AUTHOR_LABEL = Vocabulary(
    r"""
any {OPENS}(?:{CAPITAL}|{LABEL}(?=\s*[:：]\s*{PERSON}))\s*[:：]\s*(?={NAMES})
  why a label with who made it; where it is written small, as fields of a program are, the name has two words
  yes Autor: Mina Halloway ¦ Autor: Miloom ¦ Autoría: Mina ¦ Auteur : Mina <m@loom.example> ¦ autor: Mina Halloway
  no el autor: Mina ¦ auteur : Auteur; ¦ AUTOR: Wer mag jetzt noch ein altes Buch lesen

ja (?:(?<=\n)|^)\s*(?:作成者|製作者|작성자|저자)\s*[:：]\s*(?=\S)
  why the same in Japanese and Korean
  yes 作成者：青山 ¦ 작성자: 한들
  no 作成者
""",
    OPENS=r"(?:(?<=\n)|^)\s*(?:-\s)?",
    NAMES=r"[^\W\d_][^\s:;={}()]*(?:\s[^\s:;={}()]+){0,5}\s*(?:\(|\n|<|$)",
    CAPITAL="(?-i:Autor(?:es|en|in|ía)?|Auteurs?|Autor[ei]|AUTOR(?:ES)?|AUTEURS?)",
    LABEL="(?:autor(?:es|en|in|ía)?|auteurs?|autor[ei])",
    PERSON=_TWO_NAMES,
)
