"""The errors after which we cannot go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hatch_oaml.values.bilingual import Bilingual
from hatch_oaml.values.log_lines import shown, shown_message
from hatch_oaml.values.wording import without_endless_words

if TYPE_CHECKING:
    from collections.abc import Sequence


class OamlError(Exception):
    """A user's or the environment's fault: shown without a traceback, exit status 2.

    :param messages: each of one line, whatever foreign text it quotes.
    :param below: lines to paste, which all of them speak of.
    """

    def __init__(self, *messages: Bilingual, below: str = "") -> None:
        self.messages = tuple(_of_bounded_words(message) for message in messages)
        self.below = below
        told = [shown_message(text) for message in self.messages for text in (message.en, message.zh)]
        super().__init__("\n".join([*told, shown(below)] if below else told))


def _of_bounded_words(said: Bilingual) -> Bilingual:
    """`said` itself, unless it echoes a name of thousands of letters."""
    en, zh = without_endless_words(said.en), without_endless_words(said.zh)
    return said if (en, zh) == (said.en, said.zh) else Bilingual(en=en, zh=zh)


class ConfigurationError(OamlError):
    """Everything that is wrong with a project's own TOML files, told at once. Edit them."""


class SourceError(OamlError):
    """What was to be read cannot be read as what it should be. Mend the file or its rights, or fetch it again."""


class WriteError(OamlError):
    """An archive could not be written; nothing of it is left. Mend the disk, its space or its rights."""


class UsageError(OamlError):
    """The call asked for what there is not. Call again, otherwise."""


class ChangedWhileReadingError(SourceError):
    """A file's bytes were not those that had been judged. Build again, with nothing else at work on the file.

    :param path: the file's path in the release.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            Bilingual(
                en=f"{path}: the file changed while it was being read",
                zh=f"{path}：读取过程中文件发生了变化",
            )
        )


def raise_all(errors: Sequence[Bilingual]) -> None:
    """:raises ConfigurationError: with all of `errors`, if there are any."""
    if errors:
        raise ConfigurationError(*errors)
