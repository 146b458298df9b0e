"""A doubt whether two registrations are one person has an owner and a day, and climbs until somebody answers it."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people import actions, queries
from rangkul.commons.people.actions.doubts import WITHIN
from rangkul.commons.people.models import Doubt
from rangkul.journey.cases import jobs
from rangkul.journey.cases.models import Escalation
from rangkul.web.accounts.tests.test_closing import close, words
from rangkul.web.desks.open_doubts import KIND

CLOCK = job("cases.clock")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def told():
    with asking_as(CLOCK):
        rows = Escalation.objects.filter(kind=KIND, settled_at=None).order_by("step")
        return list(rows.values_list("told_id", flat=True))


@pytest.fixture
def pair(cast, asking):
    with asking(cast.ayu) as by:
        return [actions.register(by=by, full_name=name, sex="P") for name in ("Wati Contoh", "Wati Conto")]


@pytest.fixture
def row(cast, asking, pair):
    """A junior doubts; Ayu is to answer."""
    with asking(cast.dimas) as by:
        for _twice in range(2):
            actions.doubt(by=by, one=pair[1], other=pair[0], owner=cast.ayu, why="Tanggal lahirnya berbeda satu hari.")
        return Doubt.objects.get()


def test_it_climbs_after_its_day_until_it_is_answered(cast, asking, pair, row, signed_in):
    tick()
    assert told() == []
    decide = reverse("people:decide", args=[row.one_id, row.other_id])
    assert decide in signed_in(cast.ayu).get(reverse("desks:today")).text
    with time_machine.travel(now() + WITHIN + timedelta(hours=1)):
        tick()
        assert told() == [cast.sari.pk]
        assert decide in signed_in(cast.sari).get(reverse("desks:risen")).text
        with asking_as(CLOCK):
            Escalation.objects.update(next_at=now() - timedelta(seconds=1))
        tick()
        assert told() == [cast.sari.pk, cast.rini.pk]
        # The head sees neither of them, and learns whose it is.
        page = signed_in(cast.rini).get(reverse("desks:risen")).text
        assert "Wati" not in page
        assert "tanyakan kepada petugasnya" in page
        with asking(cast.ayu) as by:
            actions.look_further(by=by, doubt=row, why="Akta lahirnya.")
        assert told() == []
        with asking(cast.ayu) as by:
            actions.answer_different(by=by, doubt=row, why="Ibunya lain.")
            assert Event.objects.filter(name="doubt.answered").count() == 1
            assert queries.answered_different(pair[0]) == {pair[1].pk}
    with time_machine.travel(now() + 4 * WITHIN):
        tick()
        assert told() == []


def test_a_merge_answers_it_and_ends_the_climb(cast, asking, pair, row):
    with time_machine.travel(now() + WITHIN + timedelta(hours=1)):
        tick()
        with asking(cast.sari) as by:
            actions.merge(by=by, kept=pair[0], absorbed=pair[1], reason="KTP dan ibunya sama.")
            row.refresh_from_db()
            assert (row.answer, row.answered_by_id) == ("same", cast.sari.pk)
        assert told() == []


def test_it_is_not_put_off_for_ever(cast, asking, row):
    with asking(cast.ayu) as by:
        for _week in range(2):
            actions.look_further(by=by, doubt=row, why="Menunggu KK.")
        with pytest.raises(Refused, match="Sudah dua kali"):
            actions.look_further(by=by, doubt=row, why="Menunggu lagi.")
    with asking(cast.sari) as by:
        assert actions.look_further(by=by, doubt=row, why="Menunggu Dukcapil.").put_off == 3


def test_who_answers_and_who_sees(cast, asking, pair, row):
    with asking(cast.dimas) as by, pytest.raises(PermissionDenied):
        actions.answer_different(by=by, doubt=row, why="Beda.")
    with asking(cast.ayu) as by, pytest.raises(Refused, match="siapa yang memastikan"):
        actions.doubt(by=by, one=pair[0], other=pair[1], owner=cast.dimas, why="Ragu.")
    for stranger in (cast.budi, cast.adi, cast.agus):
        with asking(stranger):
            assert not Doubt.objects.exists()
    with asking(cast.budi) as by, pytest.raises(PermissionDenied):
        actions.doubt(by=by, one=pair[0], other=pair[1], owner=cast.budi, why="Ragu.")
    first, second = sorted(pair, key=lambda one: one.pk)
    with asking(cast.ayu), pytest.raises(IntegrityError, match="pair_in_order"), transaction.atomic():
        Doubt.objects.create(one=second, other=first, agency=cast.ayu.agency, owner=cast.ayu, asked_by=cast.ayu,
                             why="Ragu", due_at=now())  # fmt: skip
    # Who sees only one of the two sees no doubt about it either.
    with asking(cast.ayu) as by:
        actions.restrict(by=by, person=first, reason="Suaminya mencarinya.")
    with asking(cast.candra):
        assert not Doubt.objects.exists()


def test_the_pages_record_and_answer_it(cast, pair, signed_in, asking):
    one, other = pair
    browser = signed_in(cast.ayu)
    at = reverse("people:decide", args=[one.pk, other.pk])
    assert "Belum yakin" in browser.get(at).text
    post = reverse("people:doubt", args=[one.pk, other.pk])
    missing = browser.post(post, {"owner": str(cast.ayu.pk), "why": ""})
    assert missing.status_code == 422
    assert browser.post(post, {"owner": str(cast.sari.pk), "why": "Alamatnya lain."}).status_code == 302
    assert "Alamatnya lain." in browser.get(reverse("people:merge", args=[one.pk])).text
    shown = browser.get(at).text
    assert "Dipastikan oleh Sari Supervisor" in shown
    assert "Catat keraguan ini" not in shown
    with asking(cast.ayu):
        row = Doubt.objects.get()
    answer = reverse("people:answer_doubt", args=[row.pk])
    assert signed_in(cast.budi).post(answer, {"why": "x", "jawaban": "beda"}).status_code == 404
    assert browser.post(answer, {"why": "", "jawaban": "beda"}).status_code == 422
    assert browser.post(answer, {"why": "Perlu akta.", "jawaban": "lagi"}).status_code == 302
    assert "Perlu akta." in browser.get(at).text
    assert browser.post(answer, {"why": "Beda ibu.", "jawaban": "beda"}).status_code == 302
    proposed = browser.get(reverse("people:merge", args=[one.pk])).text
    assert "Wati Conto<" not in proposed


def test_whose_account_is_closed_hands_it_on(cast, asking, row):
    assert "1 keraguan" in words(cast, asking, cast.ayu)
    close(cast, asking, cast.ayu)
    with asking(cast.sari):
        assert Doubt.objects.get().owner_id == cast.sari.pk
