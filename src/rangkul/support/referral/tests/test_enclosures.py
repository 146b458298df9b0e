"""A document of the case goes along only where it was chosen with its reason, and is read only by that right."""

import io

import pytest
from django.db import DatabaseError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.ids import new_id
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.journey.cases.actions import attach_document
from rangkul.journey.cases.models import Document
from rangkul.support.referral import actions, dataset, queries
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.models import Enclosure
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, fresh

WHY = "Supaya dokter tahu lukanya"


def attached(by, case, words: str = "Visum contoh") -> Document:
    file = io.BytesIO(words.encode())
    return attach_document(by=by, case=case, file=file, size=len(words), name=f"{words}.txt")


@pytest.fixture
def documents(cast, case, asking):
    with asking(cast.ayu) as by:
        return [attached(by, case), attached(by, case, "Surat lain")]


@pytest.fixture
def enclosed(cast, draft, documents, asking):
    with asking(cast.ayu) as by:
        actions.choose_data(by=by, referral=draft, asked=ASKED, chosen=CHOSEN, enclosed={documents[0].pk: WHY})
        return actions.send(by=by, referral=fresh(draft), leave=SPOKEN)


@pytest.fixture
def browser(visitor, enclosed):
    visitor.post(f"/rujukan/{enclosed.code}/", {"pin": DOOR.pin_of(enclosed.door)})
    return visitor


def test_nothing_goes_that_was_not_ticked(cast, sent, documents, asking):
    with asking(cast.ayu):
        assert not queries.enclosures(sent)


def test_the_receiver_reads_that_one_and_no_other(browser, enclosed, documents):
    page = browser.get("/rujukan/").content.decode()
    assert "Visum contoh.txt" in page
    assert "Surat lain" not in page
    address = page.split('class="file-name" href="')[1].split('"')[0]
    answer = browser.get(address)
    assert b"".join(answer.streaming_content) == b"Visum contoh"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert browser.get(address.replace(str(address.split("/")[-2]), str(documents[1].pk))).status_code == 404


def test_with_the_consent_it_is_gone(browser, cast, enclosed, asking):
    page = browser.get("/rujukan/").content.decode()
    address = page.split('class="file-name" href="')[1].split('"')[0]
    with asking(cast.ayu) as by:
        withdraw_consent(by=by, consent=enclosed.consent)
    assert browser.get(address).status_code == 404
    with asking(Asker("ticket", ticket_id=enclosed.door)):
        assert not Enclosure.objects.exists()


def test_each_has_its_reason_and_few_go(cast, case, draft, documents, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            actions.choose_data(by=by, referral=draft, asked=ASKED, chosen=CHOSEN, enclosed={documents[0].pk: " "})
        assert refused.value.field == f"why_file_{documents[0].pk.hex}"
        many = [attached(by, case, f"Surat {n}").pk for n in range(dataset.MOST_ENCLOSED + 1)]
        with pytest.raises(Refused):
            actions.choose_data(by=by, referral=draft, asked=ASKED, chosen=CHOSEN, enclosed=dict.fromkeys(many, WHY))


def test_a_document_of_another_case_does_not_go(cast, draft, asking):
    from tests.support.cases import opened

    with asking(cast.ayu) as by:
        other = attached(by, opened(cast.ayu, name="Orang Lain", region_code="32.73.01"))
        actions.choose_data(by=by, referral=draft, asked=ASKED, chosen=CHOSEN, enclosed={other.pk: WHY})
        assert not queries.enclosures(draft)


def test_what_was_sent_is_frozen(cast, enclosed, documents, asking):
    with asking(cast.ayu), pytest.raises(DatabaseError), transaction.atomic():
        Enclosure.objects.filter(referral=enclosed).delete()


def test_the_page_offers_them_and_reads_them_out(signed_in, cast, draft, documents):
    ayu, here = signed_in(cast.ayu), f"/kerja/rujukan/kasus/{draft.case_id}/{draft.pk}/"
    name = f"file_{documents[0].pk.hex}"
    page = ayu.get(here).content.decode()
    assert f'name="go_{name}"' in page
    assert f'name="go_{name}" checked' not in page
    given = {"asked": ASKED, "go_kind": "on", "why_kind": "Perlu", f"go_{name}": "on"}
    assert ayu.post(f"{here}data/", given).status_code == 422
    assert ayu.post(f"{here}data/", {**given, f"why_{name}": WHY}).status_code == 302
    page = ayu.get(here).content.decode()
    assert page.count("Visum contoh.txt") > 2, "offered, and in what is read out to the client"
    assert WHY in page


def test_neither_another_agency_nor_a_stranger_learns_of_it(cast, enclosed, asking, signed_in, client):
    with asking(cast.ayu):
        address = f"/rujukan/lampiran/{queries.enclosures(enclosed)[0].pk}/"
    for asker in (cast.budi, cast.agus, None, Asker("ticket", ticket_id=new_id())):
        with asking(asker):
            assert not Enclosure.objects.exists()
    nothing = client.get(f"/rujukan/lampiran/{new_id()}/")
    for browser in (client, signed_in(cast.budi)):
        answer = browser.get(address)
        assert (answer.status_code, answer.streaming) == (nothing.status_code, False)
        assert "Visum" not in answer.content.decode()
