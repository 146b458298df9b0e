"""Link and code are written for the worker as two messages, each to its own agreed place, never both in one."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
from django.urls import reverse

from rangkul.support.referral import actions, reaching
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN, fresh


@pytest.fixture
def page_of(cast, need, asking, signed_in):
    def sent(**ways):
        with asking(cast.ayu) as by:
            row = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, **ways))
            actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
            row = actions.send(by=by, referral=fresh(row), leave=SPOKEN)
        page = signed_in(cast.ayu).get(reverse("referrals:referral", args=[row.case_id, row.pk])).text
        written = re.findall(r'href="((?:mailto:|https://wa\.me/)[^"]*)"', page)
        return row, page, [unquote(unescape(one)) for one in written]

    return sent


def test_each_goes_to_its_own_place_and_never_both(page_of):
    row, page, (link, code) = page_of(code_by="whatsapp", code_contact="0812-3456-7890")
    pin = DOOR.pin_of(row.door)
    assert link.startswith("mailto:rujukan@rumahaman.example?subject=Ada kabar untuk Anda&body=")
    assert link.endswith(f"Ada kabar untuk Anda: http://testserver/rujukan/{row.code}/")
    assert code == f"https://wa.me/6281234567890?text=Kode: {pin}"
    assert pin not in link
    assert row.code not in code
    for kept in (ASKED, "Wati", row.receiver, "Suami"):
        assert kept not in link + code
    assert 'data-rangkul-copy="tautan-rujukan"' in page


def test_a_code_that_is_read_out_has_no_message(page_of):
    _row, _page, written = page_of(link_by="whatsapp", contact="0812-3456-7890")
    assert len(written) == 1
    assert written[0].startswith("https://wa.me/6281234567890?text=Ada kabar untuk Anda: ")


def test_an_address_carries_no_second_receiver():
    odd = reaching.written("email", "a@b.example?bcc=x@y.example&body=z", "Ada kabar", "tautan")
    assert odd.count("?") == 1
    assert "bcc=" not in odd
    assert reaching.written("whatsapp", "119", "", "x") == ""
    assert reaching.written("sms", "0812-3456-7890", "", "x") == ""


def test_the_next_worker_of_another_agency_reads_neither(page_of, signed_in, cast):
    row, _page, _written = page_of()
    assert signed_in(cast.budi).get(reverse("referrals:referral", args=[row.case_id, row.pk])).status_code == 404
