"""A small browser for measuring: one kept connection, cookies, forms filled from what the page holds."""

import html
import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

_FORM = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
_HIDDEN = re.compile(r'<input\b(?=[^>]*type="hidden")[^>]*>')
_ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')


@dataclass
class Page:
    """`ms` from sending to the last byte of the answer."""

    status: int
    body: str
    ms: float
    location: str = ""


@dataclass
class Browser:
    """`source` is the address on this machine it comes from, so that each asker has one of their own."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    source: str = "127.0.0.1"
    _connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Page:
        return self._ask("GET", path)

    def post(self, path: str, form: dict[str, str | list[str]]) -> Page:
        return self._ask("POST", path, urlencode(form, doseq=True))

    def _ask(self, method: str, path: str, body: str | None = None) -> Page:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
        began = time.perf_counter()
        answer = self._send(method, path, body, headers)
        text = answer.read().decode("utf-8", "replace")
        ms = (time.perf_counter() - began) * 1000
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return Page(answer.status, text, ms, answer.getheader("Location", ""))

    def _send(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> http.client.HTTPResponse:
        """A connection that the server has closed meanwhile is opened once more."""
        for again in (False, True):
            if self._connection is None:
                self._connection = http.client.HTTPConnection(
                    "127.0.0.1", self.port, timeout=30, source_address=(self.source, 0)
                )
            try:
                self._connection.request(method, path, body, headers)
                return self._connection.getresponse()
            except (http.client.RemoteDisconnected, ConnectionError):
                self._connection.close()
                self._connection = None
                if again:
                    raise
        raise AssertionError("unreachable")


def hidden_fields(page: str, containing: str = "") -> dict[str, str]:
    """Names and values of the hidden inputs of the form whose markup contains this text; the first form without."""
    for form in _FORM.findall(page):
        if containing in form:
            inputs = (dict(_ATTRIBUTE.findall(one)) for one in _HIDDEN.findall(form))
            return {one["name"]: html.unescape(one.get("value", "")) for one in inputs if "name" in one}
    return {}
