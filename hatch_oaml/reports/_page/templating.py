"""The templates filled: whatever is not the page's own markup comes out as the text that it is."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from hatch_oaml import __version__
from hatch_oaml.reports._labels import LABELS as SEVERITIES
from hatch_oaml.reports._page.words import LABELS
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.log_lines import shown
from hatch_oaml.values.resources import resource
from hatch_oaml.values.sizes import shown_size
from hatch_oaml.values.wording import without_endless_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hatch_oaml.reports._page.sheet import Sheet, UnreadSheet
    from hatch_oaml.values.bilingual import Language

_CODE = re.compile(r"`([^`\n]+)`")
TAGS: dict[Language, str] = {"en": "en", "zh": "zh-Hans"}
"""https://www.rfc-editor.org/info/bcp47"""


def rendered(sheets: Sequence[Sheet | UnreadSheet], language: Language) -> str:
    """The whole page, `language` being the one that it opens in; the same bytes for the same sheets, without a line break at its end."""
    style = _template_text("page.css")
    page = _environment().get_template("page.html")
    return page.render(
        sheets=sheets,
        language=language,
        style=Markup(style),  # noqa: S704  # our own file
        style_digest=b64encode(bytes.fromhex(sha256_of(style.encode()))).decode(),
    ).rstrip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
        auto_reload=False,
    )
    environment.globals.update(labels=LABELS, severities=SEVERITIES, tags=TAGS, version=__version__)
    environment.filters.update(coded=coded, size=shown_size)
    return environment


def _template_text(name: str) -> str:
    return resource("hatch_oaml.reports._page", f"templates/{name}")


def _visible(value: Any) -> Any:
    """The one door of foreign text: what cannot be seen stands as an escape; what is markup is left, and is ours."""
    return shown(without_endless_words(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def coded(text: str) -> Markup:
    """`text` with what stands between two backquotes of a line as code."""
    parts = _CODE.split(shown(without_endless_words(text)))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )
