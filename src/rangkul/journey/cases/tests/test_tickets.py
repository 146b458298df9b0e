"""The client's own door to a case: given by hand, renewed, taken back. Who asked sees no more, and is not told of."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, Asker, asking_as
from rangkul.base.live import telling
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.models import Household, Person
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import first_pin
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case, CaseTicket, Note
from rangkul.journey.cases.states import CaseRole


def page_of(case):
    return reverse("cases:tickets", args=[case.pk])


def opens(request, pin):
    return intake.open_door(by=PUBLIC, ticket=request.ticket, pin=pin, address="10.0.0.9").request_id is not None


@pytest.fixture
def given(case, cast, asking):
    """The ticket of Wati, whose case was opened from her page."""
    with asking(cast.ayu) as by:
        return actions.give_ticket(by=by, case=case, said_safe=True)


@pytest.fixture
def neighbour(cast, asking, wati):
    """A neighbour asked for Wati, and the request became her case."""
    made = handed_in(for_whom="other", narrative="Tetangga saya dipukul suaminya")
    with asking(cast.ayu) as by:
        request = Request.objects.get(pk=made.pk)
        intake.link_person(by=by, request=request, person=wati)
        intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
    return made


def test_a_case_that_nobody_asked_for_gets_its_door(case, given, cast, asking):
    with asking(cast.ayu):
        request = Request.objects.get(pk=given.request_id)
        assert (request.state, request.via, request.for_whom) == ("accepted", "case", "self")
        actions.write_note(by=cast.ayu.asker(), case=case, text="Wati bercerita tentang ibunya")
        assert Event.objects.filter(name="case.ticket_given", subject_id=case.pk).count() == 1
    with asking_as(PUBLIC):
        assert opens(request, first_pin(request))
    with asking_as(holder(request)):
        assert Case.objects.get().pk == case.pk
        assert queries.reads_own(case)
        assert [one.text for one in queries.told_of(case, 10)[0]] == ["Wati bercerita tentang ibunya"]


def test_it_is_given_once_and_safely_by_who_leads(case, cast, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as unsafe:
            actions.give_ticket(by=by, case=case)
        assert unsafe.value.field == "said_safe"
        actions.give_ticket(by=by, case=case, said_safe=True)
        with pytest.raises(Refused, match="Sudah ada tiket"):
            actions.give_ticket(by=by, case=case, said_safe=True)
    with asking(cast.budi) as by, pytest.raises((PermissionDenied, Http404)):
        actions.give_ticket(by=by, case=case, said_safe=True)


def test_who_asked_sees_no_more_and_is_not_told_of(neighbour, cast, asking):
    with asking(cast.ayu):
        case = Case.objects.get()
    with asking_as(holder(neighbour)) as by:
        assert Case.objects.get().pk == case.pk
        actions.send_note(by=by, case=case, text="Saya Bu Tini dari sebelah, ia menangis lagi")
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as unread:
            actions.give_ticket(by=by, case=case, said_safe=True)
        assert unread.value.field == "read_over"
        ticket = actions.give_ticket(by=by, case=case, said_safe=True, read_over=True)
        assert not queries.told_of(case, 10)[0]
    own = Asker("ticket", ticket_id=ticket.request_id)
    with asking_as(own) as by:
        assert queries.reads_own(case)
        assert not Note.objects.exists()
        assert not Request.objects.filter(pk=neighbour.pk).exists()
        assert not CaseTicket.objects.exclude(pk=ticket.pk).exists()
        actions.send_note(by=by, case=case, text="Saya ingin bicara sendiri")
    with asking_as(holder(neighbour)):
        assert [note.text for note in Note.objects.select_related("key")] == [
            "Saya Bu Tini dari sebelah, ia menangis lagi"
        ]
        assert not queries.reads_own(case)
        assert not queries.for_client(case)
    with asking(cast.ayu):
        assert Note.objects.count() == 2
        assert queries.clients_request(case).pk == ticket.request_id


def test_no_ticket_writes_in_the_name_of_another(neighbour, cast, asking):
    with asking(cast.ayu):
        case = Case.objects.select_related("key").get()
    with asking_as(holder(neighbour)):
        note = Note(case=case, key=case.key, kind="client")
        note.text = "Bukan saya"
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            note.save(force_insert=True)
    with asking_as(holder(neighbour)):
        assert CaseTicket.objects.update(ended_because="") == 0


def test_a_new_pin_kills_the_old_one_and_who_is_inside(case, given, cast, asking, visitor):
    with asking(cast.ayu) as by:
        request = Request.objects.get(pk=given.request_id)
        old = first_pin(request)
    door = {"ticket": request.ticket, "pin": old, "kept": ""}
    assert visitor.post(reverse("portal:door"), door).status_code == 302
    page = visitor.get(reverse("portal:request"))
    assert page.status_code == 200
    assert "Baca catatan tentang saya" in page.content.decode()
    assert "Yang Anda sampaikan" not in page.content.decode()
    with asking(cast.ayu) as by:
        new = actions.renew_ticket(by=by, ticket=given)
        assert Event.objects.filter(name="case.ticket_renewed", subject_id=case.pk).count() == 1
    assert visitor.get(reverse("portal:request")).status_code == 302
    with asking_as(PUBLIC):
        assert not opens(request, old)
        assert opens(request, new)
    assert visitor.post(reverse("portal:door"), door | {"pin": new}).status_code == 302
    assert visitor.get(reverse("portal:request")).status_code == 200


def test_what_was_taken_back_opens_nothing(case, given, cast, asking):
    with asking(cast.ayu) as by:
        request = Request.objects.get(pk=given.request_id)
        with pytest.raises(Refused):
            actions.take_back_ticket(by=by, ticket=given, because="bosan")
        actions.take_back_ticket(by=by, ticket=given, because="unsafe")
        with pytest.raises(Refused, match="sudah ditarik"):
            actions.renew_ticket(by=by, ticket=given)
        assert Event.objects.filter(name="case.ticket_taken_back", subject_id=case.pk).count() == 1
        actions.give_ticket(by=by, case=case, said_safe=True)
    with asking_as(PUBLIC):
        assert not opens(request, first_pin(request))
    with asking_as(holder(request)):
        assert not Case.objects.exists()
        assert not queries.reads_own(case)
    with asking(cast.ayu), pytest.raises(IntegrityError), transaction.atomic():
        CaseTicket.objects.filter(pk=given.pk).update(ended_by=None)


def test_open_streams_end_with_the_pin_and_with_the_ticket(given, cast, asking, monkeypatch):
    shut = []
    monkeypatch.setattr(telling, "shut", shut.append)
    with asking(cast.ayu) as by:
        actions.renew_ticket(by=by, ticket=given)
        actions.take_back_ticket(by=by, ticket=given, because="unsafe")
    assert shut == [given.request_id] * 2


def test_one_adult_stands_for_a_household(cast, asking, wati):
    with asking(cast.ayu) as by:
        home = Household.objects.create(agency=cast.ayu.agency, unit=cast.ayu.unit, name="Keluarga Wati")
        child = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu,
            full_name="Rara Contoh", birth_date=date(2020, 1, 1), birth_precision="day",
        )  # fmt: skip
        stranger = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu, full_name="Lain"
        )
        home.members.create(person=wati)
        home.members.create(person=child)
        case = actions.open_case(by=by, client_kind="household", household=home)
        own = actions.open_case(by=by, person=wati)
        for who in (child, stranger, None):
            with pytest.raises(Refused) as wrong:
                actions.give_ticket(by=by, case=case, person=who, said_safe=True)
            assert wrong.value.field == "person"
        ticket = actions.give_ticket(by=by, case=case, person=wati, said_safe=True)
        actions.write_note(by=by, case=case, text="Tentang beberapa orang")
    with asking_as(Asker("ticket", ticket_id=ticket.request_id)):
        assert list(Case.objects.values_list("pk", flat=True)) == [case.pk]
        assert not queries.reads_own(case)
        assert not queries.reads_own(own)
        assert not Note.objects.exists()
    with asking(cast.ayu):
        assert case.people.filter(role=CaseRole.MEMBER).count() == 2


def test_the_page_gives_renews_and_takes_back(case, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    assert "Belum ada tiket" in browser.get(page_of(case)).content.decode()
    refused = browser.post(page_of(case), {})
    assert refused.status_code == 422
    assert "amankah" in refused.content.decode()
    once = {"said_safe": "on", "once": "11111111-1111-4111-8111-111111111111"}
    slip = browser.post(page_of(case), once).content.decode()
    with asking(cast.ayu):
        ticket = CaseTicket.objects.select_related("request").get()
    assert ticket.request.ticket_words in slip
    assert first_pin(ticket.request) in slip
    assert "Wati" not in slip
    assert browser.post(page_of(case), once).content.decode().count(first_pin(ticket.request)) == 1
    assert first_pin(ticket.request) not in browser.get(page_of(case)).content.decode()
    renewed = browser.post(reverse("cases:ticket_renew", args=[case.pk, ticket.pk])).content.decode()
    assert first_pin(ticket.request) not in renewed
    back = reverse("cases:ticket_back", args=[case.pk, ticket.pk])
    assert browser.post(back, {"because": ""}).status_code == 422
    assert browser.post(back, {"because": "lost"}).status_code == 302
    assert "Hilang atau dicuri" in browser.get(page_of(case)).content.decode()
    assert signed_in(cast.budi).get(page_of(case)).status_code == 404
    assert signed_in(cast.budi).post(back, {"because": "lost"}).status_code == 404
