"""As `people`, for German, French, Spanish, Portuguese, Italian, Russian, Japanese and Korean."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary
from hatch_oaml.recognition.words.elsewhere import TWO_NAMES
from hatch_oaml.values.han import BEYOND_LATIN

AUTHOR = Vocabulary(
    r"""
any (?:(?<=\n)|^)\W{0,4}(?:escrito|programad[oa]|geschrieben|verfasst|programmiert|scritto)\s+(?:por|von|da)\s+{PERSON}
  why who wrote it, at a line's beginning: of a book in a sentence the same is said
  needs escrito ¦ geschrieben ¦ programada ¦ programado ¦ programmiert ¦ scritto ¦ verfasst
  yes Escrito por Inés Luna ¦ Geschrieben von Mara Weiß ¦ Programado por Mina Halloway
  no El libro fue escrito por Mina Halloway ¦ escrito por el equipo

de (?:(?<=\n)|^)\W{0,4}nach\s+einer\s+idee\s+von\s+{PERSON}
  why whose idea it was
  needs idee
  yes Nach einer Idee von Udo Tessel
  no nach einer Idee von uns

fr (?:(?<=\n)|^)\W{0,4}(?:écrite?|rédigée?|programmée?)\s+par\s+{PERSON}
  why who wrote it, at a line's beginning
  needs programmé ¦ rédigé ¦ écrit
  yes Écrit par Léa Morel ¦ Rédigé par Léa Morel
  no Le roman a été écrit par Léa Morel ¦ écrit par une équipe

ja (?:この|本)\w{1,12}は、?{NAME_JA}(?:が作成|が開発|が制作|が執筆)し(?:まし)?た(?![もの方])
  why who made this
  needs が作成 ¦ が制作 ¦ が執筆 ¦ が開発
  yes このファイルは山田太郎が作成しました。 ¦ 本ソフトウェアは青山織機が開発した。
  no このファイルはユーザーが作成しました ¦ この値は関数が作成した

any \b(?:(?:desarrollad|desenvolvid|cread|criad|realizad|sviluppat)[oa]|entwickelt)\s+(?:por|von|da)\s+{PERSON}
  why who made it, in Spanish, Portuguese, Italian and German
  needs cread ¦ criad ¦ desarrollad ¦ desenvolvid ¦ entwickelt ¦ realizad ¦ sviluppat
  yes Aplicación desarrollada por Mina Halloway ¦ Entwickelt von Mina Halloway ¦ Criado por Rui Tear
  no desarrollado por el equipo ¦ criado por uma equipe

any (?:(?<=\n)|^)\W{0,4}(?:tradu(?:cid|zid)[oa]|traduite?|tradott[oa]|übersetzt)\s+(?:por|par|da|von)\s+{PERSON}
  why who translated it, at a line's beginning
  needs traducid ¦ tradott ¦ traduit ¦ traduzid ¦ übersetzt
  yes Traduit par Léa Morel ¦ Traducido por Inés Luna ¦ Übersetzt von Mara Weiß
  no traduit par une équipe ¦ Le livre fut traduit par Léa Morel

any (?:(?<=\n)|^)\W{0,4}(?:(?:muchas\s)?gracias\s+a|{FR}|(?:vielen\s+)?dank\s+an|{IT_PT})\s+{PERSON}
  why thanks, at a line's beginning
  needs agradecimientos ¦ dank ¦ gracias ¦ grazie ¦ merci ¦ obrigad
  yes Gracias a Inés Luna ¦ Merci à Léa Morel ¦ Vielen Dank an Mara Weiß ¦ Remerciements à Léa Morel
  no gracias a la comunidad ¦ merci à tous

any (?:(?<=\n)|^)\W{0,4}(?:разработа|написа|созда|переведе)(?:но?|л[аи]?)\s*:?\s*{PERSON_RU}
  why who made, wrote or translated it, at a line's beginning
  needs написа ¦ переведе ¦ разработа ¦ созда
  yes Разработано Миной Тесселевой ¦ Написал: Удо Тессель
  no Разработано в России ¦ создано командой

fr \b(?:développée?|créée?|réalisée?)\s+par\s+{PERSON}
  why the same
  needs créé ¦ développé ¦ réalisé
  yes Développé par Mina Halloway
  no développé par une équipe
""",
    PERSON=TWO_NAMES,
    FR="(?:merci|remerciements?)\\s+à",
    IT_PT="grazie\\s+a|obrigad[oa]\\s+a|agradecimientos\\s+a",
    PERSON_RU=r"(?-i:[А-ЯЁ])[а-яё]{2,20}\s+(?-i:[А-ЯЁ])[а-яё]{2,24}(?![\w-])",
    NAME_JA=r"(?!自動|関数|利用者|管理者|担当者|開発者|作成者)[\u4e00-\u9fff]{3,10}(?:氏|さん|株式会社)?",
)

_TURNING = Vocabulary(r"""
any entwickler(?:in)?|programmierer(?:in)?|desarrollador(?:a|es)?|développeu(?:rs?|se)|sviluppator[ei]
  why who made it
  yes Entwicklerin ¦ développeurs ¦ sviluppatore
  no Entwicklung

