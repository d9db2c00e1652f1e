"""The reserved rights in languages other than English and Chinese: one list for finding them and for comparing without them."""

from __future__ import annotations

RESERVED_RIGHTS = (
    r"alle\s+rechte\s+(?:sind\s+)?vorbehalten|alle\s+rechten\s+voorbehouden|tous\s+(?:les\s+)?droits\s+réservés"
    r"|(?:todos\s+los\s+)?derechos\s+reservados|reservados\s+todos\s+los\s+derechos(?:\s+oficiales)?|todos\s+os\s+direitos\s+reservados|tutti\s+i\s+diritti\s+(?:sono\s+)?riservati"
    r"|wszelkie\s+prawa\s+zastrzeżone|все\s+права\s+защищены|모든\s*권리\s*(?:를\s*)?보유|무단\s*전재\s*(?:및\s*재배포\s*)?금지"
    r"|無断転載を禁じます|無断転載を禁ず|無断転載禁止"
    r"|無断複製を禁じます|無断複製を禁ず|無断複製・転載を禁じます|不許複製|全著作権所有"
)
"""German, Dutch, French, Spanish, Portuguese, Italian, Polish, Russian, Korean, Japanese."""
