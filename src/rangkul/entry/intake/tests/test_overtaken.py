"""Two workers decide at the same moment: the second hears who was first, and nothing is sent twice."""

import re

import pytest

from rangkul.base.actions import Refused
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Decision, Request
from rangkul.entry.intake.tests.situations import handed_in, holder

pytestmark = pytest.mark.django_db

NONE_YET = actions.NONE_YET


def page_of(browser, made, verb="tanya"):
    return browser.get(f"/kerja/antrean/{made.pk}/putuskan/{verb}/").content.decode()


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]+)"', page).group(1)


def outcomes(asking, by):
    with asking(by):
        return list(Decision.objects.order_by("made_at").values_list("outcome", flat=True))


def test_the_second_is_refused_by_name(cast, asking):
    made = handed_in()
    with asking(cast.sari):
        actions.refer(
            by=cast.sari.asker(),
            request=made,
            partner="Puskesmas",
            text="Kami tanyakan.",
            seen=NONE_YET,
            no_conflict=True,
        )
    with asking(cast.ayu), pytest.raises(Refused, match=r"Sari sudah memutuskan pukul \d\d\.\d\d: Dirujuk") as refused:
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Sejak kapan?", seen=NONE_YET)
    assert refused.value.code == "overtaken"
    assert outcomes(asking, cast.ayu) == ["referred"]


def test_deciding_with_the_first_in_view_goes_through(cast, asking):
    made = handed_in()
    with asking(cast.sari):
        actions.refer(
            by=cast.sari.asker(),
            request=made,
            partner="Puskesmas",
            text="Kami tanyakan.",
            seen=NONE_YET,
            no_conflict=True,
        )
        first = actions.newest(made)
    with asking(cast.ayu):
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Sejak kapan?", seen=first.pk)
    assert outcomes(asking, cast.ayu) == ["referred", "info_asked"]


def test_the_asker_may_have_been_first(cast, asking):
    made = handed_in()
    with asking(holder(made)):
        actions.withdraw(by=holder(made), request=made)
    with asking(cast.ayu), pytest.raises(Refused, match="Pemohon sudah memutuskan"):
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Sejak kapan?", seen=NONE_YET)


def test_the_page_keeps_what_the_second_typed_and_asks_again(cast, asking, signed_in):
    made = handed_in()
    ayu, sari = signed_in(cast.ayu), signed_in(cast.sari)
    mine, theirs = page_of(ayu, made), page_of(sari, made)
    address = f"/kerja/antrean/{made.pk}/putuskan/tanya/"
    sari.post(address, {"text": "Sejak kapan?", "seen": hidden(theirs, "seen"), "once": hidden(theirs, "once")})
    typed = {"text": "Di mana Ibu tidur?", "seen": hidden(mine, "seen"), "once": hidden(mine, "once")}
    answer = ayu.post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Sari sudah memutuskan" in page
    assert "Di mana Ibu tidur?" in page
    assert "Sejak kapan?" in page
    assert outcomes(asking, cast.ayu) == ["info_asked"]
    again = ayu.post(address, typed | {"seen": hidden(page, "seen"), "once": hidden(page, "once")})
    assert again.status_code == 302
    assert outcomes(asking, cast.ayu) == ["info_asked", "info_asked"]


def test_what_cannot_be_decided_any_more_keeps_the_words_to_copy(cast, asking, signed_in):
    made, ayu = handed_in(), signed_in(cast.ayu)
    page = page_of(ayu, made, "tolak")
    with asking(cast.sari):
        actions.decline(
            by=cast.sari.asker(), request=made, reason="helped_elsewhere", text="Sudah dibantu.", no_conflict=True
        )
    answer = ayu.post(
        f"/kerja/antrean/{made.pk}/putuskan/tolak/",
        {
            "reason": "other",
            "text": "Surat saya sendiri.",
            "no_conflict": "on",
            "seen": hidden(page, "seen"),
            "once": hidden(page, "once"),
        },
    )
    told = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Sari sudah memutuskan", "tidak terkirim", "Surat saya sendiri."):
        assert words in told
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).state == "declined"
    assert outcomes(asking, cast.ayu) == ["declined"]
