"""What a receiver does about an archive that is not the one that was written."""

from __future__ import annotations

from hatch_oaml.values.bilingual import Bilingual

FETCH_AGAIN = Bilingual(
    en="do not use the archive; fetch it again, and if it is still so, tell its publisher",
    zh="请勿使用该归档；请重新获取，若仍然如此，请告知发布者",
)
