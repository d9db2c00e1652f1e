"""What stands behind a needle whose line is worth looking at: the second question, which most lines do not pass."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

_GIVEN = "(?:patch|add|mak|craft|chang|extend|improv|enhanc)ed|made|done|cared\\ for"
_PARTS = "patch(?:es)?|fix(?:es)?|additions?|modifications|mods|changes?|extensions?"
_MORE = "translation|support|features|version|improvements"
WORTHY = Vocabulary(
    r"""
any \(c\)(?!\s*(?:[:,.+*/=)\]};<>%-]|$|\n|for\b|if\b|in\b|and\b|or\b))
  why the sign, and no call: those have operators behind them
  needs (c)
  yes (c) loom ¦ x(c) 2020 ¦ (c)2020
  no f(c)+1 ¦ f(c) for

en (?:(?<=inspir)|(?<=modifi)|(?<=plifi)|(?<=bas)|(?<=[dptwv])|(?<=[cpr]i))ed\ from|love\ from
  why the verbs of origin, and not "removed from" and its kin
  needs ed from ¦ love from
  yes modified from ¦ adapted from ¦ copied from ¦ derived from ¦ simplified from ¦ borrowed with love from
  no removed to ¦ used from

en original(?:ly)?[\s\]`*]+(?:\w+\s+)?(?:authors?|code|source|implement|version|work|by|from|copyright|{LICENSE})
  why what came first, of whom or under what
  needs original
  yes original author ¦ originally by ¦ original mit
  no original value

en original(?:ly)?[\s\]]+(?:\w+\s+)?(?:written|develop|creat|contribut)
  why what came first, and who made it
  needs original
  needs contribut ¦ creat ¦ develop ¦ written
  yes originally written
  no original value

en authors?(?:\b|(?=_))\s*(?:\(s\))?["'_]*\s*(?:[:：=]|\sby\b|[^\s\w])|authors?\s+[\w"<(]
  why a label, or names behind it
  needs author
  yes author: x ¦ __author__ = "x ¦ authors mina
  no authority

en licen[sc]e(?:d|\b[^\n]{0,3}[:=]|s?[-_ ]?id|\s+\S)|credits?(?:\s|_|:|"\s*:)
  why a label, or a name behind it
  needs credit ¦ licenc ¦ licens
  yes licensed ¦ license: mit ¦ credits to
  no licensee ¦ creditor

en based\ (?:from|(?:\w+\ ){0,3}?(?:up)?on)|inspired\ (?:by|from)|(?:taken|stolen|refer)\ from
  why upon what, and from where
  needs based ¦ inspired by ¦ inspired from ¦ refer ¦ stolen ¦ taken
  yes based on ¦ based loosely on ¦ based in part on ¦ based from ¦ inspired by
  no based at

en copyright|copr\.|patent|trademark|(?:service|certification|collective)\ mark|spdx-|courtesy|acknowl|{ORS}s?\s*:
  why words that need nothing behind them
  needs acknowl ¦ certification ¦ collective ¦ contributor ¦ copr. ¦ copyright ¦ courtesy ¦ maintainer ¦ patent ¦
    service ¦ spdx- ¦ trademark
  yes copyright ¦ copr. ¦ trademark ¦ spdx- ¦ maintainer : x
  no mark

en rights\ reserved|their\ respective|er\ work\ by|contributed\ to|\ c(?:ame|omes)\ from\ [^\n]{0,60}[(/]
  why words that need nothing behind them, and whence code came
  needs contributed to ¦ er work by ¦ from ¦ rights reserved ¦ their respective
  yes rights reserved ¦ earlier work by ¦ this comes from X11 (mit/loom)
  no rights ¦ it comes from them

en (?:adaptation|modified\ (?:versions?|copy)|(?<![a-z])port|rewrite)\ (?:from|of)|re-?impl|original[^\n]{3,40}https?:
  why a port, a changed copy, and a design with its address
  needs adaptation ¦ impl ¦ modified copy ¦ modified version ¦ original ¦ port ¦ rewrite
  yes port of ¦ rewrite of ¦ an adaptation from ¦ modified version of ¦ original loom color scheme (https:
  no modified versions ¦ support of

en (?:develop|contribut|port|modifi|maintain|creat|implement|translat|convert|adapt|revis|modd|edit)ed\ by|written\ by
  why words that need nothing behind them
  needs ed by ¦ written by
  yes written by ¦ maintained by ¦ revised by
  no written in

en (?:programm|design|donat|author|rework)ed\ by
  why the same
  needs author ¦ design ¦ donat ¦ programm ¦ rework
  yes designed by ¦ programmed by
  no designed for

en (?:art|icons?|images?|photos?|logo|sounds|music|fonts?|{MORE})\ (?:from|by)\ [^\n]{0,80}https?:
  why what a work has besides code, whose, and the address
  needs http
  yes icons from loom (https: ¦ art by mina halloway, https:
  no icons from the cache

en (?:ideas?|concept|design|art|graphics|layout|photos?|photography|lyrics|illustrations?|logo)\ by:?\ \S
  why who had the idea
  needs art ¦ concept ¦ design ¦ graphics ¦ idea ¦ illustration ¦ layout ¦ logo ¦ lyrics ¦ photo
  needs by
  yes idea by mina ¦ concept by mina ¦ art by mina
  no ideas for

any digo\ original\ de
  why whose code was first, in Spanish
  needs digo original de
  yes digo original de loom
  no digo original

en \nby\ \w|(?:[\#*;%\ ]|--|//)\ (?:by|from)\ [^\W\d_]
  why how a line goes on behind the verb with which the line above ends
  needs by ¦ from
  yes \nby mina ¦ # by mina ¦  * from https://loom.example ¦   by mina
  no written by mina ¦ \nby: 1

any urheberrecht|derechos\ de\ autor|warenzeichen|marca\ reg|marchio
  why the same rights in German, French, Spanish and Italian
  needs derechos de autor ¦ marca reg ¦ marchio ¦ urheberrecht ¦ warenzeichen
  yes urheberrecht 2024 ¦ derechos de autor
  no autor

en fine-?tuned\ |code\ from|from\ http|source:\ http|stackoverflow\.com/(?:a|questions)/\d
  why models, and code with its address
  needs code from ¦ from http ¦ source: http ¦ stackoverflow.com/a ¦ stackoverflow.com/questions ¦ tuned
  yes fine-tuned from ¦ code from x ¦ from https://a.example ¦ source: https://a.example ¦ stackoverflow.com/a/1
  no fine

any (?:{MADE_ES})[oa]\ por|entwickelt\ von|sviluppat[oa]\ da|traduite?\ par
  why who made it, in Spanish, Portuguese, German, Italian and French
  needs desarrollad ¦ desenvolvid ¦ cread ¦ criad ¦ entwickelt von ¦ realizad ¦ sviluppat ¦ tradu
  yes desarrollado por ¦ entwickelt von ¦ criada por ¦ traduit par
  no desarrollo

en (?:translator|programmer|developer|designer|coder|illustrator)s?:\ \w+\W
  why a label with two words behind it
  needs coder ¦ designer ¦ developer ¦ illustrator ¦ programmer ¦ translator
  yes translator: mina halloway
  no translator: none

any (?:gracias\ a|merci\ à|remerciements?\ à|dank\ an|grazie\ a|obrigad[oa]\ a|agradecimientos\ a)\ \w
  why thanks
  needs agradecimientos ¦ dank an ¦ gracias ¦ grazie ¦ merci ¦ obrigad
  yes gracias a inés ¦ merci à léa
  no merci beaucoup

any (?:mitw|beitr|contributeu|colab|collab|entw|programmi|desarr|svilu|bersetz|tradu|velopp)[a-zéü]+\ ?:\s?[^\W\d_]
  why a label with who made, gave or translated it
  needs beitr ¦ bersetz ¦ colab ¦ collab ¦ contributeu ¦ desarr ¦ entw ¦ mitw ¦ programmi ¦ svilu ¦ tradu ¦ velopp
  yes mitwirkende: mara ¦ traducteur : léa
  no traducteur

any (?:tomad[oa]\ de|(?:e?scritto|programad[oa]|geschrieben|verfasst|programmiert|idee|crit)\ (?:por|von|da|par))\ \w
  why who wrote it, or whence, in Spanish, German, Italian and French
  needs crit ¦ geschrieben ¦ idee ¦ programad ¦ programmiert ¦ scritto ¦ tomad ¦ verfasst
  yes tomado de https ¦ geschrieben von mara ¦ crit par léa ¦ scritto da mina
  no tomado

any escrito\ por\ \w|nach\ einer\ idee\ |(?:urheber|verfasser)(?:in)?:|(?:angepasst|patentiert|extrait)\ [adnuv]
  why the same, labels and verbs
  needs angepasst ¦ escrito ¦ extrait ¦ idee ¦ patentiert ¦ urheber ¦ verfasser
  yes urheber: mara ¦ angepasst von ¦ patentiert unter ¦ escrito por inés ¦ nach einer idee von udo
  no urheber

any (?:quellen?|fuente|fonte|source\ ):\ http
  why a label that says whence
  needs : http
  yes quelle: https ¦ source : https
  no quelle

any alle\ rechte|eingetragene|marken?\ (?:der|sind)
  why rights and marks in German
  needs alle rechte ¦ eingetragene ¦ marke
  yes alle rechte bei ¦ marken der
  no markt

any (?<![a-z])(?:aut(?:or(?:es|en|in)?|ore|eurs?)\ ?:)
  why who wrote it, in Spanish, German, Italian and French
  needs auteur ¦ autor
  yes autor: x ¦ auteur : x
  no hauteur : x ¦ autorun

any (?:adaptad|copiad|inspirad)[oa]s?\ (?:d|n[ao]|por|em)|base?ad[oa]\ (?:em|n[oa]|por)
  why origins in Spanish and Portuguese
  needs adaptad ¦ bas ¦ copiad ¦ inspirad
  yes adaptado de ¦ inspirada na ¦ baseado em
  no adaptador

any (?:ispirat|copiat|basat)[oa]\ (?:d|a|su)
  why origins in Italian
  needs basat ¦ copiat ¦ ispirat
  yes ispirato a ¦ basata su
  no basata

any (?:modificad|portad|traducid)[oa]\ de|repris\ de\ |(?:adapt|bas|tir|{MADE_FR})ée?s?\ |inspirée?s?\ [dp]
  why origins in Spanish and French
  needs adapt ¦ bas ¦ cré ¦ développ ¦ inspiré ¦ modificad ¦ portad ¦ programm ¦ repris de ¦ rédig ¦
    réalis ¦ tir ¦ traducid
  yes modificado de ¦ inspiré de ¦ adapté de
  no inspiration

any bernommen\ (?:von|aus)|(?:port|kop|adapt|inspir)iert\ (?:von|aus|nach)|abgeleitet\ von|bersetzt\ (?:von|aus)
  why origins in German
  needs abgeleitet von ¦ bernommen aus ¦ bernommen von ¦ bersetzt aus ¦ bersetzt von ¦ iert aus ¦ iert nach ¦ iert von
  yes bernommen von ¦ portiert aus ¦ inspiriert von
  no kopiert

any sur\ (?:http|le\ (?:code|projet))|brevet|basado\ en|basiert\ auf|beruht\ auf|derechos\ res|d'apr|basierend\ auf
  why patents and origins in these languages
  needs basado en ¦ basierend auf ¦ basiert auf ¦ beruht auf ¦ brevet ¦ d'apr ¦ derechos res ¦ sur http ¦
    sur le code ¦ sur le projet
  yes sur http://x ¦ brevet n° ¦ basado en
  no basado

en fork(?:ed)?\ (?:of|from)|forked\ (?:the\ )?(?=\[)|fork\s?[自于了되]|{THANKS}\ to
  why a fork, and of what; thanks, and to whom
  needs fork ¦ kudos ¦ props ¦ thanks
  yes fork of loom ¦ forked the [loom] ¦ fork 自 loom ¦ thanks to mina
  no forks ¦ fork(

en not[\ -]a[\ -]contribution
  why clause 1.7's words
  needs contribution
  yes not a contribution ¦ not-a-contribution
  no a contribution

en buil(?:t|ds)\ (?:\w+ly\ )?(?:up)?on|borrow[^\n]{0,60}\ from|on\ top\ of\ [^\n]{0,60}/\w|model\ (?:creat|auth)or
  why upon what, from where, and whose model
  needs borrow ¦ builds ¦ built ¦ model auth ¦ model creat ¦ on top of
  yes built upon ¦ builds heavily on ¦ borrow some code from ¦ model creator
  no built in ¦ borrowed

en (?:original|source)\ model|(?:(?<=ali[sz])|(?<=anti[sz])|(?<=merg)|(?<=till)|(?<=ampl)|(?<=run)|(?<=lop))ed\ from
  why of what model, and the verbs of what is made of models
  needs ed from ¦ original ¦ source
  yes initialized from ¦ quantised from ¦ distilled from ¦ merged from ¦ developed from ¦ original model:
  no called from ¦ used from

en (?:thank|grateful|appreciat|acknowledg|shout-?out|possible\ without)[^\n]{0,160}(?:https?:|@|/\w|team|author)
  why who is thanked
  needs acknowledg ¦ appreciat ¦ grateful ¦ possible without ¦ shout ¦ thank
  yes thank the loom team ¦ grateful to [loom](https:
  no thank you

en (?:thank|grateful\ to|acknowledge)\ (?!you\b)(?:[\w'-]+\ ){0,4}[\w'-]+(?:\ for\b|[.\n]|$)
  why who is thanked, and for what
  needs acknowledge ¦ grateful to ¦ thank
  yes thank mina halloway for ¦ thank mina halloway
  no thank you

en (?:versions?|zations?|code|weights|merge|quants)\ of[^\n]{0,60}/\w|(?:files|adapters?)\ for[^\n]{0,60}/\w|ized\ by\W
  why of what this is a form
  needs adapter ¦ code ¦ files ¦ ized by ¦ merge ¦ quants ¦ version ¦ weights ¦ zation
  yes version of mina/loom ¦ files for [loom](https://loom.example) ¦ ized by: mina
  no version of loom

en developed\ at\s\W{0,4}\w|original(?:ly)?\ written\ at\ |variant\ of\ (?:the\ )?[\w-]+{OWNS}[`*]?[\w-]+\.\w
  why at whose house it was made, and a variant of whose file
  needs developed at ¦ variant of ¦ written at
  yes developed at the university ¦ originally written at loom ¦ variant of loom's loom.cc
  no developed at: ¦ variant of the loom

