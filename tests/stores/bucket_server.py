"""An S3 server on loopback, as a process of its own: it counts what it is asked, and fails every n-th request if told to.

It is told by requests to `/_server/…`: `counts` answers as JSON, `reset` forgets them, `fail?every=N` (0: never).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_CONTROL = "/_server/"
_SLOW_DOWN = b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"


class Counting:
    """The server behind a turnstile."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._lock = Lock()
        self._counts: Counter[str] = Counter()
        self._every = 0
        self._asked = 0

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith(_CONTROL):
            return self._controlled(environ, start_response)
        if self._fails(environ["REQUEST_METHOD"]):
            start_response("503 Slow Down", [("Content-Type", "application/xml")])
            return [_SLOW_DOWN]
        return self._measured(environ, start_response)

    def _fails(self, method: str) -> bool:
        with self._lock:
            self._asked += 1
            self._counts[method] += 1
            fails = bool(self._every) and not self._asked % self._every
            self._counts["503"] += fails
            return fails

    def _measured(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = list(self._server(environ, start_response))
        with self._lock:
            self._counts["bytes sent"] += sum(map(len, answer)) if environ["REQUEST_METHOD"] == "GET" else 0
        return answer

    def _controlled(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        order = environ["PATH_INFO"].removeprefix(_CONTROL)
        with self._lock:
            if order == "reset":
                self._counts.clear()
            elif order == "fail":
                self._every = int(parse_qs(environ["QUERY_STRING"])["every"][0])
            answer = json.dumps(self._counts).encode()
        start_response("200 OK", [("Content-Type", "application/json")])
        return [answer]


def main() -> None:
    application: Any = Counting(DomainDispatcherApplication(create_backend_app))
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=MotoRequestHandler)
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
