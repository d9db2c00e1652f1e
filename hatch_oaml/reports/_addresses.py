"""Where the project and its checks are told of."""

from __future__ import annotations

HOME = "https://github.com/hatch-oaml/hatch-oaml"


def page_address(check: str) -> str:
    return f"{HOME}/blob/main/hatch_oaml/checks/{check.replace('-', '_')}.md"
