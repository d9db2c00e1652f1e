"""Objects of S3: listed, read pinned, written in parts that the server checks, and never over another's."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError

from hatch_oaml import stores
from hatch_oaml.stores import StoredObject, _s3, store_of
from hatch_oaml.stores._s3_errors import BrokenBodyError
from hatch_oaml.values.errors import ChangedWhileReadingError, OamlError, SourceError, UsageError, WriteError
from tests.buckets import KEYS_OF_AN_ANSWER

if TYPE_CHECKING:
    from hatch_oaml.stores import Store
    from tests.buckets import Bucket

MODEL = "s3://models/release/model.safetensors"
PART = 5 << 20
"""The least that S3 takes for a part that is not the last."""


@pytest.fixture
def store(bucket: Bucket) -> Store:
    assert bucket.keys() == []
    return store_of(MODEL)


def read(store: Store, stored: StoredObject, offset: int, size: int) -> bytes:
    buffer = bytearray(size)
    store.read_range(stored.address, stored.pin, offset, memoryview(buffer))
    return bytes(buffer)


def sent(store: Store, *parts: bytes) -> tuple[str, dict[int, str]]:
    upload = store.begin(MODEL)
    # any order will do
    return upload, {
        number: store.put_part(MODEL, upload, number, parts[number - 1]) for number in range(len(parts), 0, -1)
    }


@pytest.mark.parametrize(("asked", "attempts"), [(None, 10), ("2", 2), ("25", 25)])
def test_a_request_is_tried_often_enough_for_thousands_of_parts_or_as_often_as_the_user_says(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch, asked: str | None, attempts: int
) -> None:
    assert bucket.keys() == []
    if asked:
        monkeypatch.setenv("AWS_MAX_ATTEMPTS", asked)

    assert attempts == _s3._client().meta.config.retries["total_max_attempts"]


def test_a_prefix_is_a_folder(store: Store, bucket: Bucket) -> None:
    bucket.put({"a/one": b"1", "a/b/two": b"22", "a": b"no", "ab": b"no", "a/marker/": b"", "a b/ü": b"no"})

    found = list(store.list("s3://models/a"))

    assert [("s3://models/a/b/two", 2), ("s3://models/a/one", 1)] == [(each.address, each.size) for each in found]
    assert found == list(store.list("s3://models/a/"))
    assert found[1] == store.stat("s3://models/a/one")
    assert 6 == len({each.address for each in store.list("s3://models")} | {"s3://models/a/marker/"})


def test_more_objects_than_one_answer_holds_are_all_listed(store: Store, bucket: Bucket) -> None:
    bucket.put({f"a/{number:02}": b"" for number in range(2 * KEYS_OF_AN_ANSWER + 1)})

    assert 2 * KEYS_OF_AN_ANSWER + 1 == len(list(store.list("s3://models/a")))


def test_a_range_is_read(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": b"0123456789"})
    stored = store.stat(MODEL)

    assert b"345" == read(store, stored, 3, 3)
    assert b"0123456789" == read(store, stored, 0, 10)
    assert b"" == read(store, stored, 10, 0)


def test_a_range_that_ends_too_early_is_told(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": b"0123456789"})
    stored = store.stat(MODEL)

    with pytest.raises(SourceError, match=f"{MODEL}: ends too early, at byte 10"):
        read(store, stored, 8, 3)
    with pytest.raises(SourceError, match="at byte 12"):
        read(store, stored, 12, 3)


def test_an_object_that_changed_is_not_read(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": b"before"})
    [stored] = store.list("s3://models/release")
    bucket.put({"release/model.safetensors": b"after."})

    with pytest.raises(ChangedWhileReadingError, match=MODEL):
        read(store, stored, 0, 6)


def test_an_object_that_is_gone_has_changed(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": b"before"})
    [stored] = store.list("s3://models/release")
    bucket.clear()

    with pytest.raises(ChangedWhileReadingError, match=MODEL):
        read(store, stored, 0, 6)


def test_parts_become_one_object(store: Store, bucket: Bucket) -> None:
    upload, tokens = sent(store, b"a" * PART, b"b" * PART, b"c")

    assert {1: PART, 2: PART, 3: 1} == store.parts(MODEL, upload)
    assert [] == bucket.keys()
    stored = store.finish(MODEL, upload, tokens)

    assert stored == store.stat(MODEL)
    assert b"a" * PART + b"b" * PART + b"c" == bucket.bytes_of("release/model.safetensors")
    assert b"abbb"[1:] + b"c" == read(store, stored, 2 * PART - 3, 4)
    assert [] == bucket.uploads()


def test_a_part_sent_again_takes_the_place_of_the_one_before(store: Store, bucket: Bucket) -> None:
    upload, tokens = sent(store, b"before")
    tokens[1] = store.put_part(MODEL, upload, 1, b"after")

    store.finish(MODEL, upload, tokens)

    assert b"after" == bucket.bytes_of("release/model.safetensors")


def test_an_object_that_exists_is_never_overwritten(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": b"another's"})
    upload, tokens = sent(store, b"ours")

    with pytest.raises(WriteError, match=f"{MODEL}: exists already, and nothing was overwritten"):
        store.finish(MODEL, upload, tokens)

    assert b"another's" == bucket.bytes_of("release/model.safetensors")
    store.abort(MODEL, upload)
    assert [] == bucket.uploads()


def test_uploads_of_that_very_key_are_found_and_aborted(store: Store, bucket: Bucket) -> None:
    upload, _ = sent(store, b"ours")
    other = store.begin(f"{MODEL}.sig")

    assert [upload] == list(store.unfinished(MODEL))
    store.abort(MODEL, upload)
    store.abort(MODEL, upload)

    assert [] == list(store.unfinished(MODEL))
    assert [other] == bucket.uploads()


def test_only_that_object_is_deleted(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": b"ours"})
    stored = store.stat(MODEL)
    bucket.put({"release/model.safetensors": b"another's"})

    store.delete(stored)
    assert ["release/model.safetensors"] == bucket.keys()

    store.delete(store.stat(MODEL))
    assert [] == bucket.keys()
    store.delete(stored)


def test_of_an_object_with_versions_that_one_is_read_and_deleted(store: Store, bucket: Bucket) -> None:
    bucket.client.create_bucket(Bucket="versions")
    bucket.client.put_bucket_versioning(Bucket="versions", VersioningConfiguration={"Status": "Enabled"})
    bucket.client.put_object(Bucket="versions", Key="a", Body=b"before")
    stored = store.stat("s3://versions/a")
    bucket.client.put_object(Bucket="versions", Key="a", Body=b"after")

    assert b"before" == read(store, stored, 0, 6)
    store.delete(stored)

    versions = bucket.client.list_object_versions(Bucket="versions")["Versions"]
    assert [5] == [each["Size"] for each in versions]
    with pytest.raises(ChangedWhileReadingError):
        read(store, stored, 0, 6)


def test_requests_that_the_server_puts_off_are_asked_again(store: Store, bucket: Bucket) -> None:
    bucket.put({f"a/{number}": bytes([number]) * 10 for number in range(20)})
    bucket.reset_counts()
    bucket.fail_every(3)

    data = [read(store, stored, 0, 10) for stored in store.list("s3://models/a")]

    assert {bytes([number]) * 10 for number in range(20)} == set(data)
    assert bucket.counts()["503"] >= 7


def test_what_breaks_off_is_asked_for_from_there_on(store: Store, bucket: Bucket) -> None:
    data = bytes(range(256)) * 4096
    bucket.put({"release/model.safetensors": data})
    stored = store.stat(MODEL)
    bucket.cut_every(2)

    assert data == read(store, stored, 0, len(data))
    assert data[1000:300_000] == read(store, stored, 1000, 299_000)
    assert bucket.counts()["cut"]


def test_a_break_is_told_by_the_library_as_one(store: Store, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    class SeenError(BrokenBodyError):
        def __init__(self, count: int) -> None:
            seen.append(count)
            super().__init__(count)

    monkeypatch.setattr(_s3, "BrokenBodyError", SeenError)
    bucket.put({"release/model.safetensors": bytes(1 << 16)})
    stored = store.stat(MODEL)
    bucket.cut_every(2)

    assert bytes(1 << 16) == read(store, stored, 0, 1 << 16)
    assert bytes(1 << 16) == read(store, stored, 0, 1 << 16)
    assert [1 << 15] == seen[:1]


def test_what_breaks_off_again_and_again_is_told(store: Store, bucket: Bucket) -> None:
    bucket.put({"release/model.safetensors": bytes(1 << 16)})
    stored = store.stat(MODEL)
    bucket.cut_every(1)

    with pytest.raises(SourceError, match="or the connection breaks off there; try again"):
        read(store, stored, 0, 1 << 16)


def test_what_is_not_there_is_told(store: Store) -> None:
    for address in (MODEL, "s3://nobody/a"):
        with pytest.raises(SourceError, match=f"{address}: there is no such object, or no such bucket"):
            store.stat(address)
    with pytest.raises(SourceError, match="s3://nobody/a: there is no such"):
        list(store.list("s3://nobody/a"))
    with pytest.raises(WriteError, match="s3://nobody/a: there is no such"):
        store.begin("s3://nobody/a")


def test_who_has_no_credentials_is_told_where_to_give_them(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    assert bucket.environment
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(SourceError) as refused:
        store_of(MODEL).stat(MODEL)

    (message,) = refused.value.messages
    assert message.en.startswith(f"{MODEL}: no credentials were found")
    assert message.zh.startswith(f"{MODEL}：未找到凭据")


def test_no_message_tells_endpoint_or_key(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        endpoint = f"http://127.0.0.1:{free.getsockname()[1]}"  # nobody is there, once it is closed
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    with pytest.raises(SourceError, match="cannot be reached") as refused:
        store_of(MODEL).stat(MODEL)

    assert MODEL in str(refused.value)
    assert not [secret for secret in (endpoint, *bucket.environment.values()) if secret in str(refused.value)]


def test_a_scheme_that_nobody_serves_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"ftp://: no store has this scheme; those there are: .*s3://"):
        store_of("ftp://host/a")


def test_a_secret_in_an_address_is_refused_before_anything_is_asked() -> None:
    with pytest.raises(UsageError, match="carries a user"):
        store_of("s3://me:secret@bucket/a")


def test_a_missing_library_is_told_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "boto3", None)
    monkeypatch.delitem(__import__("sys").modules, "hatch_oaml.stores._s3", raising=False)
    stores._connected.cache_clear()

    with pytest.raises(OamlError, match=r'pip install "hatch-oaml\[s3\]"'):
        store_of(MODEL)


class LosesTheAnswer:
    """A client that hears nothing of what it brought about."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def complete_multipart_upload(self, **asked: Any) -> None:
        self._client.complete_multipart_upload(**asked)
        raise ClientError({"Error": {"Code": "PreconditionFailed"}}, "CompleteMultipartUpload")


def test_a_finish_whose_answer_is_lost_is_one(store: Store, bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    upload, tokens = sent(store, bytes(PART), b"end")
    monkeypatch.setattr(store, "_patient_client", lambda: LosesTheAnswer(bucket.client))

    assert store.finish(MODEL, upload, tokens) == store.stat(MODEL)


def test_equal_parts_of_another_upload_are_not_taken_for_ones_own(store: Store) -> None:
    store.finish(MODEL, *sent(store, bytes(PART), b"end"))
    upload, tokens = sent(store, bytes(PART), b"end")

    with pytest.raises(WriteError, match="exists already"):
        store.finish(MODEL, upload, tokens)
    assert [upload] == list(store.unfinished(MODEL))
