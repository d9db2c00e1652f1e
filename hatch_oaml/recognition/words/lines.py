"""How a line ends that goes on with the next."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

GOES_ON = Vocabulary(r"""
any [,:;(\[/&+–—-]$
  why a mark behind which more must follow
  yes Based on: ¦ Loom,
  no Loom.

en \b(?:an?|the|this|that|these|his|her|its|our|their|which|who|whose|than)$
  why a word behind which a name must follow
  yes from the ¦ by its
  no Loom

en \b(?:as|at|by|for|from|in|into|of|on|over|since|to|under|upon|using|via|with|and|or)$
  why a word that joins
  yes adapted from ¦ Loom and
  no Loom

en \b(?:are|is|was|were|been|be|had|has|have|based|called|made|named|provided|see|taken|version|written)$
  why a verb that something must follow, and what one is of
  yes which is ¦ a modified version
  no Loom
""")
"""What no sentence ends with."""
