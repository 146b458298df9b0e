"""School and family meet about a child: the child is heard first, no other child is named, and they may meet again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.days import today
from rangkul.journey.cases import hooks, jobs
from rangkul.journey.cases.models import Escalation, Reminder
from rangkul.journey.conferences import actions
from rangkul.journey.conferences.actions import Called, Guest
from rangkul.journey.conferences.door import pin_of
from rangkul.journey.conferences.kinds import MEETINGS
from rangkul.journey.conferences.models import Conference
from rangkul.journey.conferences.states import Kind
from rangkul.journey.conferences.tests.conftest import WORDS, in_days

VOICE = "Aku mau tetap di kelasku. Jangan umumkan di depan."
ABOUT_CHILD = [Kind.SCHOOL, Kind.FAMILY]


@pytest.fixture
def other_child(monkeypatch):
    """The file knows another child in the matter."""
    monkeypatch.setattr(hooks, "children_called", [lambda case: ["Wati", "Klien", "Rangga", "R"]])


def call(by, case, kind=Kind.SCHOOL, **more):
    words = {"at": in_days(3), **WORDS, "kind": kind, "voice": VOICE, **more}
    return actions.call_conference(by=by, case=case, called=Called(**words))


@pytest.fixture
def school(case, cast, asking):
    with asking(cast.ayu) as by:
        return call(by, case)


def test_every_kind_has_its_words():
    assert set(MEETINGS) == set(Kind.values)
    for kind in ABOUT_CHILD:
        assert "Suara anak" in str(MEETINGS[kind].agenda)
        assert MEETINGS[kind].invited


@pytest.mark.parametrize("kind", ABOUT_CHILD)
def test_the_child_is_heard_before_anybody_is_called(case, cast, asking, kind):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            call(by, case, kind, voice=" ")
        assert refused.value.field == "voice"
        assert call(by, case, kind).voice == VOICE


def test_a_case_conference_asks_for_no_voice(case, cast, asking):
    with asking(cast.ayu) as by:
        assert call(by, case, Kind.CASE, voice="").voice == ""
        with pytest.raises(Refused):
            call(by, case, "lain")


@pytest.mark.parametrize("field", ["place", "question", "brief", "agenda", "voice"])
def test_no_other_child_is_named_in_the_call(other_child, case, cast, asking, field):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            call(by, case, **{field: "Bersama rangga, teman sekelas"})
        assert refused.value.field == field
        assert not Conference.objects.exists()
        assert call(by, case, **{field: "Wati, klien kami, Ranggawuni, R. dan lainnya"})


def test_nor_in_what_is_agreed_and_written_down(other_child, school, cast, asking):
    with asking(cast.ayu) as by:
        for words in ({"text": "Rangga pindah bangku"}, {"text": "Pindah bangku", "reason": "Karena Rangga"}):
            with pytest.raises(Refused):
                actions.decide(by=by, conference=school, due=today(), owner_kind="client", **words)
        with pytest.raises(Refused) as refused:
            actions.hold(by=by, conference=school, minutes="Rangga tidak hadir")
        assert refused.value.field == "minutes"


def test_a_case_conference_may_name_whom_it_must(other_child, case, cast, asking):
    with asking(cast.ayu) as by:
        assert call(by, case, Kind.CASE, brief="Rangga juga klien kami")


def test_when_they_meet_again_is_kept_until_the_next_is_called(school, cast, asking):
    again = today() + timedelta(days=14)
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            actions.hold(by=by, conference=school, minutes="Sepakat", next_on=today() - timedelta(days=1))
        assert refused.value.field == "next_on"
        actions.hold(by=by, conference=school, minutes="Sepakat", next_on=again)
        row = Reminder.objects.get()
        assert (row.kind, row.matter, row.due) == ("meet_again", school.pk, again)
        call(by, school.case, Kind.FAMILY)
        assert Reminder.objects.get().due == again
        call(by, school.case)
        assert Reminder.objects.get().due is None


def test_a_next_meeting_that_nobody_calls_is_told_above(school, cast, asking):
    with asking(cast.ayu) as by:
        actions.hold(by=by, conference=school, minutes="Sepakat", next_on=today())
        Reminder.objects.update(due=today() - timedelta(days=4), climbs_on=today() - timedelta(days=1))
    with asking_as(job("cases.clock")):
        jobs.move_clocks()
        assert Escalation.objects.get().told_id == cast.sari.pk


def test_the_database_wants_the_child_heard_and_the_meeting_held(case, called, cast, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="hears_the_child"), transaction.atomic():
        Conference.objects.filter(pk=called.pk).update(kind=Kind.SCHOOL)
    with asking(cast.ayu), pytest.raises(IntegrityError, match="meets_again"), transaction.atomic():
        Conference.objects.filter(pk=called.pk).update(next_on=today())


def test_a_school_meeting_from_the_first_page_to_the_next_date(case, cast, signed_in, asking):
    browser, here = signed_in(cast.ayu), reverse("conferences:of_case", args=[case.pk])
    page = browser.get(f"{here}?jenis=school").content.decode()
    for words in ("Suara dan keinginan anak", "guru BK", "Siapa orang dewasa yang bisa didatangi anak"):
        assert words in page
    assert "Suara dan keinginan anak" not in browser.get(here).content.decode()
    at = clock.local(in_days(3)).strftime("%Y-%m-%dT%H:%M")
    typed = {**WORDS, "at": at, "once": str(uuid4())}
    assert browser.post(f"{here}?jenis=school", typed).status_code == 422
    answer = browser.post(f"{here}?jenis=school", typed | {"voice": VOICE})
    page = browser.get(answer.url).content.decode()
    for words in ("Pertemuan dengan sekolah", VOICE, "Biasanya hadir:"):
        assert words in page
    with asking(cast.ayu):
        row = Conference.objects.get()
    change = reverse("conferences:change", args=[case.pk, row.pk])
    assert VOICE in browser.get(change).content.decode()
    louder = f"{VOICE} Ibu ikut."
    assert browser.post(change, typed | {"once": str(uuid4()), "voice": louder}).status_code == 302
    again = today() + timedelta(days=14)
    hold = reverse("conferences:hold", args=[case.pk, row.pk])
    words = {"once": str(uuid4()), "minutes": "Sepakat pindah bangku", "next_on": str(again)}
    assert browser.post(hold, words).status_code == 302
    assert "Bertemu lagi pada" in browser.get(answer.url).content.decode()
    assert "bertemu lagi" in browser.get(here).content.decode()
    timeline = browser.get(reverse("cases:case", args=[case.pk])).content.decode()
    for words in ("Pertemuan dengan sekolah direncanakan", "Pertemuan dengan sekolah selesai"):
        assert words in timeline


def test_the_teacher_reads_the_childs_voice_and_not_the_file(school, cast, asking):
    teacher = Guest(name="Bu Guru Contoh", profession="Guru BK", ground="consent")
    with asking(cast.ayu) as by:
        seat = actions.invite_guest(by=by, conference=school, guest=teacher)
    browser = Client()
    answer = browser.post(reverse("guests:door", args=[seat.code]), {"once": str(uuid4()), "pin": pin_of(seat.pk)})
    page = browser.get(answer.url).content.decode()
    assert VOICE in page
    assert "Wati" not in page
