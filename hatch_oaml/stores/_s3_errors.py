"""What boto3 raises, as errors of ours: by its codes alone, since its texts may quote who asked and where."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    ConnectionError as ConnectionFailedError,
    HTTPClientError,
    NoCredentialsError,
    NoRegionError,
    PartialCredentialsError,
)

from hatch_oaml.stores._mistakes import absent, forbidden, no_credentials, refused, unreachable
from hatch_oaml.values.errors import SourceError, WriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hatch_oaml.stores._mistakes import Failure
    from hatch_oaml.values.errors import OamlError

ABSENT = frozenset({"404", "NoSuchBucket", "NoSuchKey", "NoSuchUpload", "NoSuchVersion"})
OTHER = frozenset({"412", "ConditionalRequestConflict", "PreconditionFailed"})
"""An object stands there that is not the one that was meant."""

_FORBIDDEN = frozenset(
    {
        "401",
        "403",
        "AccessDenied",
        "ExpiredToken",
        "InvalidAccessKeyId",
        "InvalidToken",
        "SignatureDoesNotMatch",
        "TokenRefreshRequired",
    }
)
# https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html


class BrokenBodyError(Exception):
    """The connection broke off behind `count` bytes."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(count)


@contextmanager
def reading(address: str) -> Iterator[None]:
    """:raises SourceError: for whatever boto3 raises inside."""
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise _told(address, error, SourceError) from error


@contextmanager
def writing(address: str) -> Iterator[None]:
    """:raises WriteError: for whatever boto3 raises inside."""
    try:
        yield
    except (ClientError, BotoCoreError) as error:
        raise _told(address, error, WriteError) from error


def code_of(error: ClientError) -> str:
    """The store's own word for what is wrong, of ASCII letters, digits and dots only: a stranger wrote it."""
    code = str(error.response.get("Error", {}).get("Code", "?"))
    return "".join(letter for letter in code[:60] if letter == "." or (letter.isascii() and letter.isalnum())) or "?"


def _told(address: str, error: ClientError | BotoCoreError, failure: Failure) -> OamlError:
    if isinstance(error, ClientError):
        return _answered(address, code_of(error), failure)
    if isinstance(error, (NoCredentialsError, PartialCredentialsError)):
        return no_credentials(address, failure)
    if isinstance(error, (ConnectionFailedError, HTTPClientError, NoRegionError)):
        return unreachable(address, type(error).__name__, failure)
    return refused(address, type(error).__name__, failure)


def _answered(address: str, code: str, failure: Failure) -> OamlError:
    if code in ABSENT:
        return absent(address, failure)
    if code in _FORBIDDEN:
        return forbidden(address, code, failure)
    return refused(address, code, failure)
