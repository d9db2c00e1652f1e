"""Objects of S3 by their addresses: read pinned, written in parts with their digests."""

from __future__ import annotations

from base64 import b64decode, b64encode
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any

import boto3
import botocore.session
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from hatch_oaml.stores._contract import PartLimits, StoredObject
from hatch_oaml.stores._mistakes import exists, no_bucket, short
from hatch_oaml.stores._s3_errors import ABSENT, OTHER, BrokenBodyError, code_of, reading, writing
from hatch_oaml.values.addresses import bucket_and_key
from hatch_oaml.values.digests import sha256_of
from hatch_oaml.values.errors import ChangedWhileReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CONNECTIONS = 32
_LONGEST_TO_FINISH = 900.0
"""Seconds that a store may keep silent while it puts parts together."""

_PIECE = 1 << 20
"""Bytes: the library has a copy of what it reads at once."""
_ATTEMPTS = 10
"""Of a request that the store puts off, where neither environment nor profile says how many: of ten thousand parts each must come through,
and the library would leave it at three."""
_TRIES = 5
"""A body that breaks off is beyond the library's own retries: what is missing of it is asked for so often."""


class S3Store:
    """One client for all threads; credentials, region and endpoint by boto3's own chain, and nothing of them kept here.

    `when_required`: stores other than Amazon's refuse the checksums that newer clients send by themselves.
    """

    writable = True
    part_limits = PartLimits(least=5 << 20, most=5 << 30, count=10_000)
    # https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html

    def __init__(self) -> None:
        with reading("s3://"):
            self._client: Any = _client()

    def list(self, address: str) -> Iterator[StoredObject]:
        bucket, key = _bucket_and_key(address)
        prefix = f"{key.rstrip('/')}/" if key.rstrip("/") else ""
        with reading(address):
            for page in self._client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix):
                for each in page.get("Contents", ()):
                    if each["Size"] or not each["Key"].endswith("/"):  # consoles mark folders by empty objects
                        yield StoredObject(
                            address=f"s3://{bucket}/{each['Key']}", size=each["Size"], pin=_pin(each["ETag"])
                        )

    def stat(self, address: str) -> StoredObject:
        with reading(address):
            return self._stat(address)

    def read_range(self, address: str, pin: str, offset: int, buffer: memoryview) -> None:
        filled = 0
        for _ in range(_TRIES):
            try:
                filled += self._read(address, pin, offset + filled, buffer[filled:])
            except BrokenBodyError as broken:
                filled += broken.count
            if filled == len(buffer):
                return
        raise short(address, offset + filled)

    def begin(self, address: str) -> str:
        with writing(address):
            upload: str = self._client.create_multipart_upload(**_named(address), ChecksumAlgorithm="SHA256")[
                "UploadId"
            ]
        return upload

    def put_part(self, address: str, upload: str, number: int, data: bytes | bytearray) -> str:
        checksum = b64encode(bytes.fromhex(sha256_of(data))).decode()
        with writing(address):
            answer = self._client.upload_part(
                **_named(address), UploadId=upload, PartNumber=number, Body=data, ChecksumSHA256=checksum
            )
        return f"{checksum} {answer['ETag']}"

    def parts(self, address: str, upload: str) -> Mapping[int, int]:
        with writing(address):
            pages = self._client.get_paginator("list_parts").paginate(**_named(address), UploadId=upload)
            return {part["PartNumber"]: part["Size"] for page in pages for part in page.get("Parts", ())}

    def finish(self, address: str, upload: str, tokens: Mapping[int, str]) -> StoredObject:
        parts = [_finished_part(number, token) for number, token in sorted(tokens.items())]
        with writing(address):
            try:
                done = self._patient_client().complete_multipart_upload(
                    **_named(address), UploadId=upload, MultipartUpload={"Parts": parts}, IfNoneMatch="*"
                )
            except ClientError as error:
                if self._is_made_of(address, upload, tokens):
                    return self._stat(address)
                if code_of(error) in OTHER:
                    raise exists(address) from error
                raise
            return self._stat(address, done.get("VersionId", ""))

    def _patient_client(self) -> Any:
        """To put thousands of parts together takes a store minutes, and who asks again meanwhile is refused."""
        return _client(read_timeout=_LONGEST_TO_FINISH)

    def _is_made_of(self, address: str, upload: str, tokens: Mapping[int, str]) -> bool:
        """Whether the upload became the object, and only the answer to a first try was lost."""
        with suppress(ClientError):
            found = self._client.head_object(**_named(address), ChecksumMode="ENABLED").get("ChecksumSHA256", "")
            # others than Amazon leave out how many parts there were
            return found.partition("-")[0] == _composite(tokens) and upload not in self.unfinished(address)
        return False

    def abort(self, address: str, upload: str) -> None:
        with writing(address):
            try:
                self._client.abort_multipart_upload(**_named(address), UploadId=upload)
            except self._client.exceptions.NoSuchUpload:
                return

    def unfinished(self, address: str) -> Iterator[str]:
        bucket, key = _bucket_and_key(address)
        with writing(address):
            pages = self._client.get_paginator("list_multipart_uploads").paginate(Bucket=bucket, Prefix=key)
            for page in pages:
                yield from (each["UploadId"] for each in page.get("Uploads", ()) if each["Key"] == key)

    def delete(self, stored: StoredObject) -> None:
        tag, version = _tag_and_version(stored.pin)
        with writing(stored.address):
            if version:
                self._client.delete_object(**_named(stored.address), VersionId=version)
            elif self._tag(stored.address) == tag:
                self._client.delete_object(**_named(stored.address))

    def _read(self, address: str, pin: str, offset: int, buffer: memoryview) -> int:
        """As many bytes of the range as there are.

        :raises BrokenBodyError: the connection broke off.
        """
        if not buffer:
            return 0
        tag, version = _tag_and_version(pin)
        asked = {"Range": f"bytes={offset}-{offset + len(buffer) - 1}", "IfMatch": tag}
        with reading(address):
            try:
                answer = self._client.get_object(**_named(address), **asked, **_version(version))
            except ClientError as error:
                if code_of(error) in OTHER | ABSENT:
                    raise ChangedWhileReadingError(address) from error
                if code_of(error) in {"InvalidRange", "416"}:
                    return 0
                raise
            with closing(
                answer["Body"]
            ) as body:  # as a context of its own it would be urllib3's, with errors of that library
                return _filled(body, buffer)

    def _stat(self, address: str, version: str = "") -> StoredObject:
        answer = self._client.head_object(**_named(address), **_version(version))
        return StoredObject(
            address=address, size=answer["ContentLength"], pin=_pin(answer["ETag"], answer.get("VersionId", ""))
        )

    def _tag(self, address: str) -> str | None:
        """That of the object as it stands; None if there is none."""
        try:
            tag: str = self._client.head_object(**_named(address))["ETag"]
        except ClientError as error:
            if code_of(error) in ABSENT:
                return None
            raise
        return tag


