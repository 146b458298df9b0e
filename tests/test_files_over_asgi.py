"""Style sheets and scripts leave an asynchronous server piece by piece, without its warning (warnings are errors)."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.test import AsyncRequestFactory, RequestFactory

from rangkul.web import file_addresses
from rangkul.web.middleware.files import StaticFiles

ADDRESS = "/static/look/built/work.js"


def through_asgi(**headers) -> tuple[int, bytes]:
    async def sent() -> tuple[int, bytes]:
        answer = StaticFiles(lambda _request: None)(AsyncRequestFactory().get(ADDRESS, headers=headers))
        body = b"".join([piece async for piece in answer])
        answer.close()
        return answer.status_code, body

    # In a thread of its own: where browser tests ran before, this one already has an event loop.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(sent())).result()


@pytest.fixture
def file() -> bytes:
    with open(finders.find(ADDRESS.removeprefix("/static/")), "rb") as opened:
        return opened.read()


def test_the_whole_file_arrives(file):
    assert through_asgi() == (200, file)


def test_what_the_browser_has_already_is_not_sent_again(file, db):
    known = StaticFiles(lambda _request: None)(RequestFactory().get(ADDRESS))
    known.close()
    assert through_asgi(**{"if-modified-since": known["Last-Modified"]}) == (304, b"")


def test_the_other_server_gets_it_as_before(file, db):
    answer = StaticFiles(lambda _request: None)(RequestFactory().get(ADDRESS))
    assert b"".join(answer) == file
    answer.close()


@pytest.fixture
def built(tmp_path, settings, db):
    """A style sheet that is served by a server which looks for its files once."""
    settings.WHITENOISE_AUTOREFRESH = False
    settings.STATICFILES_DIRS = [str(tmp_path)]
    finders.get_finder.cache_clear()
    sheet = tmp_path / "contoh.css"
    sheet.write_text("a { color: red; }")
    yield sheet
    finders.get_finder.cache_clear()


def served(server: StaticFiles, name: str) -> bytes | None:
    answer = server(RequestFactory().get(f"/static/{name}"))
    if answer is None:
        return None
    body = b"".join(answer)
    assert int(answer["Content-Length"]) == len(body)
    answer.close()
    return body


def test_what_is_built_anew_is_served_without_a_restart(built):
    server = StaticFiles(lambda _request: None)
    assert served(server, "contoh.css") == b"a { color: red; }"
    built.write_text("a { color: black; text-decoration: none; }")
    assert served(server, "contoh.css") == b"a { color: black; text-decoration: none; }"
    built.unlink()
    assert served(server, "contoh.css") is None
    built.with_name("baru.css").write_text("b {}")
    assert served(server, "baru.css") == b"b {}"
    assert served(server, "../contoh.css") is None


def test_a_script_that_lies_there_in_one_size_travels_small(db):
    server, address = StaticFiles(lambda _request: None), "/static/counselling/room.js"
    whole = server(RequestFactory().get(address))
    small = server(RequestFactory().get(address, headers={"accept-encoding": "gzip, br"}))
    assert gzip.decompress(small.content) == b"".join(whole)
    assert (small["Content-Encoding"], small["Content-Length"]) == ("gzip", str(len(small.content)))
    assert len(small.content) < int(whole["Content-Length"]) / 2
    assert whole["Vary"] == small["Vary"] == "Accept-Encoding"
    assert small["Content-Type"] == whole["Content-Type"]
    whole.close()


def test_a_piece_of_a_script_is_not_shrunk(db):
    asked = {"accept-encoding": "gzip", "range": "bytes=0-9"}
    answer = StaticFiles(lambda _request: None)(RequestFactory().get("/static/counselling/room.js", headers=asked))
    assert answer.status_code == 206
    assert "Content-Encoding" not in answer
    answer.close()


def kept_for(address: str) -> tuple[str, bytes]:
    answer = StaticFiles(lambda _request: None)(RequestFactory().get(address))
    body = b"".join(answer)
    answer.close()
    return answer["Cache-Control"], body


def test_a_file_at_the_address_of_this_release_is_kept_for_a_year(file, db):
    address = static("look/built/work.js")
    assert address == f"/static/{file_addresses.edition()}/look/built/work.js"
    assert kept_for(address) == ("max-age=31536000, public, immutable", file)


def test_a_page_of_the_release_before_finds_its_files_and_keeps_them_an_hour(file, db):
    assert kept_for("/static/0123456789ab/look/built/work.js") == ("max-age=3600, public", file)
    assert kept_for(ADDRESS) == ("max-age=3600, public", file)


def test_another_content_is_another_edition(built):
    file_addresses.edition.cache_clear()
    before = file_addresses.edition()
    built.write_text("a { color: blue; }")
    file_addresses.edition.cache_clear()
    assert file_addresses.edition() != before
    built.unlink()
    file_addresses.edition.cache_clear()


def test_a_service_worker_keeps_its_address():
    assert static("news/news-worker.js") == "/static/news/news-worker.js"


def test_an_edition_leads_to_files_alone(db):
    assert StaticFiles(lambda request: request.path_info)(RequestFactory().get("/tiket/0123456789ab/x")) == (
        "/tiket/0123456789ab/x"
    )
