"""A plan for staying and one for leaving: made together, printed without a secret on it, never sent; and the rights."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from tests.support.pdf_words import says, words_of

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.trust.hooks import Whose
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.keeping import copy_of_protection
from rangkul.journey.protection.models import SafetyPlan
from rangkul.journey.protection.rights_words import RIGHTS
from rangkul.journey.protection.safety_words import ASKS
from rangkul.journey.protection.states import GivenBy
from rangkul.journey.protection.tests.conftest import CLOCK

WORD = "Tolong pinjam gula"


@pytest.fixture
def written(case, cast, asking):
    with asking(cast.ayu) as by:
        return actions.write_plan(
            by=by, folder=case, situation="stay", answers={"word": WORD, "room": " "}, together=True
        )


def test_it_is_sealed_in_versions_and_its_words_stay_out_of_the_log(written, case, cast, asking):
    with asking(cast.ayu) as by:
        actions.write_plan(by=by, folder=case, situation="stay", answers={"word": "Lain"}, together=True)
        plan = queries.safety_plans(case)["stay"]
        assert (plan.row.version, plan.older, [words for _label, words in plan.parts]) == (2, 1, ["Lain"])
        assert queries.answers_of(SafetyPlan.objects.select_related("key").get(version=1)) == {"word": WORD}
        payloads = Event.objects.filter(name="protection_plan.written").values_list("payload", flat=True)
        assert all(set(payload) == {"id", "situation", "version"} for payload in payloads)


def test_a_plan_without_a_word_is_none(case, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.write_plan(by=by, folder=case, situation="stay", answers={"word": "  ", "lain": "x"}, together=True)


def test_who_writes_it_alone_says_why(case, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.write_plan(by=by, folder=case, situation="leave", answers={"bag": "x"}, together=False)
    assert refused.value.field == "alone_because"


def test_there_is_no_way_of_sending_it(written, cast, asking):
    # Behind the ticket the person looks for it themself, after saying that this is safe.
    assert set(GivenBy.values) == {"paper", "read", "ticket"}
    with asking(cast.ayu) as by:
        for how in ("whatsapp", "sms", ""):
            with pytest.raises(Refused):
                actions.give_plan(by=by, plan=written, how=how)
        actions.give_plan(by=by, plan=written, how="read")
        actions.give_plan(by=by, plan=written, how="read")
        assert Event.objects.filter(name="protection_plan.given").count() == 1


def test_no_machine_writes_one(case, asking):
    with asking(CLOCK), pytest.raises(PermissionDenied):
        actions.write_plan(by=CLOCK, folder=case, situation="stay", answers={"word": "x"}, together=True)


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_no_plan(written, cast, asking, who):
    with asking(getattr(cast, who)):
        assert not SafetyPlan.objects.exists()


def test_names_of_questions_are_told_once():
    for asks in ASKS.values():
        assert len({ask.name for ask in asks}) == len(asks)


def test_it_is_written_given_and_printed_on_the_pages(case, cast, signed_in, asking):
    browser, place = signed_in(cast.ayu), reverse("protection:safety", args=[case.pk])
    assert "Belum ada rencana" in browser.get(place).content.decode()
    write = reverse("protection:safety_write", args=[case.pk, "stay"])
    assert "Jangan tulis alamat" in browser.get(write).content.decode()
    assert browser.post(write, {"once": str(uuid4()), "word": "", "together": "on"}).status_code == 422
    words = {"once": str(uuid4()), "word": WORD, "together": "on"}
    for _ in range(2):
        assert browser.post(write, words).status_code == 302
    with asking(cast.ayu):
        row = SafetyPlan.objects.get()
    assert WORD in browser.get(place).content.decode()
    assert WORD in browser.get(write).content.decode()
    paper = browser.get(reverse("protection:safety_paper", args=[case.pk, row.pk]))
    text = words_of(paper.content)
    assert says(text, WORD)
    for secret in ("Wati", "keselamatan", "kekerasan", "Perlindungan", cast.ayu.agency.name):
        assert not says(text, secret)
    assert "Catatan.pdf" in paper.headers["Content-Disposition"]
    give = reverse("protection:safety_give", args=[case.pk, row.pk])
    assert browser.post(give, {"once": str(uuid4())}).status_code == 422
    browser.post(give, {"once": str(uuid4()), "how": "paper"})
    assert "Di kertas, diserahkan langsung" in browser.get(place).content.decode()


def test_steps_refuse_get_and_strangers(written, cast, signed_in):
    give = reverse("protection:safety_give", args=[written.case_id, written.pk])
    assert signed_in(cast.ayu).get(give).status_code == 405
    assert signed_in(cast.budi).post(give, {"once": str(uuid4())}).status_code == 404
    for name, more in (("safety", []), ("safety_write", ["stay"]), ("safety_paper", [written.pk]), ("rights", [])):
        address = reverse(f"protection:{name}", args=[written.case_id, *more])
        assert signed_in(cast.budi).get(address).status_code == 404
    odd = reverse("protection:safety_write", args=[written.case_id, "lari"])
    assert signed_in(cast.ayu).get(odd).status_code == 404


def test_rights_are_told_with_their_source(case, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("protection:rights", args=[case.pk])).content.decode()
    for one in RIGHTS:
        assert one.source in page
    assert "perlu diperiksa" in page
    paper = signed_in(cast.ayu).get(reverse("protection:rights_paper", args=[case.pk]))
    assert says(words_of(paper.content), "UU 12/2022 Pasal 67")


def test_a_copy_says_that_a_plan_was_made_and_not_what_it_says(written, case, cast, asking):
    with asking(cast.ayu) as by:
        brought = actions.Brought("Foto lengan", "Wati", "consent", clock.now())
        kept = actions.keep_evidence(by=by, folder=case, brought=brought, words="Memar")
        actions.keep_evidence(
            by=by,
            folder=case,
            brought=actions.Brought("Kata RT", "Ketua RT", "duty", clock.now()),
            words="Katanya begitu",
        )
        (section,) = copy_of_protection(Whose((case.person_id,)))
        said = str(section.rows)
        assert kept.sha in said
        assert "Tetap tinggal" in said
        assert WORD not in said
        assert "Kata RT" not in said
