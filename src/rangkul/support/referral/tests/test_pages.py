"""A worker's way: need, receiver, data, preview, consent, sent; each page closed to who has no business there."""

from dataclasses import replace

import pytest
from django.urls import reverse

from rangkul.journey.cases.models import Task
from rangkul.support.referral import actions
from rangkul.support.referral.actions import Told
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN, fresh


def once(page) -> dict:
    return {"once": page.content.decode().split('name="once" value="')[1].split('"')[0]}


def test_from_need_to_sent(signed_in, cast, case, asking):
    browser = signed_in(cast.ayu)
    start = reverse("referrals:of_case", args=[case.pk])
    browser.post(start, {**once(browser.get(start)), "kind": "shelter", "words": "Takut pulang"})
    with asking(cast.ayu):
        need = Need.objects.get()
    page = browser.post(
        reverse("referrals:prepare", args=[case.pk, need.pk]),
        {**once(browser.get(reverse("referrals:need", args=[case.pk, need.pk]))), "name": "Rumah Aman",
         "contact": "0812-3456-7890", "link_by": "whatsapp", "code_by": "phone"},
    )  # fmt: skip
    draft = browser.get(page.headers["Location"])
    assert "checked" not in draft.content.decode().split("referral-pieces")[1].split("</fieldset>")[0]
    with asking(cast.ayu):
        row = Referral.objects.get()
    words = {**once(draft), "asked": ASKED, "go_called": "on", "why_called": "Supaya tahu siapa", "why_kind": "x"}
    browser.post(reverse("referrals:choose", args=[case.pk, row.pk]), words)
    preview = browser.get(page.headers["Location"]).content.decode()
    assert "Ini saja yang dikirim" in preview
    refused = browser.post(reverse("referrals:send", args=[case.pk, row.pk]), {"ground": "consent", "mode": "spoken"})
    assert refused.status_code == 422
    browser.post(
        reverse("referrals:send", args=[case.pk, row.pk]),
        {"ground": "consent", "mode": "spoken", "witness": "Ibu RT"},
    )
    after = browser.get(page.headers["Location"]).content.decode()
    assert "Tautan dan kode" in after
    with asking(cast.ayu):
        assert set(row.items.values_list("name", flat=True)) == {"called"}


def test_a_piece_without_its_reason_is_refused(signed_in, cast, draft):
    answer = signed_in(cast.ayu).post(
        reverse("referrals:choose", args=[draft.case_id, draft.pk]), {"asked": ASKED, "go_called": "on"}
    )
    assert answer.status_code == 422


def test_a_warm_hand_over_is_a_task(signed_in, cast, sent, asking):
    browser = signed_in(cast.ayu)
    there = browser.get(reverse("referrals:referral", args=[sent.case_id, sent.pk]))
    browser.post(reverse("referrals:call", args=[sent.case_id, sent.pk]), {**once(there), "due": "2099-01-01"})
    with asking(cast.ayu):
        assert "Rumah Aman Contoh" in Task.objects.select_related("key").get().title


@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi"])
def test_others_find_nothing(signed_in, cast, sent, who):
    browser = signed_in(getattr(cast, who))
    for name, args in (("of_case", [sent.case_id]), ("need", [sent.case_id, sent.need_id]),
                       ("referral", [sent.case_id, sent.pk])):  # fmt: skip
        assert browser.get(reverse(f"referrals:{name}", args=args)).status_code == 404


def test_verbs_are_no_gets(signed_in, cast, sent):
    browser = signed_in(cast.ayu)
    for name in ("cancel", "told", "remind", "renew", "stop", "extend", "fail", "reply"):
        assert browser.get(reverse(f"referrals:{name}", args=[sent.case_id, sent.pk])).status_code == 405


def test_what_was_told_by_telephone_is_written_down(signed_in, cast, sent, asking):
    browser = signed_in(cast.ayu)
    browser.post(
        reverse("referrals:told", args=[sent.case_id, sent.pk]),
        {"said": "decline", "why": "full", "told_by": "Bu Contoh"},
    )
    with asking(cast.ayu):
        assert fresh(sent).state == "declined"


def test_whoever_still_waits_is_named_once_somebody_accepted(signed_in, cast, sent, need, asking):
    with asking(cast.ayu) as by:
        other = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, name="Dinas Contoh"))
        actions.choose_data(by=by, referral=other, asked=ASKED, chosen=CHOSEN)
        actions.send(by=by, referral=fresh(other), leave=SPOKEN)
    page = reverse("referrals:need", args=[sent.case_id, need.pk])
    assert "Tarik rujukan lain" not in signed_in(cast.ayu).get(page).content.decode()
    with asking(cast.ayu) as by:
        actions.accept(by=by, referral=fresh(sent), told=Told(by="Bu Contoh"))
    assert "Tarik rujukan lain" in signed_in(cast.ayu).get(page).content.decode()


def test_what_was_sent_stands_on_its_page(signed_in, cast, sent):
    page = signed_in(cast.ayu).get(reverse("referrals:referral", args=[sent.case_id, sent.pk])).content.decode()
    assert "Boleh dibaca sampai" in page
    assert "Tidak ada yang dikirim." not in page


def test_a_draft_that_was_given_up_says_that_nothing_left(signed_in, cast, draft, asking):
    with asking(cast.ayu) as by:
        actions.discard(by=by, referral=draft)
    page = signed_in(cast.ayu).get(reverse("referrals:referral", args=[draft.case_id, draft.pk])).content.decode()
    assert "Tidak ada yang dikirim." in page
    assert "Boleh dibaca sampai" not in page
