"""How an origin is told of in German, French, Spanish, Portuguese, Italian, Japanese, Korean and Russian."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.elsewhere import TWO_NAMES
from hatch_oaml.recognition.words.shared import REPOSITORY, URL

_FROM_ROMANCE = Vocabulary(
    r"""
es (?:(?:re)?adaptad|{MADE_ES})[oa]s?\s+(?:en|por|a\s+partir\s+de|de(?:l|\s+la)?)
  why the work was changed or taken, in Spanish
  yes basado en ¦ adaptada del ¦ inspirado por ¦ tomado de
  no basada con

es (?:basead|(?:re)?adaptad|inspirad|modificad|copiad|traduzid)[oa]s?\s+(?:em|n[oa]|por|a\s+partir\s+d[eoa]|d[eoa])
  why the same in Portuguese
  yes baseado em ¦ adaptado do ¦ inspirada na
  no baseado com

fr {MADE_FR}e?s?\s+(?:sur|depuis|à\s+partir\s+d[eu]|d(?:e|u|es)\b|d['’])
  why the same in French
  yes basée sur ¦ adapté de ¦ inspiré d' ¦ repris de ¦ tiré de
  no basé avec

it (?:basat|adattat|ispirat|modificat|copiat|portat)[oa]\s+(?:su(?:l|lla|ll['’])?|da(?:l|lla|ll['’])?|a(?:l|lla)?)
  why the same in Italian
  yes basato su ¦ ispirata al ¦ copiato da
  no basato con
""",
    MADE_ES="basad|inspirad|modificad|copiad|portad|traducid|tomad",
    MADE_FR="(?:basé|adapté|inspiré|modifié|copié|porté|repris|tiré|extrait)",
)
_FROM_GERMAN = Vocabulary(
    r"""
de (?:basierend|beruht|basiert|beruhend|aufbauend)\s+auf
  why upon what
  yes basierend auf
  no basierend mit

de (?:(?:über|ent)nommen|angepasst|{MADE_DE}iert|abgeleitet|übersetzt)\s+(?:von|vom|aus|durch|nach)
  why the work was changed or taken
  yes übernommen von ¦ portiert aus ¦ angepasst von
  no übernommen haben
""",
    MADE_DE="(?:adapt|port|kop|inspir|modifiz)",
)
_CODE_OF = Vocabulary(
    r"""
es (?:(?:el|la|o|a)\s+)?(?:código|trabajo|proyecto|trabalho|projeto|original)\s+(?:\w+\s+){0,2}?d(?:el?|[oa])
  why whose code
  yes el código de ¦ o trabalho do ¦ o código aberto da
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
_IBERIAN = "adaptad ¦ basad ¦ basead ¦ copiad ¦ inspirad ¦ modificad ¦ portad ¦ tomad ¦ traducid ¦ traduzid"
_ITALIAN = "adattat ¦ basat ¦ copiat ¦ ispirat ¦ modificat ¦ portat"
_FRENCH = "adapté ¦ basé ¦ copié ¦ extrait ¦ inspiré ¦ modifié ¦ porté ¦ repris ¦ tiré"
_GERMAN = "abgeleitet ¦ angepasst ¦ aufbauend ¦ basierend ¦ beruhend ¦ beruht ¦ iert ¦ nommen ¦ übersetzt"
"""What each of the verbs holds."""
_SITE = r"(?:stackoverflow\.com|gist\.github\.com|(?:github|gitlab|gitee|bitbucket|codeberg)\.(?:com|org)/[\w.-]+)"
_CODE_HOST = rf"https?://(?:www\.)?{_SITE}/[^\s<>\"')）]+"
ORIGINS = Vocabulary(
    r"""
any \b(?:{ROMANCE}|{GERMAN})(?:\s*[:：])?[^;\n]{0,60}?(?<!`){LINK}
  why what was changed or taken, with its address
  needs {VERBS}
  yes Basierend auf https://loom.example/loom ¦ Adaptado de ostrava/loom ¦ inspiré de : https://loom.example/x
  no basado en reglas ¦ inspiré de la nature ¦ adaptado de `loom/Weave`

any \b(?:{ROMANCE}|{GERMAN})(?:\s*[:：])?\s+(?:{TITLE}\s+(?:von|de|di|par|por)\s+(?-i:[A-Z])|[\w.-]{1,40}\s+v?\d+\.\d)
  why what was changed or taken, by its title and whose it is, or by its version
  needs {VERBS}
  yes Übernommen aus "Ruby on Looms" von Mina ¦ adapté de stl_loom v2.16
  no übernommen aus "Loom" ¦ adapté de loom

any {OPENS}(?:quellen?|source\s|fuente|fonte)\s*[:：]\s*(?={CODE_HOST}[)\]>.]?\s*(?:\n|$))
  why a label that says whence, and a page where code lies, which ends the line; in English it may be this work's own
  needs fonte ¦ fuente ¦ quelle ¦ source
  needs ://
  yes Quelle: https://github.com/mina/loom ¦ Source : https://gitlab.com/mina/loom ¦
    Fuente: https://github.com/mina/loom
  no Quelle: https://loom.example ¦ Source: https://github.com/mina/loom ¦ Quelle: https://github.com/mina/loom zeigt

de \b(?:Inhalte?|Texte?|Daten|Code|Abschnitte?|Bilder?)\s+(?:wurden?\s+|sind\s+)?{GERMAN}\s+{TITLE}
  why what was taken, and from what by its title
  needs abgeleitet ¦ angepasst ¦ aufbauend ¦ basierend ¦ beruhend ¦ beruht ¦ iert ¦ nommen ¦ übersetzt
  needs abschnitt ¦ bilde ¦ code ¦ daten ¦ inhalt ¦ text
  yes Inhalte übernommen aus "Loom_Kursheft.pdf" ¦ Texte wurden übernommen aus „Weben heute“
  no Werte übernommen aus "Loom"

es (?:(?<=\n)|^)\W{0,3}código\s+original\s+del?\s+(?-i:[A-Z])[\w.-]{2,40}\W{0,3}(?:\n|$)
  why whose code was first, in Spanish
  needs original
  needs código
  yes Código original de YuiLoom-MD
  no código original de la clase ¦ El código original de Loom ¦ Código original de Loom abajo

fr \b(?:adapté|inspiré|repris)e?s?\s+d(?:e|u|es)\s+(?:\w+\s+){1,4}d(?:e|u)\s+(?:la\s+|le\s+)?(?:\w+\s+){1,2}?{PERSON}
  why whose work was taken over, by two words of a name
  needs adapté ¦ inspiré ¦ repris
  yes adapté de projets académiques de la professeur Mina Halloway
  no adapté de la nature

any \b(?:{ROMANCE}|{GERMAN})\s*[:：]?\n\W{0,3}{URL}
  why what was taken, and its address on the next line
  needs {VERBS}
  needs :// ¦ git@ ¦ www.
  yes inspiré de\nhttps://loom.example
  no inspiré de\nla nature

any {IS}\b(?:{ROMANCE}\s*(?:[:：]\s*)?(?:{CODE}\s+(?-i:[A-Z])\w|{PERSON})|{GERMAN}\s+{CODE}\s+{PERSON})
  why what was changed or taken, and whose it is; in German all nouns have capitals
  needs {VERBS}
  yes Adaptado de A. Tressel ¦ basado en el código de Mina Halloway ¦ basiert auf dem Code von Mina Halloway
  no ter sido copiado do Word ¦ basado en el código de estado ¦ inspiré de Loom et Shuttle ¦ basierend auf Ihren

fr \bd['’]après\s+(?:le\s+code|un\s+travail)\s+d(?:e\s+|['’])(?-i:[A-Z])
  why after whose code
  needs après
  needs code ¦ travail
  yes d'après le code de Mina Halloway
  no d'après la loi
""",
    LINK=rf"(?:{URL}|{REPOSITORY})",
    URL=URL,
    ROMANCE=_FROM_ROMANCE,
    VERBS=f"{_IBERIAN} ¦ {_ITALIAN} ¦ {_FRENCH} ¦ {_GERMAN}",
    OPENS=r"(?:(?<=\n)|^)\W{0,4}",
    CODE_HOST=_CODE_HOST,
    TITLE=r"[\"“„«][^\"”“»\n]{5,80}[\"”“»]",
    GERMAN=_FROM_GERMAN,
    IS=r"(?<!ter\ssido\s)(?<!haber\ssido\s)",
    CODE=_CODE_OF,
    PERSON=TWO_NAMES,
)

_HYPHENATED = r"(?<![\w/.-])[A-Za-z][\w.]{0,30}-[\w-]{1,40}(?![\w.-])"
_NUMBERED = r"(?<!\w)(?-i:[A-Z])\w{1,30}\s(?:\w{1,30}\s)?v?\d[\d.]{0,12}"
ORIGINS_EAST = Vocabulary(
    r"""
ja (?:{URL}[^。\n]{0,40}?|{LINK}[^。\n]{0,12}?)(?:を(?:参考|元|もと|基|ベース)に|を(?:改変|改造|移植|流用)し|{FROM_JA})
  why upon what, with its address
  needs から取得 ¦ から転載 ¦ より取得 ¦ より引用 ¦ より流用 ¦ より移植 ¦ より転載 ¦
    を改変 ¦ を改造 ¦ を移植 ¦ を流用 ¦ から引用 ¦ から流用 ¦ から移植 ¦ をもと ¦ をベース ¦ を元 ¦ を参考 ¦ を基
  yes https://loom.example/loom を参考にしています ¦ https://loom.example を改変したもの ¦ ostrava/loom から移植 ¦
    https://loom.example/a より引用
  no 参考にしてください

ja [^。\n]{0,30}?以下の(?:サイト|コード|記事|ページ|リポジトリ|プロジェクト|ソース|ライブラリ)を参考に(?!してくだ|して下)(?:し|させて|作|実装)[^\n]{0,12}\n\W{0,6}{URL}
  why what was drawn upon is named on the next line
  needs 以下のコード ¦ 以下のサイト ¦ 以下のソース ¦ 以下のプロジェクト ¦ 以下のページ ¦ 以下のライブラリ ¦ 以下のリポジトリ ¦ 以下の記事
  needs を参考に
  needs :// ¦ git@ ¦ www.
  yes 以下のサイトを参考にしました．\nhttps://loom.example
  no 以下のサイトを参考にしてください。\nhttps://loom.example ¦ 以下のサイトを参考にしました。

ja \w{0,30}(?:アルゴリズム|コード|実装|ソース)を参考にしました[。\s]*\n?\W{0,6}{URL}|{URL}[^\n]{0,20}\n\W{0,6}[^\n]{0,40}を参考にしました
  why what was drawn upon, and its address on the line beside
  needs を参考にしました
  yes ソートのアルゴリズムを参考にしました。\nhttps://loom.example
  no アルゴリズムを参考にしました。

ja (?-i:[A-Z])[\w.+-]{2,30}\s?(?:から(?:移植|流用)|を移植)(?:された|した)
  why from what by its name, and that it was
  needs から流用 ¦ から移植 ¦ を移植
  needs された ¦ した
  yes Loomから移植されたコードを含む ¦ Loom を移植したもの
  no chat.jsから移植する必要があります ¦ Loomから移植

ja (?:\w{1,40}/){2,6}[\w.-]{1,40}\s?から(?:移植|流用)(?=[^\w]|\n|$)
  why from what file, of which the line before tells the package
  needs から流用 ¦ から移植
  yes src/lib/loom.ts から移植
  no src/loom.ts から移植 ¦ src/lib/loom.ts から移植する

ja {VERSIONED}[^。、\n]{0,16}?を(?:参考|ベース|元|もと|基)に(?!して(?:くだ|下)さい|する)
  why upon what by a name that no word of a sentence has, or by its version
  needs をもと ¦ をベース ¦ を元 ¦ を参考 ¦ を基
  yes Loom-8B 系モデルをベースにした ¦ LoomServer V2.12 をベースに
  no zod をベースにした ¦ [a](x/loom-kit.md) をベースに ¦ loom-8b をベースにしてください

ko {LINK}(?:[^.\n]|\.(?=\d)){0,40}?(?:[를을]\s*(?:참고|기반|바탕|{CHANGED_KO})|에서\s*(?:fork|포크|가져|이식|참고))
  why upon what, with its address
  needs 기반 ¦ 바탕 ¦ 변형 ¦ 수정 ¦ 에서 ¦ 참고
  yes https://loom.example/loom 를 참고 ¦ ostrava/loom 에서 fork ¦ https://loom.example/a 를 수정함
  no 참고하세요

ko (?:코드|원본|원문)\s?출처는\s?[A-Za-z][\w./-]{2,40}
  why whence code is, by a name
  needs 출처는
  needs 원문 ¦ 원본 ¦ 코드
  yes (코드 출처는 SwiftLoom)
  no 코드 출처는 다음

ko (?:코드|원본|원문)\s?출처(?:\s*[:：]\s*|\]\()(?=\S{0,3}{LINK})
  why whence code is, with its address
  needs 출처
  needs 원문 ¦ 원본 ¦ 코드
  yes 코드 출처: https://loom.example/76 ¦ [실습 코드 출처](https://loom.example)
  no 코드 출처 커밋

any (?:(?<=\n)|^)\W{0,4}(?:출처|출전|引用元|出典|転載元)\s*[:：]\s*(?={CODE_HOST}[)\]>.]?\s*(?:\n|$))
  why a label that says whence, and a page where code lies, which ends the line
  needs 引用元 ¦ 出典 ¦ 転載元 ¦ 출전 ¦ 출처
  needs ://
  yes 출처: https://github.com/mina/loom ¦ 出典：https://github.com/mina/loom
  no 출처: https://loom.example ¦ 출처: 없음

any {RUSSIAN}[оаы]?\s+(?:из|на|с|от)\s[^;\n]{0,60}?(?:{LINK}|mailto:)
  why what was changed or taken, in Russian, with its address
  needs адаптирован ¦ взят ¦ основан ¦ переведе ¦ переведё ¦ портирован ¦ скопирован
  yes Взято из https://loom.example/x ¦ основан на [loom](https://loom.example)
  no взято из БД
""",
    URL=URL,
    LINK=rf"(?:{URL}|{REPOSITORY})",
    CHANGED_KO="(?:수정|변형)(?:함|한|했|하였)",
    FROM_JA="から(?:移植|引用|流用|取得|転載)|より(?:移植|引用|流用|取得|転載)",
    CODE_HOST=_CODE_HOST,
    RUSSIAN="(?:взят|основан|адаптирован|портирован|скопирован|перевед[её]н)",
    VERSIONED=rf"(?:{_HYPHENATED}|{_NUMBERED})",
)
