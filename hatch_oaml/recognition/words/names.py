"""The words of holders' names: which of those without a capital belong to one, and which tell that a sentence has begun."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

JOINING = Vocabulary(
    r"""
en \b(?:and/or|of|and|for|the|by|in|at|to|with|or|on|behalf|an|a|its|their|our|his|her|all|other|others)\b
  why what joins the parts of a name, or two holders
  yes of ¦ and ¦ the
  no Of ¦ loom

de \b(?:von|van|der|den|dem|das|die|des|und|zum|zur|für|im|am|e)\b
  why the same in German and Dutch
  yes von ¦ und ¦ für
  no Von

fr \b(?:de|du|la|le|les|et|d|l|des|aux|en|pour)\b
  why the same in French
  yes du ¦ et
  no Du

es \b(?:y|el|los|las|del|di|da|do|dos|e|della|per|por|para)\b
  why the same in Spanish, Italian and Portuguese
  yes del ¦ y ¦ da
  no Del
""",
    flags=0,
)

JOINED = Vocabulary(r"""
en \b(?:as\s+represented\s+by|acting\s+(?:by|through)|by\s+and\s+through|through(?=\s+(?-i:[A-Z][a-z])))\b
  why what joins who acts to a name
  yes as represented by the Loom Office
  no as is ¦ acting Loom

en \bas\s+indicated\s+by\s+(?:the\s+)?@?authors?\s+tags?\b
  why where the others are named
  yes Loom and individual contributors as indicated by the @author tags
  no as indicated by Loom

en \b(?:better\s+)?known\s+as|doing\s+business\s+as\b
  why what joins another name to a name
  yes better known as Loom ¦ doing business as Loom
  no well known
""")

PEOPLE = Vocabulary(
    r"""
en \b(?:contributor|contributors|author|authors|developer|developers|maintainer|maintainers|editor|editors|crew)\b
  why what a group of people is called
  yes contributors ¦ authors
  no Contributors ¦ loom

en \b(?:team|community|project|projects|owner|owners|holder|holders|member|members|user|users|family|friends)\b
  why what a group of people is called
  yes team ¦ holders
  no loom

en \b(?:affiliate|affiliates|subsidiaries|licensors|respective|companies|company|group|partners|et|al|suppliers)\b
  why who holds a right beside the one that is named
  yes affiliates ¦ respective ¦ al
  no loom

en \b(?:university|institute|laboratory|department|society|association|foundation|individuals|volunteers|staff)\b
  why what an institution is called
  yes university ¦ staff
  no loom

de \b(?:mitwirkende|autoren|gruppe)\b
  why the same in German
  yes autoren
  no loom

fr \b(?:contributeurs|auteurs)\b
  why the same in French
  yes auteurs
  no loom

es \b(?:colaboradores|autores|universidad)\b
  why the same in Spanish
  yes autores
  no loom
""",
    flags=0,
)

SENTENCE = Vocabulary(
    r"""
en \b(?:is|are|was|were|be|been|being|has|have|had|does|did|comes?|must|shall|may|might|can|cannot|could)\b
  why a verb: no name
  yes it is ¦ we have
  no Is ¦ Ibis

en \b(?:will|would|should|not|you|your|we|they|he|she|it|this|that|these|those|which|who|whom|whose|whoever)\b
  why a verb, a pronoun: no name
  yes which ¦ you should
  no italic ¦ This

en \b(?:if|when|where|while|because|unless)\b
  why a conjunction: no name
  yes if you ¦ unless
  no italic
""",
    flags=0,
)
"""In small letters only: names have each of them with a capital."""

CLAUSE = Vocabulary(
    r"""
en \b(?:since|until|except|than|so|but|under|without|within|upon|during|via|as|about|into|through|see|please|note)\b
  why what leads from a name into a clause
  yes under ¦ please
  no loom

en \b(?:licensed|licenced|released|distributed|available|provided|published|permitted|granted|used|created|derived)\b
  why what was done to the work
  yes licensed ¦ derived
  no loom

en \b(?:modified|adapted|ported|generated|maintained|developed|designed|implemented|translated|written|based)\b
  why what was done to the work
  yes modified ¦ written
  no loom

en \b(?:redistribution|reproduction|permission|warranty|freely|only|visit|contact|originally|currently|also)\b
  why what a license or a note goes on with
  yes permission ¦ also
  no loom
""",
    flags=0,
)
"""In small letters only, likewise; a label may have one before its name: `created by`."""

OPENING = Vocabulary(r"""
en \b(?:the|for|in|all|no|any|other|use|some|there|here|from|portions|parts|every|each|everyone|however)\b
  why with what a sentence begins behind the full stop of an abbreviation
  yes Loom Inc. The ¦ All
  no Loom
""")
