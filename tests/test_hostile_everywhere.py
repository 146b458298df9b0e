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
from tests.support.hostile import MARK, answers_to, body, says_something
from tests.test_doors import addresses


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
    for answer in list(answers_to(browser, address)):
        sent = answer.request["REQUEST_METHOD"], answer.request.get("QUERY_STRING", "")[:60]
        assert answer.status_code < 500, sent
        assert says_something(answer), sent
        whole = body(answer)
        if not answer.streaming:
            assert "<script>alert(" not in whole.decode(errors="replace")
    assert MARK not in log()
    assert "Traceback" not in log()