any übersetzer(?:in)?|traduct(?:eurs?|rice|or(?:a|es)?)|tradutor(?:a|es)?|traduttor[ei]
  why who translated it
  yes Übersetzer ¦ traductora ¦ traduttore
  no traduction
""")
AUTHOR_LABEL = Vocabulary(
    r"""
any {OPENS}(?:{CAPITAL}|{LABEL}(?=\s*[:：]\s*{PERSON}))\s*[:：]\s*(?={NAMES})
  why a label with who made it; where it is written small, as fields of a program are, the name has two words
  needs auteur ¦ autor
  yes Autor: Mina Halloway ¦ Autor: Miloom ¦ Autoría: Mina ¦ Auteur : Mina <m@loom.example> ¦ autor: Mina Halloway
  no el autor: Mina ¦ auteur : Auteur; ¦ AUTOR: Wer mag jetzt noch ein altes Buch lesen

zh (?:(?<=\n)|^)\s*(?:原?作者|编写)\s+(?!{NO_NAME}){LETTER}{2,4}\s*(?=\n|$|[<(（])
  why a label without a colon, and a name that ends the line
  needs 作者 ¦ 编写
  yes 作者 林晚舟 ¦ 原作者 秦墨白 <qin@loom.example>
  no 作者 简介 ¦ 作者 林晚舟说 这里

ja (?:(?<=\n)|^)\s*著作\s*[:：]\s*(?=[\u3040-\u9fff]{2,10}\s*(?:\n|$|[<(（]))
  why whose work it is, by a name that ends the line
  needs 著作
  yes 著作：山田太郎
  no 著作：

de {OPENS}(?:Urheber(?:in)?|Verfasser(?:in)?)\s*[:：]\s*(?={PERSON})
  why the same in German, by two words of a name
  needs urheber ¦ verfasser
  yes Urheber: Mara Weiß ¦ Verfasserin: Mara Weiß, 2015
  no Urheber: unbekannt ¦ Verfasser:

any (?:(?<=\n)|^)\s*(?:{MAKER_JA}|{MAKER_KO}|{MAKER_RU})\s*[:：]\s*(?=\S)
  why the same in Japanese, Korean and Russian
  needs автор ¦ переводчик ¦ разработчик ¦ 作 ¦ 執筆者 ¦ 翻訳者 ¦ 著者 ¦ 製作者 ¦ 開発者 ¦ 옮긴이 ¦ 만든이 ¦ 자
  yes 作成者：青山 ¦ 작성자: 한들 ¦ 원작자: 한들 ¦ Автор: Мина ¦ 著者：青山織 ¦ 기여자: 한들 ¦ Авторы: Мина, Удо
  no 作成者 ¦ 使用者：青山

any {OPENS}(?:{GIVING}|{TURNING})\s*[:：]\s*(?={PERSON})
  why who made, gave or translated it, by two words of a name
  needs ende ¦ entwickler ¦ colabora ¦ collabora ¦ contribut ¦ übersetzer ¦ tradu ¦ desarrollador ¦ velopp ¦ svilupp ¦
    programm
  yes Mitwirkende: Mara Weiß ¦ Entwickler: Mara Weiß ¦ Traducteur : Léa Morel ¦ Colaboradores: Inés Luna
  no Mitwirkende: alle ¦ Entwickler: siehe unten ¦ Traducteur : voir
""",
    NO_NAME=r"(?:简介|簡介|信息|介绍|名单|列表|姓名|邮箱|主页|说明|团队|不详|未知|声明|本人|授权|权限|许可)",
    LETTER=BEYOND_LATIN,
    OPENS=r"(?:(?<=\n)|^)\s*(?:-\s)?",
    NAMES=r"[^\W\d_][^\s:;={}()]*(?:\s[^\s:;={}()]+){0,5}\s*(?:\(|\n|<|$|(?<=[^\W\d_]{3}\.)\s)",
    CAPITAL="(?-i:Autor(?:es|en|in|ía)?|Auteurs?|Autor[ei]|AUTOR(?:ES)?|AUTEURS?)",
    LABEL="(?:autor(?:es|en|in|ía)?|auteurs?|autor[ei])",
    MAKER_JA="作成者|製作者|著者|開発者|執筆者|翻訳者",
    MAKER_KO="작성자|저자|원작자|원저작자|기여자|제작자|개발자|번역자|만든이|옮긴이",
    MAKER_RU="автор(?:ы)?|разработчики?|переводчики?",
    GIVING="mitwirkende|beitragende|contributeurs?|colaboradores|collaboratori",
    TURNING=_TURNING,
    PERSON=TWO_NAMES,
)
