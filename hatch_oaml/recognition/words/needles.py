"""What a file must hold, letter by letter, to be looked at: the cheapest question of all."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

WORDS = (
    *("urheberrecht", "derechos de autor", "warenzeichen", "marca registrada", "marchio registrato", "brevet"),
    *("basado en", "basierend auf", "basiert auf", "beruht auf", "alle rechte bei", "eingetragene"),
    *("marke der ", "marken der ", "marken sind", "derechos reservados", "d'apr", "autor:", "autor :"),
    *("autores:", "autoren:", "autore:", "autore :", "auteur:", "auteur :", "auteurs :", "adaptad", "basead"),
    *("basado por", "modificado de", "modificada de", "copiad", "portado de", "portada de", "traducido de"),
    *("ispirat", "copiat", "bernommen ", "portiert ", "kopiert ", "adaptiert ", "abgeleitet von", "bersetzt "),
    *("repris de ", "sur http", "sur le code", "sur le projet", "basato su", "basata su", "copyright", "(c)"),
    *("patent", "trademark", "their respective", "ported by", "port of", "fork", "thanks to", "thanks go to"),
    *("kudos to", "props to", "service mark", "certification mark", "collective mark", "spdx-", "license"),
    *("licence", "author", "ed from", "taken from", "refer from", "based ", "rewrite of"),
    *("reimplementation of", "re-implementation of", "modified version", "modified copy of", "love from"),
    *("adaptation from", "adaptation of", "inspir", "original", "credit", "maintainer:", "maintainers:"),
    *("acknowledgment:", "acknowledgement:", "revised by", "modded by", "edited by", "courtesy", "fine-tuned "),
    *(
        "source: http",
        "stackoverflow.com/",
        "finetuned ",
        "code from",
        "from http",
        "rights reserved",
        "developed by",
        "written by",
    ),
    *("contributed by", "contributed to", "desarrollado por", "desarrollada por", "entwickelt von"),
    *("sviluppato da", "modified by", "maintained by", "created by", "implemented by", "translated by"),
    *("converted by", "adapted by", "er work by", " comes from ", " came from ", "not a contribution"),
    *("not-a-contribution", "art by", "art from", "icon from", "icons from", "icons by", "image from", "images from"),
    *(
        "images by",
        "photo by",
        "photos by",
        "photos from",
        "logo from",
        "logo by",
        "sounds from",
        "music by",
        "font from",
    ),
    *("fonts from", "weights from", "checkpoint from", "checkpoints from", "dataset from", "model from", "models from"),
    "digo original de",
    *("idea by", "ideas by", "design by", "concept by", "graphics by", "layout by", "photography by", "lyrics by"),
    *("illustration by", "illustrations by", "textures from", "sprites from", "sprites by"),
    *(
        "built on",
        "built upon",
        "built directly on",
        "builds on",
        "builds upon",
        "builds directly on",
        "borrow",
        "thank",
    ),
    *("acknowledge", "appreciate", "shoutout to", "shout-out to", "grateful to", "possible without", "on top of "),
    *("code of ", "weights of ", "version of ", "versions of ", "zation of ", "zations of ", "files for ", "merge of "),
    *("quants of ", "model creator", "model author", "ized by", "source model:", "adapter for ", "adapters for "),
)
SIGNS = (
    *("&copy", "&#169", "&#xa9", "|copy|", "copr."),
    *("\\xa9", "\\u00a9", "\\u{a9}", "\\(co", "\\[co", "\\'a9"),
)
WIDE_WORDS = (
    *(
        "©",
        "ⓒ",
        "Ⓒ",
        "（c）",
        "（C）",
        "（ｃ）",
        "（Ｃ）",
        "版权",
        "版權",
        "著作权",
        "著作權",
        "著作権",
        "저작권",
        "등록상표",
        "特許",
        "특허",
        *("を参考", "をベース", "から移植", "작성자", "원작자", "作成者"),
        *("зято из", "снован на", "даптирован", "ортирован", "втор:", "adapté d", "basé ", "코드 출처"),
    ),
    *("专利", "專利", "商标", "商標", "保留", "许可", "許可", "作者", "参考", "參考"),
    *("修改自", "改编自", "改編自", "移植自", "借鉴", "借鑒", "译", "譯", "衍生", "派生"),
    *(
        "创建人",
        "创建者",
        "维护人",
        "原文链接",
        "原文地址",
        "维护者",
        "維護者",
        "登记号",
        "登字第",
        "转载",
        "轉載",
        "开发",
        "開發",
        "编写",
        "編寫",
        "贡献",
        "貢獻",
        "提供",
        "创作",
    ),
    *(
        "鸣谢",
        "此启发",
        "原项目",
        "其启发",
        "来源于",
        "来自",
        "來自",
        "源自",
        "摘自",
        "取自",
        "参照自",
        "基于",
        "基於",
        "改自",
        "改寫自",
        "拷贝自",
        "拷貝自",
    ),
    *(
        "复制自",
        "複製自",
        "抄自",
        "原仓库",
        "出处",
        "代码来源",
        "代碼來源",
        "原始代码",
        "原始代碼",
        "借用",
        "联合发布",
        "撰写",
        "撰寫",
        "知识产权",
        "éposée",
        "基础上",
        "研发",
        "研發",
    ),
    *("感谢", "感謝", "致谢", "非贡献", "非貢獻", "微调", "量化", "蒸馏", "基座", "底座", "原始模型", "原模型"),
    *(
        "构建于",
        "建立在",
        "模型作者",
        "采样自",
        "转换自",
        "扩充自",
        "启发",
        "离不开",
        "使用了",
        "而成",
        "灵感",
        "合并自",
        "训练自",
    ),
    *(
        f"{verb}{noun}"
        for noun in ("贡献", "貢獻")
        for verb in ("构成", "構成", "属于", "屬於", "作为", "作為", "视为", "視為", "不是")
    ),
)
WIDE_PATTERNS = {"来源[:：]": "来源", r"作\s{1,8}者": "作者"}
"""What a line must hold, and what is left of it in a file of which the ASCII characters are taken out."""

WORTHY = Vocabulary(
    r"""
