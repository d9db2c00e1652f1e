"""What is not seen where HTML is shown: elements, attributes and styles that hide, and what Markdown leads nowhere with."""

from __future__ import annotations

import re

from hatch_oaml.recognition.vocabulary import Vocabulary

UNSEEN_ELEMENTS = Vocabulary(r"""
markup (?:template|noscript|script|style)$
  why elements that no browser shows, whatever they stand in
  yes template ¦ SCRIPT
  no p ¦ styled

markup (?:datalist|noembed|noframes|rp)$
  why what is shown by browsers alone that do not know another element
  yes datalist
  no option ¦ details

markup (?:audio|canvas|iframe|video)$
  why what stands in them is shown where they cannot be
  yes canvas ¦ VIDEO
  no figure
""")
UNSEEN_DRAWN = Vocabulary(r"""
markup (?:clippath|defs|marker|mask|pattern|symbol)$
  why parts of a drawing that are shown where `use` or an outline takes them up
  yes clipPath ¦ defs
  no g ¦ text ¦ title ¦ desc ¦ metadata
""")
SILENT_ELEMENTS = Vocabulary(r"""
markup (?:abbr|area|article|aside|audio|base|blockquote|button|cite|data|del|dfn|dialog|embed|fieldset)$
  why elements of which no attribute is shown, from A to F
  yes data ¦ embed
  no input ¦ option ¦ meta

markup (?:figcaption|form|iframe|ins|link|main|mark|meter|object|output|param|progress|q|select)$
  why the same from F to S
  yes param ¦ figcaption
  no input ¦ footer

markup (?:slot|source|summary|textarea|time|track|video)$
  why the same to the end
  yes track
  no datalist ¦ title
""")
UNSEEN_STYLE = Vocabulary(r"""
markup (?:display:none|content-visibility:hidden)$
  why nothing is shown of the element, and nothing in it may be
  yes display:none
  no display:block ¦ visibility:hidden

markup (?:opacity:0*(?:\.0\d*)?%?|filter:.*opacity\(0*(?:\.0\d*)?%?\).*)$
  why too pale to be seen
  yes opacity:0 ¦ opacity:0.01 ¦ opacity:0% ¦ filter:blur(1px) opacity(0)
  no opacity:0.5 ¦ opacity:.5 ¦ filter:opacity(0.4)

markup ^(?:left|top|right|bottom|text-indent):-\d{3,}.*|^margin(?:-\w+)?:(?:\S+\s)*-\d{4,}.*
  why beside the paper
  yes left:-9999px ¦ text-indent:-999em ¦ margin-left:-10000px
  no left:-1px ¦ text-indent:-2em ¦ margin-left:-100px

markup transform:.*(?:scale[xy3d]{0,2}\(0(?:\.0+)?[,)]|translate\w{0,2}\([^)]{0,40}-\d{4,}).*
  why made to nothing, or moved away
  yes transform:scale(0) ¦ transform:translateX(-9999px)
  no transform:scale(0.5) ¦ transform:translate(-50%,-50%)

markup clip:rect\((?:[01](?:px)?[\s,]*){4}\)|clip-path:(?:inset\((?:[5-9]\d|100)%.*|circle\(0.*|polygon\(0 0, ?0 0.*)
  why cut off all around
  yes clip:rect(0,0,0,0) ¦ clip:rect(1px 1px 1px 1px) ¦ clip-path:inset(50%) ¦ clip-path:circle(0)
  no clip:auto ¦ clip-path:inset(5%) ¦ clip-path:circle(40%)
""")
"""Of a declaration, its spaces left out around the colon."""
NO_ROOM = Vocabulary(r"""
markup (?:max-)?(?:height|width):[01]?(?:\.\d+)?(?:px|em|rem|%|pt)?$
  why room for nothing, where what goes beyond is cut off
  yes height:0 ¦ max-height:0px ¦ width:1px
  no height:10px ¦ width:100% ¦ width:auto
""")
CUT_OFF = Vocabulary(r"""
markup overflow(?:-[xy])?:(?:hidden|clip)\b.*
  why what goes beyond its room is not shown
  yes overflow:hidden ¦ overflow-y:clip
  no overflow:auto
""")
UNSEEN_INHERITED = Vocabulary(r"""
markup visibility:(?:hidden|collapse)
  why what stands in the element may be made visible again
  yes visibility:hidden
  no visibility:visible

markup font-size:(?:0*(?:\.\d+)?|0*1(?:\.\d+)?(?:px|pt)|0*(?:\.\d+)?(?:px|pt)|0*(?:\.0\d*)?(?:em|rem)|0*\d?(?:\.\d+)?%)$
  why too small to be read; what stands in the element may be larger
  yes font-size:0 ¦ font-size:1px ¦ font-size:0.01em ¦ font-size:0px ¦ font-size:.5pt ¦ font-size:1%
  no font-size:0.9em ¦ font-size:12px ¦ font-size:6pt ¦ font-size:90% ¦ font-size:small
""")
COMMENT_LINK = Vocabulary(
    r"""
markup ^\[(?://|comment|\#)\]:\s*(?:\#|<>)[^\n]*$
  why Markdown's comment, in a text that need not be Markdown
  yes [//]: # (Copyright) ¦ [comment]: <> (Copyright)
  no [1]: https://a.example
""",
    flags=re.IGNORECASE | re.MULTILINE,
)
_TITLE = r"""(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"""
OF_MARKDOWN = Vocabulary(
    r"""
markup ^[ \t>]*\[(?!\^)[^\[\]\n]+\]:\s*(?:\#|<>)(?=\s)[^\n]*$
  why a link that nothing leads to: Markdown's comment
  yes [//]: # (Copyright) ¦ [comment]: <> (Copyright) ¦ [x]: <> "Copyright"
  no [1]: https://a.example ¦ [^1]: # x

markup ^[ \t>]*\[(?!\^)[^\[\]\n]+\]:[ \t]*\n?[ \t]*\S+(?:[ \t]+|[ \t]*\n[ \t]+){TITLE}[ \t]*$
  why where a link leads, with its title
  yes [x]: https://a.example "Copyright" ¦ [x]: a.html\n  'Copyright' ¦ [x]: a.html (Copyright (c) 2020 Loom)
  no [x]: https://a.example ¦ [x] "Copyright" ¦ [^x]: Copyright "2020"

markup ^\*\[[^\[\]\n]+\]:[^\n]*$
  why what an abbreviation stands for
  yes *[HTML]: Copyright 2020 Loom
  no * [x]: y

markup \{::comment\}.*?(?:\{:/(?:comment)?\}|\Z)|\{%-?\s?comment\s?-?%\}.*?(?:\{%-?\s?endcomment\s?-?%\}|\Z)
  why comments of what makes pages of Markdown
  yes {::comment}x{:/comment} ¦ {% comment %}x{% endcomment %}
  no {: .note} ¦ {% include x %}
""",
    flags=re.IGNORECASE | re.DOTALL | re.MULTILINE,
    TITLE=_TITLE,
)
BESIDE_MARKDOWN = Vocabulary(r"""
markup !\[(?P<alt>[^\[\]\n]*)\](?=[(\[])
  why what stands for a picture where it cannot be shown
  yes ![Copyright 2020 Loom](a.png) ¦ ![Loom][logo]
  no [Loom](a.png)

markup (?<=\])\([^()\s]*[ \t]+(?:"[^"\n]*"|'[^'\n]*')[ \t]*\)
  why the title of a link
  yes [x](a.html "Copyright 2020 Loom")
  no [x](a.html) ¦ f(a "b")
""")
"""What is shown where a picture is not, or to who points at a link; a picture that tells of nobody's right is left as it is."""
