"""What beside the word or the sign tells that no copyright notice begins there."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

CODE_BEFORE = Vocabulary(r"""
code \b(?:if|for|while|switch|return|catch|and|or|not|sizeof|isalpha|in|of|case|lambda|int|char)\s*$
  why before an argument `(c)`
  yes switch  ¦ return
  no Loom

code [\w\])=+*/<&|!?-]\s*$
  why before a call's argument, or behind an operator
  yes f ¦ a +
  no .
""")

DENIED = Vocabulary(r"""
en \b(?:not|never)\s+copyrighted\b|\b(?:no|without)\s+(?:any\s+)?copyrights?\b
  why no notice at all, but its denial; one that is taken back is another matter
  yes Not copyrighted 1992 ¦ without any copyright
  no This is not Copyright 2020
""")

LIST_NEIGHBOUR = Vocabulary(r"""
any (?:^|[\s;,])\((?:a|b|d|i|ii|iii)\)\s
  why a list in which `(c)` is the third item
  yes (a) x ¦ x; (b) y
  no (c) x
""")

PROSE = Vocabulary(
    r"""
zh (?:见|详见|参见|如下|以下|无|未知|不明|待定|暂无|有权|可以|应|请|需|须|指|本人)
  why nobody by name
  yes 见附件 ¦ 有权许可 ¦ 请联系我们
  no 云梭

en (?i:none|n/a|unknown|tbd|please|true|false|null)\b|@\w+\s*\{
  why nobody by name
  yes None ¦ Unknown ¦ Please contact us
  no Nonesuch

en (?i:notices?|holders?|owners?|owned|licen[sc]es?|laws?|acts?|information|info|statements?|policy|office|faqs?)\b
  why what is said of the right
  yes notice ¦ holders ¦ law
  no Noticeable

en (?i:claims?|infring\w*|protect(?:s|ed|ion|ing)?|headers?|status|years?|dates?)\b
  why what is said of the right
  yes infringement ¦ protected ¦ header
  no Headerson ¦ Protecta

en (?i:treat(?:y|ies|s|ed|ment|ing)?|disclaimers?|agreements?|credits|waivers?)\b
  why what is said of the right
  yes treatment ¦ Treaty ¦ disclaimer
  no Treatwell

en (?i:rights?|materials?|works?|management|terms?|grants?|violations?|registration|assign\w*|interests?|ownership)\b
  why what is said of the right
  yes materials ¦ registration ¦ assigned
  no Workshop

en (?i:permissions?|section|legend|labels?|checks?|issues?|concerns?|reasons?|strength|regulations?|theft)\b
  why what is said of the right
  yes permission ¦ concerns
  no Checkers

en (?i:restrict\w*|purposes?|templates?|comments?|messages?|metadata|blocks?|tags?|fields?|banners?|footers?)\b
  why where it stands in a file
  yes template ¦ comment ¦ footer
  no Fielding

en (?i:text|symbol|sign|string|strings|lines?|files?|pages?|path|name|attribut\w*|stuff)\b
  why where it stands in a file
  yes symbol ¦ lines
  no Linesman

en (?i:identify|specif(?:y|ies)|whether|optional|default|(?:the|an?)\s(?:string|text|list|value|holder))\b
  why what a field is for, where the documentation of a program tells it
  yes Identify the holders ¦ whether it is shown ¦ A string
  no Identifont ¦ Stringer

en (?i:updat(?:e[sdr]?|ing)|remov(?:e[sdr]?|al|ing)|add(?:s|ed|ing|itions?)?|chang(?:e[sdr]?|ing))\b
  why what a program does to it
  yes updater ¦ removed ¦ added
  no Addison ¦ Chang

en (?i:bump\w*|refresh\w*|mention\w*|clarif\w*|documents?|fix(?:e[sd])?|sync\w*)\b
  why what a line of a history says was done to it
  yes Bump years ¦ refreshed ¦ Fix the year
  no Fixler

en (?i:correct(?:s|ed|ions?)?|extend(?:s|ed)?)\b
  why the same
  yes corrections ¦ Extend
  no Extender

en (?i:list(?:s|ed)?|convert(?:s|ed)?|switch(?:e[sd])?|merge[sd]?|drop(?:s|ped)?|build|upload(?:s|ed)?)\s+(?-i:[a-z])
  why the same, with what it was done to
  yes List new files ¦ Convert from one
  no List Weavers ¦ Build Loom

en (?i:the\s+(?:author|owner|holder|licensee|licensor|user|publisher)\s+[a-z]+s)\b
  why who has it does something, by no name
  yes the Author retains rights
  no the authors of Loom ¦ the Author

en (?i:clearance|agency|agencies|royalt\w+|tribunal|board|society|collecti\w+|reform|exceptions?|duration)\b
  why who looks after rights, and what is said of them
  yes Clearance Center ¦ Agency ¦ royalties
  no Clear ¦ Boardman

en (?i:urls?|links?|/?\s?legal)\b
  why the label of a field
  yes URL ¦ /Legal information
  no Legally

en (?i:and|or|is|are|was|were|be|in|on|of|to|for|with|as|under|from|must|may|should|shall|has|have|not|no|only)\b
  why a sentence goes on
  yes and ¦ is ¦ should
  no Loom

es (?i:este|esta|estos|estas|cette|dieser?|dieses|questo|questa|il\s+est)\b
  why a sentence goes on in Spanish, French, German or Italian
  yes Este programa ¦ Dieses Programm
  no Estevez

en (?i:that|this|these|its?|any|all|free|if|when|see|here|below|the\s+(?:above|following|same|original|name|year))\b
  why a sentence goes on
  yes this ¦ the above ¦ see
  no theirs
""",
    flags=0,
)