any \(c\)(?!\s*(?:[:,.+*/=)\]};<>%-]|$|\n|for\b|if\b|in\b|and\b|or\b))
  why the sign, and no call: those have operators behind them
  yes (c) loom ¦ x(c) 2020 ¦ (c)2020
  no f(c)+1 ¦ f(c) for

en (?:(?<=inspir)|(?<=modifi)|(?<=plifi)|(?<=bas)|(?<=[dptwv])|(?<=[cpr]i))ed\ from|love\ from
  why the verbs of origin, and not "removed from" and its kin
  yes modified from ¦ adapted from ¦ copied from ¦ derived from ¦ simplified from ¦ borrowed with love from
  no removed to ¦ used from

en original(?:ly)?[\s\]`*]+(?:\w+\s+)?(?:authors?|code|source|implement|version|work|by|from|copyright|{LICENSE})
  why what came first, of whom or under what
  yes original author ¦ originally by ¦ original mit
  no original value

en original(?:ly)?[\s\]]+(?:\w+\s+)?(?:written|develop|creat|contribut)
  why what came first, and who made it
  yes originally written
  no original value

en authors?(?:\b|(?=_))\s*(?:\(s\))?["'_]*\s*(?:[:：=]|\sby\b|[^\s\w])|authors?\s+[\w"<(]
  why a label, or names behind it
  yes author: x ¦ __author__ = "x ¦ authors mina
  no authority

en licen[sc]e(?:d|\b[^\n]{0,3}[:=]|s?[-_ ]?id|\s+\S)|credits?(?:\s|_|:|"\s*:)
  why a label, or a name behind it
  yes licensed ¦ license: mit ¦ credits to
  no licensee ¦ creditor

en based\ (?:from|(?:\w+\ ){0,3}?(?:up)?on)|inspired\ (?:by|from)|taken\ from|refer\ from
  why upon what, and from where
  yes based on ¦ based loosely on ¦ based in part on ¦ based from ¦ inspired by
  no based at

en copyright|copr\.|patent|trademark|(?:service|certification|collective)\ mark|spdx-|courtesy|acknowl|maintainers?:
  why words that need nothing behind them
  yes copyright ¦ copr. ¦ trademark ¦ spdx- ¦ maintainer: x
  no mark

en rights\ reserved|their\ respective|er\ work\ by|contributed\ to|\ c(?:ame|omes)\ from\ [^\n]{0,60}[(/]
  why words that need nothing behind them, and whence code came
  yes rights reserved ¦ earlier work by ¦ this comes from X11 (mit/loom)
  no rights ¦ it comes from them

en (?:adaptation|modified\ (?:versions?|copy)|(?<![a-z])port|rewrite)\ (?:from|of)|re-?impl|original[^\n]{3,40}https?:
  why a port, a changed copy, and a design with its address
  yes port of ¦ rewrite of ¦ an adaptation from ¦ modified version of ¦ original loom color scheme (https:
  no modified versions ¦ support of

en (?:develop|contribut|port|modifi|maintain|creat|implement|translat|convert|adapt|revis|modd|edit)ed\ by|written\ by
  why words that need nothing behind them
  yes written by ¦ maintained by ¦ revised by
  no written in

en (?:art|icons?|images?|photos?|logo|sounds|music|fonts?|{MORE})\ (?:from|by)\ [^\n]{0,80}https?:
  why what a work has besides code, whose, and the address
  yes icons from loom (https: ¦ art by mina halloway, https:
  no icons from the cache

en (?:ideas?|concept|design|art|graphics|layout|photos?|photography|lyrics|illustrations?|logo)\ by:?\ \S
  why who had the idea
  yes idea by mina ¦ concept by mina ¦ art by mina
  no ideas for

any digo\ original\ de
  why whose code was first, in Spanish
  yes digo original de loom
  no digo original

any urheberrecht|derechos\ de\ autor|warenzeichen|marca\ reg|marchio
  why the same rights in German, French, Spanish and Italian
  yes urheberrecht 2024 ¦ derechos de autor
  no autor

en fine-?tuned\ |code\ from|from\ http|source:\ http|stackoverflow\.com/(?:a|questions)/\d
  why models, and code with its address
  yes fine-tuned from ¦ code from x ¦ from https://a.example ¦ source: https://a.example ¦ stackoverflow.com/a/1
  no fine

any desarrollad[oa]\ por|entwickelt\ von|sviluppato\ da
  why who made it, in Spanish, German and Italian
  yes desarrollado por ¦ entwickelt von
  no desarrollo

any alle\ rechte|eingetragene|marken?\ (?:der|sind)
  why rights and marks in German
  yes alle rechte bei ¦ marken der
  no markt

any (?<![a-z])(?:aut(?:or(?:es|en)?|ore|eurs?)\ ?:)
  why who wrote it, in Spanish, German, Italian and French
  yes autor: x ¦ auteur : x
  no hauteur : x ¦ autorun

any (?:adaptad|copiad|inspirad)[oa]s?\ (?:d|n[ao]|por|em)|base?ad[oa]\ (?:em|n[oa]|por)
  why origins in Spanish and Portuguese
  yes adaptado de ¦ inspirada na ¦ baseado em
  no adaptador

any (?:ispirat|copiat|basat)[oa]\ (?:d|a|su)
  why origins in Italian
  yes ispirato a ¦ basata su
  no basata

any (?:modificad|portad|traducid)[oa]\ de|repris\ de\ |(?:adapt|bas)é\ |inspirée?s?\ [dp]
  why origins in Spanish and French
  yes modificado de ¦ inspiré de ¦ adapté de
  no inspiration

any bernommen\ (?:von|aus)|(?:port|kop|adapt|inspir)iert\ (?:von|aus|nach)|abgeleitet\ von|bersetzt\ (?:von|aus)
  why origins in German
  yes bernommen von ¦ portiert aus ¦ inspiriert von
  no kopiert

any sur\ (?:http|le\ (?:code|projet))|brevet|basado\ en|basiert\ auf|beruht\ auf|derechos\ res|d'apr|basierend\ auf
  why patents and origins in these languages
  yes sur http://x ¦ brevet n° ¦ basado en
  no basado

en fork(?:ed)?\ (?:of|from)|forked\ (?:the\ )?(?=\[)|fork\s?[自于了되]|(?:thanks|kudos|props)\ (?:go\ )?to
  why a fork, and of what; thanks, and to whom
  yes fork of loom ¦ forked the [loom] ¦ fork 自 loom ¦ thanks to mina
  no forks ¦ fork(

en not[\ -]a[\ -]contribution
  why clause 1.7's words
  yes not a contribution ¦ not-a-contribution
  no a contribution

en buil(?:t|ds)\ (?:\w+ly\ )?(?:up)?on|borrow[^\n]{0,60}\ from|on\ top\ of\ [^\n]{0,60}/\w|model\ (?:creat|auth)or
  why upon what, from where, and whose model
  yes built upon ¦ builds heavily on ¦ borrow some code from ¦ model creator
  no built in ¦ borrowed

en (?:original|source)\ model|(?:(?<=ali[sz])|(?<=anti[sz])|(?<=merg)|(?<=till)|(?<=ampl)|(?<=run)|(?<=lop))ed\ from
  why of what model, and the verbs of what is made of models
  yes initialized from ¦ quantised from ¦ distilled from ¦ merged from ¦ developed from ¦ original model:
  no called from ¦ used from

en (?:thank|grateful|appreciat|acknowledg|shout-?out|possible\ without)[^\n]{0,160}(?:https?:|@|/\w|team|author)
  why who is thanked
  yes thank the loom team ¦ grateful to [loom](https:
  no thank you

en (?:thank|grateful\ to|acknowledge)\ (?:[\w'-]+\ ){0,4}[\w'-]+\ for\b
  why who is thanked, and for what
  yes thank mina halloway for
  no thank you

en (?:versions?|zations?|code|weights|merge|quants)\ of[^\n]{0,60}/\w|(?:files|adapters?)\ for[^\n]{0,60}/\w|ized\ by\W
  why of what this is a form
  yes version of mina/loom ¦ files for [loom](https://loom.example) ¦ ized by: mina
  no version of loom

any [^a-z(]
  why every needle of signs or Chinese words
  yes © ¦ 版权
  no loom
""",
    LICENSE="under|mit|apache|bsd",
    MORE="weights|checkpoints?|dataset|models?|illustrations|textures|sprites",
)
"""What a needle in the text needs at its beginning, for its line to be looked at."""
