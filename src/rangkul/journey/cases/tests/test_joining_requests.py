"""A request about somebody whose case runs joins it, or a second case is opened with a reason."""

import pytest
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case, CaseTicket, Note, Task


@pytest.fixture
def asked(case, cast, asking, wati):
    """`asked(for_whom="other")`: a further request about Wati, whose case Ayu holds."""

    def make(given=HUNGRY, **changes):
        made = handed_in(given, **changes)
        with asking(cast.ayu) as by:
            request = Request.objects.get(pk=made.pk)
            intake.link_person(by=by, request=request, person=wati)
            return Request.objects.get(pk=made.pk)

    return make


def test_the_verb_wants_an_answer(asked, case, cast, asking):
    request = asked()
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as silent:
            intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
        assert (silent.value.code, silent.value.field) == ("running", "running")
        with pytest.raises(Refused):
            intake.accept(by=by, request=request, text="Ya", running=Answer(join=request.pk), no_conflict=True)
        second = intake.accept(
            by=by, request=request, text="Ya", running=Answer(second="Suaminya juga klien Ayu"), no_conflict=True
        )
        assert second.pk != case.pk
        assert "Suaminya juga klien Ayu" in Note.objects.select_related("key").get(case=second).text


def test_an_own_request_opens_the_case_it_joins(asked, case, cast, asking):
    request = asked()
    with asking(cast.ayu) as by:
        Request.objects.filter(pk=request.pk).update(level="kuning")
        assert (
            intake.accept(by=by, request=request, text="Ya", running=Answer(join=case.pk), no_conflict=True).pk
            == case.pk
        )
        assert Case.objects.get().level == "kuning"
        assert Task.objects.get(kind="duty").owner_id == cast.ayu.pk
        assert "Permintaan lain digabungkan ke kasus ini" in [one.entry.title for one in queries.timeline(case)]
    with asking_as(holder(request)):
        assert Case.objects.get().pk == case.pk
        assert queries.reads_own(case)


def test_who_asked_for_somebody_else_sees_nothing_of_it(asked, case, cast, asking):
    request = asked(for_whom="other")
    with asking(cast.ayu) as by:
        intake.accept(by=by, request=request, text="Ya", running=Answer(join=case.pk), no_conflict=True)
        assert queries.case_behind(request.pk) is None
        for task in Task.objects.select_related("key"):
            assert request.ticket_words not in task.title
        assert not queries.has_ticket(case)
        assert CaseTicket.objects.get().holder == "asker"
    with asking_as(holder(request)):
        assert not Case.objects.exists()
        assert Request.objects.get().state == "accepted"


def test_a_complaint_never_comes_to_whom_it_names(asked, case, cast, asking):
    request = asked()
    with asking(cast.sari) as by:
        Request.objects.filter(pk=request.pk).update(against=cast.ayu, owner=cast.sari)
        request = Request.objects.get(pk=request.pk)
        with pytest.raises(Refused, match="mengadukan"):
            intake.accept(by=by, request=request, text="Ya", running=Answer(join=case.pk), no_conflict=True)
        with pytest.raises(Refused, match="mengadukan"):
            actions.join_request(by=by, case=case, request=request)


def test_a_request_never_joins_a_case_of_somebody_tied_to_its_person(asked, case, cast, asking):
    request = asked()
    with asking(cast.ayu) as by:
        intake.state_conflict(by=by, request=request, kind="relative", words="Adik ipar")
    with asking(cast.sari) as by:
        request = Request.objects.get(pk=request.pk)
        with pytest.raises(Refused, match="hubungan pribadi"):
            actions.join_request(by=by, case=case, request=request)


def test_a_case_out_of_sight_is_no_hint(asked, case, cast, asking):
    """Dimas sees the request of his unit and the person, but not the case of Ayu."""
    request = asked()
    with asking(cast.dimas) as by:
        assert not Case.objects.exists()
        assert intake.running_for(request, request.person_id, "person") == []
        assert intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True).pk != case.pk


def test_the_page_shows_what_runs_and_keeps_what_was_typed(asked, case, cast, signed_in, asking):
    request = asked()
    browser, page = signed_in(cast.ayu), reverse("intake:decide", args=[request.pk, "terima"])
    text = browser.get(page).content.decode()
    assert case.number in text
    assert "Perkenalan dan kontrak" in text
    words = {"client_kind": "person", "who": str(request.person_id), "text": "Kami datang Senin.", "no_conflict": "on"}
    unsaid = browser.post(page, words)
    assert unsaid.status_code == 422
    assert "Kami datang Senin." in unsaid.content.decode()
    assert browser.post(page, words | {"running": "second"}).status_code == 422
    joined = browser.post(page, words | {"running": str(case.pk)})
    assert joined.url == case.get_absolute_url()
    with asking(cast.ayu):
        assert Case.objects.count() == 1
        assert Request.objects.get(pk=request.pk).state == "accepted"
