"""Under WSGI a page begins when its form is there, whole."""

import io

import pytest
from django.conf import settings

from rangkul.web.middleware.limits import CollectedBody


class Line(io.BytesIO):
    """A line that gives a few bytes at a time."""

    def read(self, size=-1):
        return super().read(min(size, 7))


def asked(body: bytes, length: str | None, line=Line) -> tuple[list[str], bytes | None]:
    """(status lines, what the page could read); None where no page was asked."""
    said, seen = [], []

    def page(environ, start_response):
        seen.append(environ["wsgi.input"].read(1_000_000))
        start_response("200 OK", [])
        return [b"ok"]

    environ = {"wsgi.input": line(body)} | ({} if length is None else {"CONTENT_LENGTH": length})
    list(CollectedBody(page)(environ, lambda status, _headers: said.append(status)))
    return said, seen[0] if seen else None


def test_a_form_arrives_whole_however_slow_its_line():
    body = b"text=" + b"x" * 5_000
    assert asked(body, str(len(body))) == (["200 OK"], body)


def test_what_follows_the_form_is_not_part_of_it():
    assert asked(b"a=bGET /", "3") == (["200 OK"], b"a=b")


def test_half_a_form_is_no_form():
    assert asked(b"text=Wati datang", "4000") == (["400 Bad Request"], None)


@pytest.mark.parametrize("length", [None, "", "0", "banyak", str(settings.LARGEST_BODY + 1)])
def test_what_is_refused_anyway_is_not_read(length):
    class Untouched(io.BytesIO):
        reads = 0

        def read(self, size=-1):
            Untouched.reads += 1
            return b""

    asked(b"", length, Untouched)
    # The page itself looked once; nothing was collected.
    assert Untouched.reads == 1
