"""Every address of the house, asked by a stranger, a worker and an admin in ways no form ever would: calm answers."""

import logging
import re

import pytest
from django.db import connections

from rangkul.base.asking import LOGIN, asking_as
from rangkul.commons.people.actions import register
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases.actions import open_case
from rangkul.web.logs import Discreet
from rangkul.web.middleware.doors import is_public
from tests.support import database
from tests.support.cast import members
from tests.test_doors import addresses

MARK = "Penanda Rahasia"
STRANGE = {
    "long": f"{MARK} " * 1_500,
    "controls": f"{MARK}\x00\x01\x1b[31m\u202e\ufffe",
    "markup": f"<script>alert('{MARK}')</script>{{{{ x }}}}",
    "sql": f"{MARK}'; DROP TABLE people_person; --",
    "formula": f'=HYPERLINK("http://x","{MARK}")',
    "number": "9" * 400,
    "day": "2026-02-31",
    "id": "00000000-0000-0000-0000-000000000000",
}
# Those that break what reads an address.
ASKED = ("long", "controls", "number")
URLENCODED = "application/x-www-form-urlencoded"
# (method, kind of body, body)
ODD = (
    ("POST", "application/json", b"[" * 5000 + b"]" * 5000),
    ("POST", "multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="\r\n\r\n--'),
    ("POST", "multipart/form-data", b"--x"),
    ("POST", f"{URLENCODED}; charset=x-tidak-ada", b"a=b"),
    ("POST", f"{URLENCODED}; charset=utf-16", b"a=\xff\xfe"),
    ("POST", URLENCODED, b"a=%ff%fe%zz&%00=%00&" + b"x=1&" * 600),
    ("PUT", URLENCODED, b"a=b"),
    ("DELETE", "text/plain", b""),
    ("PROPFIND", "text/xml", b"<a/>"),
    ("HEAD", "", b""),
    ("OPTIONS", "", b""),
)
HEADERS = {
    "Range": "bytes=5-1,-,9999999999-",
    "Accept-Language": "xx-" + "y" * 500,
    "HX-Request": "true",
    "Last-Event-ID": "9" * 40,
    "Cookie": "rangkul=%00; rangkul_csrf=x; ;=;",
    "X-Forwarded-For": "' OR 1=1 --",
}
NAMES = re.compile(r'<(?:input|select|textarea)[^>]*? name="([^"]+)"')


@pytest.fixture(scope="module")
def there(django_db_setup, django_db_blocker):
    """Prefix of an address → the id of what is there: written once, and each test takes back what it adds."""
    usual = connections["default"].settings_dict["NAME"]
    with django_db_blocker.unblock(), database.copy("uji_tanya") as name:
        database._use(name)
        try:
            yield _written()
        finally:
            database._use(usual)


def _written() -> dict:
    with asking_as(LOGIN):
        ayu = members().ayu
    with asking_as(ayu.asker()) as by:
        wati = register(by=by, full_name="Wati Contoh")
        case = open_case(by=by, person=wati, concern="Butuh tempat aman.")
    return {"/kerja/kasus/": case.pk, "/kerja/asesmen/": case.pk, "/kerja/rencana/": case.pk,
            "/kerja/dokumen/": case.pk, "/kerja/orang/": wati.pk, "/kerja/antrean/": handed_in().pk,
            "": ayu.pk}  # fmt: skip


@pytest.fixture
def real(there):
    """Address → the same address with the id of something that is there."""

    def fill(address: str) -> str:
        found = next(pk for prefix, pk in there.items() if address.startswith(prefix))
        return re.sub(r"01900000-0000-7000-8000-000000000000", str(found), address, count=1)

    return fill


@pytest.fixture
def log(caplog):
    """What the house would have written down since."""
    house = Discreet("%(levelname)s %(name)s %(message)s")
    return lambda: "\n".join(house.format(record) for record in caplog.records if record.levelno >= logging.INFO)


def names_on(browser, address: str) -> list[str]:
    return NAMES.findall(body(browser.get(address)).decode(errors="replace"))


def body(answer) -> bytes:
    """Read to its end, which closes what it was read from."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def says_something(answer) -> bool:
    """A refusal is a sentence, in Indonesian, on a page or for a program."""
    return answer.status_code < 400 or bool(body(answer)) or answer.request["REQUEST_METHOD"] in ("HEAD", "OPTIONS")


def callers() -> list[tuple[str, str]]:
    """(address, who). A closed address sends strangers to the login before it looks at anything (test_doors)."""
    found = [(address, "nobody") for address in addresses() if is_public(address)]
    found += [(address, "ayu") for address in addresses()]
    return found + [(address, "adi") for address in addresses() if address.startswith(("/akun/", "/kerja/kunci/"))]


@pytest.mark.parametrize(("address", "who"), callers())
def test_it_answers_calmly(visitor, signed_in, cast, real, log, address, who):
    browser = visitor if who == "nobody" else signed_in(getattr(cast, who))
    browser.raise_request_exception = False
    address = real(address)
    names = [*names_on(browser, address), "text", "once", "q", "page", "next", "id", "pk", "label"]
    answers = [browser.get(address, dict.fromkeys(("q", "sebelum", "jenis", "next"), STRANGE[kind])) for kind in ASKED]
    answers += [browser.post(address, dict.fromkeys(names, value)) for value in STRANGE.values()]
    answers += [browser.generic(method, address, body, content_type=kind) for method, kind, body in ODD]
    answers += [browser.get(address, headers=HEADERS)]
    for answer in answers:
        sent = answer.request["REQUEST_METHOD"], answer.request.get("QUERY_STRING", "")[:60]
        assert answer.status_code < 500, sent
        assert says_something(answer), sent
        whole = body(answer)
        if not answer.streaming:
            assert "<script>alert(" not in whole.decode(errors="replace")
    assert MARK not in log()
    assert "Traceback" not in log()
