"""A file that went into another form, a notebook or a page, takes its notices with it."""

from __future__ import annotations

import gzip
import html
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.shipping import judged, lost

if TYPE_CHECKING:
    from collections.abc import Callable

HOLDER = "Copyright 2021 Dogwood Code GmbH"
HEADER = f"# {HOLDER}\n"
CODE = "".join(
    f"def step_{number}(value):\n    return weave_the_kelp(value, {number}, '<{number}>')\n" for number in range(20)
)
TEMPLATE_HEADER = f"{{# {HOLDER} #}}\n"
TEMPLATE = "".join(f"{{% if messages[{number}].role == 'user' %}}{{{{ start_of({number}) }}}}\n" for number in range(9))


def notebook(code: str) -> str:
    return _notebook(code.splitlines(keepends=True))


def notebook_of_whole_cells(code: str) -> str:
    return _notebook(code)


def _notebook(source: str | list[str]) -> str:
    page = {"cell_type": "markdown", "metadata": {}, "source": ["# The demo\n", "It weaves."]}
    cell = {"cell_type": "code", "execution_count": 1, "metadata": {}, "outputs": [], "source": source}
    return json.dumps({"cells": [page, cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)


def script_of_a_notebook(code: str) -> str:
    return f"# ---\n# jupyter:\n#   kernelspec:\n#     name: python3\n# ---\n\n# %% [markdown]\n# # The demo\n\n# %%\n{code}"


def fenced(code: str) -> str:
    return f"# The demo\n\nIt weaves.\n\n```python\n{code}```\n"


def directive(code: str) -> str:
    return "The demo\n========\n\n.. code-block:: python\n\n" + "".join(f"   {line}\n" for line in code.splitlines())


def listing(code: str) -> str:
    return f"<html><body><h1>The demo</h1>\n<pre><code>{html.escape(code)}</code></pre>\n</body></html>\n"


def highlighted(code: str) -> str:
    lines = (html.escape(line).replace("return", '<span class="k">return</span>') for line in code.splitlines())
    return '<div class="highlight"><pre>' + "\n".join(lines) + "</pre></div>\n"


FORMS: dict[str, Callable[[str], str]] = {
    "demo.ipynb": notebook,
    "notebooks/Demo 1.ipynb": notebook_of_whole_cells,
    "demo_notebook.py": script_of_a_notebook,
    "demo.md": fenced,
    "docs/demo.rst": directive,
    "docs/demo.html": listing,
    "docs/source/demo.html": highlighted,
    "demo.pyx": str,
    "demo.py.j2": str,
    "demo.txt": str,
}


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("origin", ["demo.py", "demo.ipynb", "demo.md", "docs/demo.html"])
def test_a_notice_that_was_left_out_on_the_way_is_missed(origin: str, path: str) -> None:
    if origin != path:
        base = {origin: FORMS.get(origin, str)(HEADER + CODE)}

        assert [HOLDER] == lost(judged(base, {path: FORMS[path](CODE)}))


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("origin", ["demo.py", "demo.ipynb", "demo.md", "docs/demo.html"])
def test_a_notice_that_went_along_is_kept(origin: str, path: str) -> None:
    base = {origin: FORMS.get(origin, str)(HEADER + CODE)}

    assert [] == lost(judged(base, {path: FORMS[path](HEADER + CODE)}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("chat_template.jinja", str), ("tokenizer_config.json", lambda text: json.dumps({"chat_template": text}))),
        (("tokenizer_config.json", lambda text: json.dumps({"chat_template": text})), ("chat_template.jinja", str)),
    ],
)
def test_a_template_takes_its_notice_into_the_settings_and_out(
    old: tuple[str, Callable[[str], str]], new: tuple[str, Callable[[str], str]]
) -> None:
    base = {old[0]: old[1](TEMPLATE_HEADER + TEMPLATE)}

    assert [HOLDER] == lost(judged(base, {new[0]: new[1](TEMPLATE)}))
    assert [] == lost(judged(base, {new[0]: new[1](TEMPLATE_HEADER + TEMPLATE)}))


def test_a_notebook_of_other_code_took_nothing() -> None:
    other = CODE.replace("weave_the_kelp", "carry_the_anchor").replace("step", "stride")

    assert [] == lost(judged({"demo.py": HEADER + CODE}, {"demo.ipynb": notebook(other)}))


@pytest.mark.parametrize("text", ["[]", "{}", '{"cells": [1]}', '{"cells": {"a": 1}}', "no JSON"])
def test_a_notebook_that_is_none_is_taken_as_it_stands(text: str) -> None:
    assert [] == lost(judged({"a.ipynb": text}, {"b.ipynb": text}))


def packed(code: str) -> bytes:
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("src/demo.py", code)
            archive.writestr(
                "src/other.py", "".join(f"the_other_line({number}, of='a program')\n" for number in range(9))
            )
        return target.getvalue()


@pytest.mark.parametrize("form", [packed, lambda code: gzip.compress(code.encode())], ids=["zip", "gzip"])
def test_what_was_packed_takes_its_notices_along_and_what_was_unpacked_too(form: Callable[[str], bytes]) -> None:
    plain, archive = {"demo.py": HEADER + CODE}, {"extras.dat": form(HEADER + CODE)}

    assert [HOLDER] == lost(judged(plain, {"extras.dat": form(CODE)}))
    assert [] == lost(judged(plain, archive))
    assert [HOLDER] == lost(judged(archive, {"demo.py": CODE}))
    assert [] == lost(judged(archive, plain))
