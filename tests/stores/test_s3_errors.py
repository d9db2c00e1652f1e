"""What S3 refuses is told by its own word, and by what to do."""

from __future__ import annotations

import pytest
from botocore.exceptions import ClientError, DataNotFoundError, ReadTimeoutError

from hatch_oaml.stores._s3_errors import reading, writing
from hatch_oaml.values.errors import SourceError, WriteError

ADDRESS = "s3://models/a"


def answer(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": "the key AKIAEXAMPLE may not"}}, "GetObject")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (answer("AccessDenied"), r"the store does not permit it \(AccessDenied\)"),
        (answer("InvalidAccessKeyId"), r"the store does not permit it \(InvalidAccessKeyId\)"),
        (answer("NoSuchKey"), "there is no such object"),
        (answer("InternalError"), r"the store refused \(InternalError\)"),
        (answer("\x1b[31m::error::x"), r"the store refused \(31merrorx\)"),
        (answer(""), r"the store refused \(\?\)"),
        (ReadTimeoutError(endpoint_url="https://host"), r"the store cannot be reached \(ReadTimeoutError\)"),
        (DataNotFoundError(data_path="x"), r"the store refused \(DataNotFoundError\)"),
    ],
)
def test_it_is_told_by_its_code_alone(error: Exception, said: str) -> None:
    with pytest.raises(SourceError, match=f"{ADDRESS}: {said}") as read, reading(ADDRESS):
        raise error
    with pytest.raises(WriteError, match=f"{ADDRESS}: {said}"), writing(ADDRESS):
        raise error

    assert not [secret for secret in ("AKIAEXAMPLE", "https://host", "\x1b") if secret in str(read.value)]
