"""What a command says: results on standard output, everything else on standard error, and nothing of it raw."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from hatch_oaml.reports.text import render_error
from hatch_oaml.values.log_lines import shown, shown_message

if TYPE_CHECKING:
    from hatch_oaml.values.bilingual import Bilingual, Language
    from hatch_oaml.values.errors import OamlError


def say(document: str) -> None:
    """A result, in which its writer has made foreign text visible by the rules of its format."""
    click.echo(document, nl=not document.endswith("\n"))


def say_line(text: str) -> None:
    click.echo(shown_message(text))


def advise(said: Bilingual, language: Language) -> None:
    """Beside a result; of several lines where some are to be pasted."""
    click.echo(shown(f"! {said.said_in(language)}"))


def ask_line(text: str) -> None:
    """Without a line's end, so that the answer stands beside it."""
    with suppress(OSError):
        click.echo(shown_message(text), err=True, nl=False)


def say_to_person(said: Bilingual, language: Language) -> None:
    """On standard error, where it is no fault."""
    warn_line(said.said_in(language))


def warn(said: Bilingual, language: Language) -> None:
    warn_line(f"! {said.said_in(language)}")


def warn_line(text: str) -> None:
    _warn(shown_message(text))


def warn_lines(text: str) -> None:
    _warn(shown(text))


def tell_error(error: OamlError, language: Language) -> None:
    _warn(render_error(error, (language,)))


def _warn(text: str) -> None:
    """Nothing depends on standard error: where it is closed, or nobody reads it, there is silence."""
    with suppress(OSError):
        click.echo(text, err=True)
