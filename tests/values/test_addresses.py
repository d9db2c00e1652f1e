"""An address is told from a path, and carries no secret."""

from __future__ import annotations

import pytest

from hatch_oaml.values.addresses import below, bucket_and_key, checked_address, is_address, scheme_of
from hatch_oaml.values.errors import UsageError


@pytest.mark.parametrize("text", ["s3://bucket/key", "gs://bucket", "file:///models", "memory://a", "az://a/b c"])
def test_what_has_a_scheme_is_an_address(text: str) -> None:
    assert is_address(text)
    assert text == checked_address(text)


@pytest.mark.parametrize("text", ["model.safetensors", "C:\\models", "c:/models", "/s3://a", "./a://b", "S3//a", ""])
def test_a_path_is_no_address(text: str) -> None:
    assert not is_address(text)


def test_an_address_has_a_scheme_a_bucket_and_a_key() -> None:
    assert "s3" == scheme_of("s3://bucket/a/b")
    assert ("bucket", "a/b") == bucket_and_key("s3://bucket/a/b")
    assert ("bucket", "") == bucket_and_key("s3://bucket")
    assert "s3://bucket/a/b" == below("s3://bucket/a", "b") == below("s3://bucket/a/", "b")


@pytest.mark.parametrize(
    "text",
    [
        "s3://AKIA1:hunter2@bucket/key",
        "s3://hunter2@bucket/key",
        "s3://bucket/key?X-Amz-Signature=hunter2",
        "s3://bucket/a/key?versionId=hunter2",
        "s3://bucket?token=hunter2",
    ],
)
def test_an_address_with_a_secret_is_refused_and_the_secret_not_repeated(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        checked_address(text)

    (message,) = refused.value.messages
    assert message.en.startswith("s3://bucket/…: the address carries a user")
    assert message.zh.startswith("s3://bucket/…：地址中带有")
    assert "hunter2" not in str(refused.value)


def test_an_address_without_a_bucket_is_refused() -> None:
    with pytest.raises(UsageError, match="s3:///key: names no bucket"):
        checked_address("s3:///key")


@pytest.mark.parametrize("text", ["file://", "file:///", "file:////"])
def test_an_address_of_files_that_names_none_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=f"{text}: names no file and no folder; write `file:///folder/file`"):
        checked_address(text)
