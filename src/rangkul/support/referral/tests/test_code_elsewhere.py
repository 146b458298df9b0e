"""The code goes to another place than the link, or a worker says it themself and writes down to whom."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.support.referral import actions, matching, queries
from rangkul.support.referral.models import Referral, Step
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN, fresh

HP = "0812-3456-7890"
BY_HP = replace(RECEIVER, link_by="whatsapp", contact=HP, code_by="sms")


def prepared(cast, asking, need, receiver):
    with asking(cast.ayu) as by:
        return fresh(actions.prepare(by=by, need=need, receiver=receiver))


@pytest.mark.parametrize("spelt", [HP, "+62 812 3456 7890", "6281234567890", "081234567890"])
def test_two_ways_to_one_telephone_are_refused(cast, need, asking, spelt):
    with pytest.raises(Refused, match="bacakan sendiri kodenya") as refused:
        prepared(cast, asking, need, replace(BY_HP, code_contact=spelt))
    assert (refused.value.field, refused.value.code) == ("code_contact", "same")


def test_another_telephone_or_mailbox_is_in_order(cast, need, asking):
    for way, there in (("sms", "0813-1111-2222"), ("email", "kepala@rumahaman.example")):
        row = prepared(cast, asking, need, replace(BY_HP, code_by=way, code_contact=there))
        assert (row.contact, row.code_contact) == (HP, there)
        assert bytes(row.link_print) != bytes(row.code_print)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"code_contact": ""}, "code_contact"),
        ({"code_contact": "tanya Bu Rina"}, "code_contact"),
        ({"code_by": "email", "code_contact": "kepala at rumahaman"}, "code_contact"),
        ({"contact": "0812", "code_contact": "0813-1111-2222"}, "contact"),
        ({"link_by": "email", "contact": HP, "code_contact": "0813-1111-2222"}, "contact"),
    ],
)
def test_what_reaches_nobody_is_refused_beside_its_field(cast, need, asking, more, field):
    with pytest.raises(Refused) as refused:
        prepared(cast, asking, need, replace(BY_HP, **more))
    assert refused.value.field == field


def test_a_worker_who_reads_it_out_writes_down_to_whom(cast, sent, signed_in, asking):
    browser = signed_in(cast.ayu)
    here = reverse("referrals:referral", args=[sent.case_id, sent.pk])
    tell = reverse("referrals:tell_code", args=[sent.case_id, sent.pk])
    assert "Sebutkan sendiri kodenya lewat telepon" in browser.get(here).text
    assert browser.get(tell).status_code == 405
    assert browser.post(tell, {"told_to": " "}).status_code == 422
    assert browser.post(tell, {"told_to": "Bu Rina, penerima tamu"}).status_code == 302
    with asking(cast.ayu):
        assert Step.objects.select_related("key").get(verb="code").words == "Bu Rina, penerima tamu"
        assert Event.objects.get(name="referral.code_told").payload["way"] == "phone"
    assert "Bu Rina, penerima tamu" in browser.get(here).text
    for name in ("budi", "adi"):
        assert signed_in(getattr(cast, name)).post(tell, {"told_to": "Saya"}).status_code == 404


def test_the_receiver_says_it_to_nobody(sent, receiver, asking):
    with asking(receiver) as by, pytest.raises(PermissionDenied):
        actions.tell_code(by=by, referral=queries.of_door(by), told_to="Saya")


def test_the_page_refuses_one_place_with_the_way_out(cast, case, need, signed_in):
    browser = signed_in(cast.ayu)
    words = {"name": "Rumah Aman", "contact": HP, "link_by": "whatsapp", "code_by": "sms", "code_contact": HP}
    page = browser.post(reverse("referrals:prepare", args=[case.pk, need.pk]), words)
    assert page.status_code == 422
    assert "pilih Telepon dan bacakan sendiri kodenya" in page.text


def test_the_page_says_both_places(cast, need, signed_in, asking):
    row = prepared(cast, asking, need, replace(BY_HP, code_contact="0813-1111-2222"))
    with asking(cast.ayu) as by:
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        actions.send(by=by, referral=fresh(row), leave=SPOKEN)
    page = signed_in(cast.ayu).get(reverse("referrals:referral", args=[row.case_id, row.pk])).text
    assert "Kirim tautan lewat WhatsApp ke" in page
    assert "Sampaikan kodenya lewat SMS ke" in page
    assert "0813-1111-2222" in page


def test_the_database_holds_it_too(cast, need, asking):
    row = prepared(cast, asking, need, replace(BY_HP, code_contact="0813-1111-2222"))
    for change in ({"code_print": row.link_print}, {"code_print": None}):
        with (
            asking(cast.ayu),
            pytest.raises(IntegrityError, match="referral_code_goes_elsewhere"),
            transaction.atomic(),
        ):
            Referral.objects.filter(pk=row.pk).update(**change)


def test_of_an_entry_with_two_contacts_each_gets_one():
    def match(*contacts):
        return matching.Match(service_id=None, organization_id=None, name="", place="", contacts=contacts)

    mail, phone, chat = ("email", "a@b.example"), ("phone", "022-123456"), ("whatsapp", HP)
    one = match(phone, mail)
    assert (one.link_by, one.contact, one.code_by, one.code_contact) == ("email", mail[1], "phone", phone[1])
    one = match(chat, mail)
    assert (one.link_by, one.contact, one.code_by, one.code_contact) == ("whatsapp", HP, "email", mail[1])
    one = match(mail)
    assert (one.link_by, one.code_by, one.code_contact) == ("email", "phone", "")
    one = match(phone)
    assert (one.link_by, one.contact, one.code_by) == ("email", "", "phone")