def _client(**options: float) -> Any:
    session = botocore.session.get_session()
    retries = {} if session.get_config_variable("max_attempts") else {"total_max_attempts": _ATTEMPTS}
    config = Config(
        max_pool_connections=_CONNECTIONS,
        retries=retries,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        **options,
    )
    return boto3.session.Session(botocore_session=session).client("s3", config=config)


def _filled(body: Any, buffer: memoryview) -> int:
    """How many bytes of `body` went into the buffer.

    :raises BrokenBodyError: the connection broke off.
    """
    filled = 0
    while filled < len(buffer):
        try:
            count = body.readinto(buffer[filled : filled + _PIECE])
        except (BotoCoreError, OSError) as error:
            raise BrokenBodyError(filled) from error
        if not count:
            break
        filled += count
    return filled


def _bucket_and_key(address: str) -> tuple[str, str]:
    bucket, key = bucket_and_key(address)
    if not bucket:
        raise no_bucket(address)
    return bucket, key


def _named(address: str) -> dict[str, str]:
    bucket, key = _bucket_and_key(address)
    return {"Bucket": bucket, "Key": key}


def _version(version: str) -> dict[str, str]:
    return {"VersionId": version} if version not in {"", "null"} else {}


def _finished_part(number: int, token: str) -> dict[str, object]:
    checksum, _, tag = token.partition(" ")
    return {"PartNumber": number, "ETag": tag, "ChecksumSHA256": checksum}


def _composite(tokens: Mapping[int, str]) -> str:
    """The digest of the parts' digests, as the store keeps it for the object.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
    """
    digests = [b64decode(tokens[number].partition(" ")[0]) for number in sorted(tokens)]
    return b64encode(bytes.fromhex(sha256_of(b"".join(digests)))).decode()


def _pin(tag: str, version: str = "") -> str:
    return f"{tag} {version}" if version not in {"", "null"} else tag


def _tag_and_version(pin: str) -> tuple[str, str]:
    tag, _, version = pin.partition(" ")
    return tag, version
