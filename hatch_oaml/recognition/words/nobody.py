"""What stands where a person would be named, and names nobody."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

CONSEQUENCE = Vocabulary(
    r"""
en {WHOM},\s+(?:we|it|its|the|you|your|this|these|i|all|there|our|a|an)\b
  why what works by whose grace
  yes Loom Patterns, it weaves
  no Mina Halloway, Udo Tessel

en (?<!.)[^.,\n]{3,60}\s(?:this|that|it|we|you)\s(?:is|are|can|will|works?|does|do|need|have|has|never)\b
  why the same without a comma
  yes Loom's lock this is safe
  no Mina Halloway for this library

en {WHOM},\s+[A-Z]\w+\s(?:is|are|has|have|can)\s+(?:now|no)\b
  why the same, of a work by its name
  yes [Weftflow](https://weft.example), LOOM is now free
  no Mina Halloway, LOOM is hers
""",
    flags=0,
    WHOM=r"(?<!.)(?:\[[^\]\n]{1,80}\]\([^)\n]{1,200}\)|[^.\n]{1,80})",
)
"""What follows `thanks to …` where nobody is thanked."""

_PARTS = Vocabulary(
    r"""
code (?:steps?|ranks?|layers?|kernels?|loss|optimizers?|schedulers?|trainers?|loops?|process(?:es)?|threads?)
  why what runs, and what is trained
  yes step ¦ processes
  no proceed

code (?:workers?|hooks?|pass|stages?|tokenizers?|decoders?|encoders?|sampler)
  why the same
  yes hook ¦ tokenizer
  no tokens
""",
    flags=0,
)
NOT_PERSON = Vocabulary(
    r"""
code str|string|None|null|int|list|dict|Optional|List|Dict|Union|Any|True|False|self|models?\.|[A-Z]\w*(?=\[[A-Za-z"'])
  why types and values stand behind "author:" in code
  yes author: str ¦ author = None ¦ NotRequired[str]
  no Mina ¦ Mina[1]

code [A-Z]\w*(?:\.[a-z_]\w*){1,4}(?=\()|(?-i:[A-Z])\w+\s+v?\d+\.\d[\w.]*(?=\W*(?:\n|$|\s(?:and|or|on|with)\b))
  why what a program does, and a program by its version
  yes Optimizer.step() ¦ PyTorch 2.1
  no Mina.Halloway ¦ Mina 2001

code [A-Z]\w*\([^()@\n]{0,80}\w=
  why a call, whose value it is
  yes RelatedFilter(UserFilter, queryset=User.objects.all())
  no Mina (mina@loom.example) ¦ Mina (a=b@loom.example)

code (?:[A-Z]+_)*AUTHORS?(?:_[A-Z]+)?(?=\s*(?:[,)\n]|$))|__\w+__|[a-z_]\w*(?:\.|\[["'])_*\w*author
  why a program's own constant that holds the name
  yes AUTHOR, ¦ PACKAGE_AUTHOR) ¦ __author__ ¦ about["author"] ¦ info.author
  no AUTHORITY ¦ Mina, author

en [Oo]ur(?=\s)|[Aa]ll\s+(?:of\s+)?(?:our|the|who)\b
  why many, none of them by name
  yes Our Contributors ¦ all the testers
  no Ourania ¦ Allan

en [Aa]ll\s(?:the\s|our\s)?contributors\b
  why many, none of them by name
  yes all contributors
  no contributors

en unknown|user|the\s+(?:user|above|following|compiler|tool)|default|default\s+\w+|TODO|name|Name|your|All|anonymous
  why nobody by name
  yes the following ¦ unknown ¦ anonymous
  no Mina

code [A-Z]\w*\s{PARTS}(?=\W*(?:\n|\Z|\s(?:in|on|at|of|and|or|for|to|with|when|if)\b))
  why what takes part in a program, by what it is
  yes Adam step ¦ Process rank
  no Mina Rank ¦ Loom model team ¦ Mina (step)

code [A-Z]\d?\.?(?=\s*(?:\n|\Z))
  why a type or a variable
  yes T. ¦ X1
  no T. Halloway ¦ X Window

en [A-Z][\w'’-]+(?:\s(?:and|&)\s[A-Z][\w'’-]+|\set\sal\.?)?,?\s\[(?:1[89]|20)\d\d[a-z]?
  why of whose paper it is said what it tells
  yes Chew [1989] and Ruppert ¦ Halloway and Tessel [1993, 1995] ¦ Halloway et al. [2001a]
  no Mina Halloway [mina@loom.example] ¦ Mina [12]

en the\s+(?:construct(?:or)?|client|caller|server|system|function|method|class|module|script|runtime|process|program)\b
  why a part of a program does it
  yes the client ¦ the construct
  no the Weavers ¦ the clientele

en the\s+(?:app(?:lication)?|service|parser|plugin|operator|end-?user|host|device|kernel|browser|framework|model)\b
  why the same
  yes the framework ¦ the end-user
  no the Framework Weavers

en the\s+(?:[A-Z]\w*\s)?(?:compiler|linker|interpreter|assembler|preprocessor|debugger|installer|build\ssystem)\b
  why a program by its name does it
  yes the PGI compiler ¦ the linker
  no the Compiler Weavers

en the\s+(?:[Ll]ibrary|[Ll]icensor|[Ll]icensee|[Cc]overed\s[Ww]ork|[Cc]ontributor)\b(?!\s[A-Z])
  why what licenses speak of
  yes the Library ¦ the Licensor
  no the Framework Weavers

en (?-i:[a-z])+ing\s
  why a way of doing it
  yes following the manual ¦ using a loom
  no Ming ¦ mina

code [A-Z]\w*?[A-Za-z](?:Serializ|Writ|Pars|Load|Read|Build|Handl|Format|Manag)er\b
  why classes of a program that do it
  yes DefaultSerializer ¦ TokenWriter ¦ GGUFWriter
  no MinaHalloway ¦ Parser ¦ Mina Parser

code [A-Z]\w*?[A-Za-z](?:Encod|Decod|Convert|Export|Import|Compil|Schedul|Process|Generat|Iterat|Operat)(?:e|o)r\b
  why the same
  yes ModelGenerator ¦ DataConverter
  no MinaHalloway ¦ Exporter

code [A-Z][a-z]+(?:[A-Z][a-z]+){3,}\b(?!\s[A-Z(<])
  why a name as programs have them, of four words or more
  yes ApplyAnyPrecisionLoom
  no MinaHalloway ¦ PaddlePaddle ¦ LoomWorksTeam

code (?:[A-Z][a-z]+)+(?:Factory|Callback|Command|Service|Provider|Pipeline|Config)\b
  why what else a class of a program is called
  yes ModelFactory ¦ SaveCallback
  no LoomFactoring ¦ Factory

en [Ss]ee\s+(?:the\s+)?(?:[A-Z]\w*|git|svn|version|commit|change|file|list|log|history|source|above|below|contribut\w*)
  why where it stands
  yes See AUTHORS file ¦ see the README ¦ see git log
  no Seeley

en The(?!\s[A-Z][\w.]+\s[A-Z(<])|This|If|It|You|We|An?(?!\.)|In|the\s+Initial|Makefile|User\b|CMake|\w+\.(?:py|sh|pl)
  why a sentence begins, and no group by its name
  yes This file ¦ If ¦ Makefile ¦ build.py ¦ The weavers
  no Mina

code (?:code\s+)?generator\b|auto(?:mated)?\b|admin(?:istrator)?\b(?!\s+\S+@)
  why what a program puts in the place of a name
  yes code generator ¦ admin
  no adminka ¦ mina

code (?:text|varchar|required|optional|n/?a|myself|self|bot)\b
  why what stands in the place of a name in a form
  yes required ¦ n/a
  no selfridge

code not\b|system\b|root\b|author\b|\d+\s*(?:\n|$)
  why what says that nobody is named
  yes not attributable ¦ root ¦ 12
  no rooter ¦ mina

en [Ss]pecial\s+[Tt]hanks|Thanks|Acknowledge?ments?|Credits?
  why the heading in another language
  yes Special Thanks ¦ Acknowledgements
  no Thankful ¦ Mina

zh 以下|下列|原作者(?!\s?[:：@\[A-Za-z])|赞助|(?:开源)?社区
  why thanks to nobody by name
  yes 以下产品 ¦ 原作者的工作
  no 原作者 Mina ¦ 林晚舟

zh 各位|大家|以下朋友|朋友|所有|您|你|阅读|使用|支持|关注
  why thanks to all readers
  yes 各位 ¦ 您的支持
  no 林晚舟
""",
    flags=0,
    PARTS=_PARTS,
)

_COLUMN_ZH = "(?:姓名|名字|作者|贡献者|頭像|头像|角色|分工|职责|单位|机构|学校|邮箱|主页|链接|项目|备注|贡献|序号)"
NAMES_NONE = Vocabulary(
    r"""
en (?<!.)[^\n]{0,60}\bnumber\s+of\s+(?:\w+\s+){0,2}contributors\b[^\n]{0,40}$
  why how many they are, and none by name
  yes loom has a number of major contributors: ¦ and a [significant number of other contributors][contrib].
  no the number of contributors grew, thanks to Mina Halloway, who wrote of the loom and of us

en \bfinancial\s+contributors?\b|\bbecome\s+an?\s+(?:\w+\s+)?(?:sponsor|backer|patron|contributor)\b
  why who may give money
  yes Become a financial contributor ¦ become a sponsor
  no financed by Loom

markup (?<!.)\W*{COLUMN}(?:\s*\|\s*{COLUMN})+\W*(?!.)
  why the head of a table
  yes Name|Avatar|Name|Avatar ¦ | Author | Link | ¦ 姓名 | 单位
  no Name|Mina

markup \A(?:\[[^\]\n]{1,80}\]:\s?\S{1,300}\s*)+\Z
  why where links of the text lead
  yes [logo]: https://loom.example/logo.png [a]: ../a.md
  no [Mina](https://loom.example) ¦ [1]: Mina Halloway
""",
    COLUMN=rf"(?:(?:Name|Avatar|Author|Contributor|Role|Link|Logo|Project|Company|Website)s?|{_COLUMN_ZH})",
)
"""What an item of a section on people says that names none, whatever links it has."""

UNNAMED = Vocabulary(r"""
en \b(?:all|thank)\s+(?:of\s+)?(?:the|our|its|these|you)?\s*(?:\w+\s+)?(?:contributors?|people|supporters)\b
  why many, none of them by name
  yes Thanks to all the contributors ¦ all our awesome contributors ¦ thanks to all the people
  no the contributors of Loom

en \b(?:every(?:one|body)|those|people)\s+(?:who|that|involved)\b|\bfor\s+their\s+(?:\w+\s+)?works?\b
  why the same
  yes everyone who contributed ¦ those who helped ¦ for their great work
  no everyone at Loom

en \bmade\s+with\b|\bcontributions\s+(?:of\s+any\s+kind|are)\b|\b(?:on|to)\s+this\s+list\b
  why with what, or what readers may do
  yes Made with contrib.rocks ¦ Contributions of any kind ¦ on this list
  no made by Mina

zh (?:所有|全体|各位|每一?位|以下)[^\n。]{0,16}(?:贡献|开发者|作者|朋友|小伙伴|同学|人员|赞助)|更多贡献者
  why many, none of them by name
  yes 感谢所有贡献者 ¦ 感谢以下所有贡献过代码的开发者 ¦ 更多贡献者信息
  no 贡献者林晚舟
""")
"""Whom a section thanks that names nobody."""

SAID = Vocabulary(
    r"""
en (?<!.)\W*(?:\w+\s+by|Version|(?:\w+\s)?[Aa]uthors?(?=\s?:))\b
  why another label, or a field
  yes Written by Mina ¦ Version 1.2 ¦ Original Author: Mina
  no Mina Halloway

en (?<!.)\W*(?:SEE\sALSO|(?:REPORTING|KNOWN)\sBUGS|COPYRIGHT\sAND\sLICEN[SC]E|LICEN[SC]E\sAND\sCOPYRIGHT)\b
  why the next heading
  yes SEE ALSO ¦ COPYRIGHT AND LICENSE
  no Sea Also

en (?<!.).*\b(?:for|is|are|was|were|(?:written|created|maintained)\s+by)\b
  why a sentence
  yes This was written by Mina ¦ Loom is by Mina Halloway
  no Mina Halloway
""",
    flags=0,
)
"""What the line below a heading says that is no list of names."""

OUTPUT = Vocabulary(
    r"""
code \b(?:data|bytes|values?|outputs?|rows?|entries|entry|records?|blocks?|messages?)(?:\s(?:that|which))?{IS}$
  why what a program reads and writes
  yes the data ¦ rows that were ¦ all bytes are being
  no this file ¦ the database

code \b(?:read|loaded|accessed|allocated)\s?(?:or|and|/)$
  why what a program does besides
  yes an element read or
  no an element or

code \b(?:results?|logs?|states?|cache|streams?|fields?|items?|lines?)(?:\s(?:that|which))?{IS}$
  why the same
  yes the cache ¦ a log that is
  no the logic
""",
    IS=r"(?:\s(?:is|are|was|were|been|be|being|has|have))*",
)
"""What stands before `written by Weft` where a program is meant."""

NO_WORDS = Vocabulary(r"""
markup (?<!.)(?:</?[a-z][^<>]*>\s*)+(?!.)
  why tags alone
  yes <script src="a.js"></script> ¦ </p>
  no Mina <mina@loom.example>

markup \.\.\s[\w-]+::.*|(?:include|toctree|contents|literalinclude)::.*
  why a directive of reStructuredText
  yes .. include:: ../AUTHORS.rst ¦ toctree::
  no Loom::Weave

code (?<!.)#?[\w.-]+(?:/[\w.-]+)+\.[a-z]{1,4}(?!.)
  why a file's path
  yes src/loomCode/gnom.js
  no Mina, src/loomCode/gnom.js

en (?<!.)#?\s*credits?\s(?:for|to)\s*:?(?!.)
  why what leads to such paths
  yes #credit for ¦ Credits to:
  no credit to Mina
""")
"""A line of a list of people that is none, and tells nothing."""
