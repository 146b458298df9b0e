"""Who decides about a request is not tied to its person; how the unit fits is shown, and going against it says why."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction
from django.http import Http404
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Unit
from rangkul.commons.people.states import Relation
from rangkul.commons.trust.queries import current_grants
from rangkul.entry.intake import actions, hooks, queries, rights
from rangkul.entry.intake.models import Conflict, Contact, Decision, Escalation, Request, Ruling
from rangkul.entry.intake.queries.queue import Wanted
from rangkul.entry.intake.rules.fitting import fitting
from rangkul.entry.intake.states import Told
from rangkul.entry.intake.tests.situations import HUNGRY, IN_DANGER, Asked, handed_in

pytestmark = pytest.mark.django_db


def fresh(pk):
    return Request.objects.select_related("key", "unit", "owner").get(pk=pk)


WORDS = {
    "accept": {},
    "refer": {"partner": "Puskesmas"},
    "decline": {"reason": "other"},
    "waitlist": {"again_at": now() + timedelta(days=8)},
}


@pytest.fixture
def hers(cast, asking):
    """Ayu owns it."""
    made = handed_in()
    with asking(cast.sari) as by:
        actions.assign(by=by, request=fresh(made.pk), owner=cast.ayu)
        return fresh(made.pk)


def state(cast, asking, request, who="ayu", kind="neighbour", words=""):
    with asking(getattr(cast, who)) as by:
        actions.state_conflict(by=by, request=request, kind=kind, words=words)


def test_who_is_tied_hands_it_up_and_somebody_else_is_chosen(cast, asking, hers):
    state(cast, asking, hers, words="Rumahnya di sebelah rumah saya.")
    with pytest.raises(Http404):
        state(cast, asking, hers)
    with asking(cast.sari) as by:
        request = fresh(hers.pk)
        assert request.owner_id == cast.sari.pk
        told = Escalation.objects.get(request=request, why=Told.CONFLICT)
        assert (told.told_id, told.acknowledged_at) == (cast.sari.pk, None)
        assert [one.row.pk for one in queries.risen_to(by)] == [request.pk]
        assert Conflict.objects.select_related("key").get().words == "Rumahnya di sebelah rumah saya."
        assert Event.objects.filter(name="request.conflict_stated", by_id=cast.ayu.pk).count() == 1
        assert "hubungan pribadi" in queries.rulings_of(request)["heir"].reasons[0].in_words()
        with pytest.raises(Refused, match="Ayu punya hubungan pribadi"):
            actions.assign(by=by, request=request, owner=cast.ayu)
        actions.assign(by=by, request=request, owner=cast.dimas)
        assert queries.risen_to(by) == []
        assert fresh(hers.pk).owner_id == cast.dimas.pk


@pytest.mark.parametrize("verb", ["accept", "refer", "decline", "waitlist", "ask_information", "reopen"])
def test_who_is_tied_decides_nothing(cast, asking, hers, verb):
    state(cast, asking, hers)
    with asking(cast.ayu) as by, pytest.raises(Http404):
        getattr(actions, verb)(by=by, request=hers, text="Kami kabari.", **WORDS.get(verb, {}))
    with asking(cast.sari):
        assert not Decision.objects.exists()


@pytest.mark.parametrize("verb", sorted(WORDS))
def test_nobody_takes_a_request_on_or_not_before_they_said_that_nothing_ties_them(cast, asking, hers, verb):
    with asking(cast.ayu) as by:
        actions.link_person(by=by, request=hers, person=people.register(by=by, full_name="Wati Contoh"))
        with pytest.raises(Refused) as refused:
            getattr(actions, verb)(by=by, request=hers, text="Kami kabari.", **WORDS[verb])
        assert (refused.value.field, refused.value.code) == ("no_conflict", "conflict")
        outcome = {"accept": "accepted", "refer": "referred", "decline": "declined", "waitlist": "waitlisted"}[verb]
        more = {"outcome": outcome, "before": "new", "decline_reason": "other" if verb == "decline" else ""}
        with pytest.raises(IntegrityError, match="conflict_asked"), transaction.atomic():
            Decision.objects.create(request=hers, key=hers.key, by=cast.ayu, **more)


def test_who_stepped_aside_reads_nothing_of_it_any_more(cast, asking, hers):
    with asking(cast.rini):
        rights.let_in(hers, cast.ayu.pk, "owner", "naik")
    state(cast, asking, hers)
    with asking(cast.ayu):
        assert not any(one.objects.exists() for one in (Request, Contact, Conflict, Escalation, Ruling))
        assert not Event.objects.filter(subject_id=hers.pk).exists()
        assert queries.is_set_aside(hers.pk)
        assert queries.queue(cast.ayu.asker(), Wanted()).rows == []
    with asking(cast.sari):
        assert not current_grants(("request", hers.pk)).filter(grantee_id=cast.ayu.pk).exists()
        assert Request.objects.filter(pk=hers.pk).exists()
        assert not queries.is_set_aside(hers.pk)
    for stranger in (cast.budi, cast.candra, cast.adi):
        with asking(stranger):
            assert not queries.is_set_aside(hers.pk)


def test_what_a_later_package_still_holds_is_handed_over_first(cast, asking, hers, monkeypatch):
    monkeypatch.setattr(hooks, "before_stepping_aside", [lambda request, staff_id: "Serahkan kasusnya dulu."])
    with pytest.raises(Refused, match="Serahkan kasusnya"):
        state(cast, asking, hers)
    with asking(cast.ayu):
        assert fresh(hers.pk).owner_id == cast.ayu.pk


def test_the_database_says_so_too(cast, asking, hers):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="somebody else owns"), transaction.atomic():
        Conflict.objects.create(request=hers, key=hers.key, staff=cast.ayu, kind="other")
    state(cast, asking, hers)
    with asking(cast.sari):
        with pytest.raises(IntegrityError, match="tied"), transaction.atomic():
            Request.objects.filter(pk=hers.pk).update(owner=cast.ayu)
        with pytest.raises(IntegrityError, match="tied"), transaction.atomic():
            Decision.objects.create(request=hers, key=hers.key, by=cast.ayu, outcome="referred", before="new")
        with pytest.raises(DatabaseError), transaction.atomic():
            Conflict.objects.update(kind="other")
    for stranger in (cast.budi, cast.candra, cast.adi):
        with asking(stranger):
            assert not Conflict.objects.exists()


def test_the_clock_passes_over_whoever_is_tied(cast, asking):
    """Sari is a relative, and stands above: the head is told, also of red."""
    made = handed_in(IN_DANGER)
    with asking(cast.rini):
        rights.let_in(made, cast.sari.pk, "supervision", "naik")
    state(cast, asking, made, who="sari", kind="relative")
    with asking_as(job("clocks")) as by:
        Request.objects.filter(pk=made.pk).update(escalate_at=made.received_at)
        for _step in range(3):
            actions.escalate(by=by, request=fresh(made.pk))
            Request.objects.filter(pk=made.pk).update(escalate_at=made.received_at)
        late = Escalation.objects.filter(request=made, why=Told.OVERDUE)
        assert late.exists()
        assert not late.filter(told=cast.sari).exists()


def test_what_was_closed_is_not_opened_again_for_whoever_is_tied(cast, asking, hers):
    with asking(cast.ayu) as by:
        actions.decline(by=by, request=hers, reason="other", text="Maaf.", no_conflict=True)
    state(cast, asking, hers)
    with asking(cast.sari) as by:
        actions.reopen(by=by, request=fresh(hers.pk), text="Kami buka lagi.")
        assert fresh(hers.pk).owner_id == cast.sari.pk


@pytest.mark.parametrize(("name", "answer"), [("budi", Http404), ("candra", Http404), ("adi", PermissionDenied)])
def test_who_may_not_work_on_it_says_nothing_about_it(cast, asking, hers, name, answer):
    with asking(getattr(cast, name)) as by, pytest.raises(answer):
        actions.state_conflict(by=by, request=hers, kind="relative")


def test_what_the_records_know_of_a_tie_is_said(cast, asking, hers):
    with asking(cast.ayu) as by:
        person = people.register(by=by, full_name="Wati Contoh")
        sister = people.register(by=by, full_name=cast.ayu.full_name)
        people.add_kinship(by=by, person=person, relative=sister, relation=Relation.SIBLING)
        actions.link_person(by=by, request=hers, person=person)
        (own,) = queries.ties_seen(by, fresh(hers.pk))
        assert "Apakah itu Anda?" in own
    with asking(cast.sari) as by:
        (colleague,) = queries.ties_seen(by, fresh(hers.pk))
        assert "rekan Anda Ayu" in colleague
    other = handed_in(asked=Asked(name="Wati Lain"))
    with asking(cast.ayu) as by:
        assert queries.ties_seen(by, fresh(other.pk)) == []


def test_one_press_more_decides_and_the_tied_one_finds_the_way(cast, asking, hers, signed_in):
    ayu, sari = signed_in(cast.ayu), signed_in(cast.sari)
    where = reverse("intake:decide", args=[hers.pk, "tunggu"])
    words = {"text": "Kami kabari.", "again_on": "", "once": uuid4()}
    shown = ayu.get(where).text
    assert "Cocok" in shown
    assert reverse("intake:conflict", args=[hers.pk]) in shown
    assert "no_conflict" not in ayu.get(reverse("intake:decide", args=[hers.pk, "tanya"])).text
    missing = ayu.post(where, words)
    assert missing.status_code == 422
    assert "Centang bila tidak ada hubungan" in missing.text
    assert "Kami kabari." in missing.text
    aside = reverse("intake:conflict", args=[hers.pk])
    assert ayu.post(aside, {"kind": "other", "words": ""}).status_code == 422
    shown = ayu.post(aside, {"kind": "business", "words": "Saya menyewa rumahnya."}, follow=True)
    assert "Anda sudah menyingkir" in shown.text
    assert hers.ticket_words not in shown.text
    for page in (aside, reverse("intake:request", args=[hers.pk])):
        told = ayu.get(page)
        assert (told.status_code, "Anda sudah menyingkir" in told.text) == (403, True)
    assert ayu.get(where).status_code == 404
    page = sari.get(reverse("intake:request", args=[hers.pk])).text
    assert "Ayu tidak memutuskan" in page
    assert "Saya menyewa rumahnya." in page
    assert f'value="{cast.ayu.pk}"' not in page
    assert signed_in(cast.budi).get(aside).status_code == 404
    gone = sari.post(reverse("intake:decide", args=[hers.pk, "tolak"]),
                     {"text": "Maaf.", "reason": "other", "no_conflict": "on", "once": uuid4()})  # fmt: skip
    assert gone.status_code == 302
    with asking(cast.sari):
        kept = Decision.objects.get()
        assert (kept.no_conflict, kept.fit, kept.against_fit) == (True, "fits", False)


def test_where_nobody_else_is_there_it_stays_and_says_so(cast, asking, hers):
    with asking(cast.adi):
        type(cast.ayu).objects.filter(agency_id=cast.adi.agency_id).exclude(pk__in=[cast.ayu.pk, cast.adi.pk]).update(
            is_active=False
        )
    with pytest.raises(Refused, match="Belum ada orang lain"):
        state(cast, asking, hers)
    with asking(cast.ayu):
        assert fresh(hers.pk).owner_id == cast.ayu.pk


@pytest.mark.parametrize(
    ("areas", "fields", "area", "problems", "code"),
    [
        (["32.73"], [], "32.73.02.1001", ["basic_needs"], "fits"),
        (["32.73"], ["violence_home"], "32.73.02", ["basic_needs"], "field"),
        (["32.73"], ["basic_needs"], "33.74", ["basic_needs"], "area"),
        (["32.7"], ["violence_home"], "32.73", ["basic_needs"], "both"),
        ([""], ["violence_home"], "32.73", [], "fits"),
        (["32.73"], [], "", [], "unknown"),
    ],
)
def test_how_a_unit_fits(areas, fields, area, problems, code):
    assert fitting(areas=areas, fields=fields, area=area, problems=problems).code == code


def test_going_against_the_fit_wants_a_sentence_and_is_never_blocked(cast, asking, signed_in):
    far, near = handed_in(HUNGRY), handed_in(HUNGRY)
    with asking(cast.adi):
        Unit.objects.filter(pk=cast.ayu.unit_id).update(areas=["32.77"])
    with asking(cast.ayu) as by:
        more = {"text": "Kami kabari.", "again_at": near.due_at}
        with pytest.raises(Refused) as refused:
            actions.waitlist(by=by, request=fresh(far.pk), **more, no_conflict=True)
        assert (refused.value.field, refused.value.code) == ("note", "against_fit")
        actions.waitlist(by=by, request=fresh(far.pk), note="Ibunya tinggal di sini.", **more, no_conflict=True)
        kept = Decision.objects.get(request=far)
        assert (kept.fit, kept.against_fit) == ("area", True)
        actions.decline(by=by, request=fresh(near.pk), reason="outside_area", text="Maaf.", no_conflict=True)
    page = signed_in(cast.ayu).get(reverse("intake:decide", args=[far.pk, "terima"])).text
    assert "Di luar wilayah" in page
    assert "Unit Bandung tidak melayani" in page
    with asking(cast.adi):
        Unit.objects.filter(pk=cast.ayu.unit_id).update(areas=["32.73"])
    inside = handed_in(HUNGRY)
    with asking(cast.ayu) as by, pytest.raises(Refused, match="Unit ini melayani"):
        actions.decline(by=by, request=fresh(inside.pk), reason="outside_area", text="Maaf.", no_conflict=True)
