"""A store of objects for tests: a server on loopback, for as long as the tests of a process run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

import boto3

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SERVER = Path(__file__).parent / "stores" / "bucket_server.py"
BUCKET = "models"
KEYS_OF_AN_ANSWER = 10
"""So many objects does the server list at once, where Amazon's lists a thousand."""


class Bucket:
    """One bucket of its own server; `environment` leads a process to it, with keys that are none."""

    def __init__(self, port: int) -> None:
        self._server = f"http://127.0.0.1:{port}"
        self.environment = {
            "AWS_ENDPOINT_URL": self._server,
            "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "not-a-secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }
        self.client: Any = boto3.session.Session(
            aws_access_key_id="AKIAEXAMPLE",
            aws_secret_access_key="not-a-secret",  # noqa: S106  # of a server on loopback
            region_name="us-east-1",
        ).client("s3", endpoint_url=self._server)
        self.client.create_bucket(Bucket=BUCKET)

    def put(self, files: Mapping[str, bytes]) -> None:
        for key, data in files.items():
            self.client.put_object(Bucket=BUCKET, Key=key, Body=data)

    def keys(self) -> list[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        return [each["Key"] for page in pages for each in page.get("Contents", ())]

    def uploads(self) -> list[str]:
        return [each["UploadId"] for each in self.client.list_multipart_uploads(Bucket=BUCKET).get("Uploads", ())]

    def bytes_of(self, key: str) -> bytes:
        data: bytes = self.client.get_object(Bucket=BUCKET, Key=key)["Body"].read()
        return data

    def counts(self) -> dict[str, int]:
        """Requests by their method, of them those answered with 503 or `cut`, and the bytes that were sent for GET."""
        return self._told("counts")

    def reset_counts(self) -> None:
        self._told("reset")

    def fail_every(self, number: int) -> None:
        """Each request of that number is answered with 503; with 0 none is."""
        self._told(f"fail?every={number}")

    def cut_every(self, number: int) -> None:
        """Of each request of that number for a range, what is fetched breaks off in its middle; with 0 of none."""
        self._told(f"cut?every={number}")

    def wait_for_each(self, milliseconds: int) -> None:
        """So long does the server wait before it answers."""
        self._told(f"wait?every={milliseconds}")

    def clear(self) -> None:
        """No objects, no uploads, no failing."""
        for order in ("fail", "cut", "wait"):
            self._told(f"{order}?every=0")
        with urlopen(Request(f"{self._server}/moto-api/reset", method="POST"), timeout=60):  # noqa: S310  # on loopback
            self.client.create_bucket(Bucket=BUCKET)
        self.reset_counts()

    def _told(self, order: str) -> dict[str, int]:
        with urlopen(f"{self._server}/_server/{order}", timeout=60) as answer:  # noqa: S310  # on loopback
            counts: dict[str, int] = json.load(answer)
        return counts


@contextmanager
def bucket_server() -> Iterator[Bucket]:
    environment = {**os.environ, "MOTO_S3_DEFAULT_MAX_KEYS": str(KEYS_OF_AN_ANSWER)}
    process = subprocess.Popen(
        [sys.executable, SERVER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )
    try:
        assert process.stdout is not None
        yield Bucket(int(process.stdout.readline()))
    finally:
        process.terminate()
        process.communicate()