en (?:(?:port|convert)ed\ to\ [\w.-]+|(?:modify|adapt|copy)|inspiration|verbatim|originate[sd]|{HOW}ly)\ from\b
  why into what it was ported, and what else writers say for "modified from"
  needs from
  yes ported to torch from ¦ modify from ¦ verbatim from ¦ originates from
  no ported to torch ¦ only from

en (?:{GIVEN})\ by\ [^\n]{2,60}?[\w.+-]+(?:@|\ at\ )\w|coded\ by
  why who gave a part of it, with the address
  needs add ¦ cared for ¦ chang ¦ coded by ¦ craft ¦ done ¦ enhanc ¦ extend ¦ extension ¦ features ¦ fix ¦ improv ¦
    made ¦ mak ¦ modifications ¦ mods ¦ patch ¦ support ¦ translation ¦ version
  yes patched by mina halloway <mina@loom.example>
  no patched by the loader

en created\ on:?\ [^\n]{4,24}\ by\ \w|are\ from\s[^\n]{2,60}@\w|are\ from\n[^\n]{2,60}@\w|sourced\ from
  why when it was made, and by whom; and whose ideas they are, with the address
  needs are from ¦ created on ¦ sourced from
  yes created on 7. march 2004 by mina ¦ are from mina halloway <mina@loom.example> ¦ sourced from
  no created on demand ¦ are from the loom

