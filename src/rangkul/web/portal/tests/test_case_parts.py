"""What Wati sees of her own case with ticket and PIN, and what nobody else sees."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, HandedIn
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Note, Task
from rangkul.web.middleware.asking import TICKET_SESSION_KEY


@pytest.fixture
def request_(cast, asking):
    """Wati's request, handed in by herself and accepted by Ayu."""
    with asking(None) as public:
        made = intake.submit(
            by=public,
            given=HandedIn(
                narrative="Saya dan anak saya butuh tempat aman.", region_code="32.73",
                agreed=Agreed({"service": True, "statistics": True}, text_version="1"),
            ),
        )  # fmt: skip
    with asking(cast.ayu) as ayu:
        wati = register(by=ayu, full_name="Wati Contoh")
        intake.link_person(by=ayu, request=made, person=wati)
        intake.accept(by=ayu, request=made, text="Kami dampingi Anda.")
    return made


@pytest.fixture
def case(request_, cast, asking):
    with asking(cast.ayu):
        return request_.cases.get()


@pytest.fixture
def wati(visitor, request_):
    """A browser in which ticket and PIN were given."""
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return visitor


def page(browser) -> str:
    return browser.get(reverse("portal:request")).content.decode()


def test_she_sees_who_accompanies_her_and_where_they_stand(wati, case):
    assert "Yang mendampingi Anda: Ayu" in page(wati)


def test_she_finishes_her_own_task_once(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        task = cases.add_task(by=ayu, case=case, title="Bawa akta lahir", due=now().date() + timedelta(days=3))
    assert "Bawa akta lahir" in page(wati)
    for _ in range(2):
        wati.post(reverse("portal:finish_task", args=[task.pk]))
    with asking(cast.ayu):
        assert Task.objects.get(pk=task.pk).state == "done"
        assert Event.objects.filter(name="task.finished").count() == 1


def test_she_cannot_finish_a_task_of_the_worker(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        day = now().date() + timedelta(days=3)
        task = cases.add_task(by=ayu, case=case, title="Hubungi sekolah", due=day, owner=cast.ayu)
    assert wati.post(reverse("portal:finish_task", args=[task.pk])).status_code == 404


def test_she_never_sees_the_teams_notes(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Catatan tim yang rahasia.")
    assert "Catatan tim yang rahasia" not in page(wati)
    with asking(Asker("ticket", ticket_id=case.request_id)):
        assert not Note.objects.exists()


def test_she_reads_who_opened_her_file(wati, case, signed_in, cast):
    signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk]))
    assert "Ayu, Yayasan Harapan Contoh" in page(wati)


def test_she_takes_a_consent_back(wati, case, cast, asking):
    with asking(cast.ayu):
        consent = Consent.objects.get(subject_id=case.request_id, purpose="statistics")
    wati.post(reverse("portal:withdraw_consent", args=[consent.pk]))
    assert "sudah ditarik" in page(wati)


def test_a_correction_becomes_a_duty_of_her_worker(wati, case, cast, asking):
    answer = wati.post(reverse("portal:correct"), {"text": "Nama anak saya salah."})
    assert answer.status_code == 302, answer.content.decode()
    with asking(cast.ayu):
        duty = Task.objects.select_related("key").get(kind="duty")
        assert duty.owner_id == case.worker_id
        assert Event.objects.filter(name="correction.requested").count() == 1


def test_without_a_ticket_everybody_is_shown_the_door(visitor, case):
    for name in ("portal:request", "portal:correct"):
        assert visitor.get(reverse(name)).headers["Location"] == reverse("portal:door")
