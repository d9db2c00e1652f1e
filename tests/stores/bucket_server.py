"""An S3 server on loopback, as a process of its own: it counts what it is asked, and fails every n-th request if told to.

It is told by requests to `/_server/…`: `counts` answers as JSON, `reset` forgets them; `fail?every=N` (0: never) answers with 503,
`cut?every=N` breaks what is fetched off in its middle, `wait?every=N` lets each request wait for so many milliseconds.
"""

from __future__ import annotations

import json
import sys
import time
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
        self._every = {"fail": 0, "cut": 0, "wait": 0}
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
            fails = self._is_time_to("fail")
            self._counts["503"] += fails
            return fails

    def _is_time_to(self, order: str) -> bool:
        return bool(self._every[order]) and not self._asked % self._every[order]

    def _measured(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        time.sleep(self._every["wait"] / 1000)
        if environ["REQUEST_METHOD"] != "GET":
            return list(self._server(environ, start_response))
        begun: list[Any] = []
        body = b"".join(self._server(environ, lambda *told: begun.extend(told)))
        status, headers = begun[:2]
        others = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*others, ("Content-Length", str(len(body)))])
        with self._lock:
            if "HTTP_RANGE" in environ and self._is_time_to("cut"):
                self._counts["cut"] += 1
                body = body[: len(body) // 2]
            self._counts["bytes sent"] += len(body)
        return [body]

    def _controlled(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        order = environ["PATH_INFO"].removeprefix(_CONTROL)
        with self._lock:
            if order == "reset":
                self._counts.clear()
            elif order in self._every:
                self._every[order] = int(parse_qs(environ["QUERY_STRING"])["every"][0])
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