en (?:written|adapted|developed|ported)\ for\ [^\n]{2,60}\ by\s
  why for what something was made, and by whom
  needs adapted ¦ developed ¦ ported ¦ written
  needs by
  yes written for groff by mina
  no written for speed

any :\ https://git(?:hub|lab)\.com/[\w.-]+/[\w.-]+/(?:-/)?(?:blob|tree)/
  why a page of code behind a label
  needs : https://github ¦ : https://gitlab
  needs .com/
  needs blob ¦ tree
  yes : https://github.com/mina/loom/blob/main/a.py
  no : https://github.com/mina/loom

en definitions\ by\s*:|optimized\ by\ \w[^\n]{2,40}(?:www\.|https?:|@)
  why who made type definitions, or who made it fast, with the address
  needs definitions by ¦ optimized by
  yes definitions by: mina ¦ optimized by mina halloway, www.loom.example
  no definitions by hand ¦ optimized by the loader

any [^a-z(:]
  why every needle of signs or Chinese words
  yes © ¦ 版权
  no loom
""",
    flags=0,
    GIVEN=rf"{_GIVEN}|{_PARTS}|{_MORE}",
    OWNS="(?:['’]s\\ |/)",
    HOW="(?:(?<=ect)|(?<=avi)|(?<=art)|(?<=rge)|(?<=most))",
    ORS="(?:maintainer|contributor)",
    THANKS="(?:thanks|kudos|props)(?:\\ go(?:\\ out)?)?",
    MADE_ES="desarrollad|desenvolvid|cread|criad|realizad|tradu[cz]id",
    MADE_FR="rédig|programm|développ|réalis|cré",
    LICENSE="under|mit|apache|bsd",
    MORE="weights|checkpoints?|dataset|models?|illustrations|textures|sprites",
)
"""What a needle in the text needs at its beginning, for its line to be looked at."""
