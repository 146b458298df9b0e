"""What Wati sees of her own case with ticket and PIN, and what nobody else sees."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from rangkul.base import events
from rangkul.base.asking import Asker, asking_as
from rangkul.base.clock import local, now
from rangkul.base.models import Event
from rangkul.commons.people.actions import merge, register
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions
from rangkul.commons.trust import queries as trust
from rangkul.commons.trust.models import Consent, RightsRequest
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, HandedIn
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.keeping import rights_answered
from rangkul.journey.cases.models import Case, Note, Task
from rangkul.support.counselling.actions import Begun, begin
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
        intake.accept(by=ayu, request=made, text="Kami dampingi Anda.", no_conflict=True)
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
    text = page(wati)
    assert "Ayu mendampingi Anda." in text
    assert "Sekarang: Berkenalan dan bersepakat." in text
    assert "Asesmen" not in text


def test_she_reads_where_they_meet(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.add_appointment(
            by=ayu, case=case, at=now() + timedelta(days=2), channel="office", place="Balai RW 05, lantai dua"
        )
    assert "Balai RW 05, lantai dua" in page(wati)


def test_she_finishes_her_own_task_once(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        task = cases.add_task(by=ayu, case=case, title="Bawa akta lahir", due=now().date() + timedelta(days=3))
    assert "Bawa akta lahir" in page(wati)
    for _ in range(2):
        wati.post(reverse("portal:finish_task", args=[task.pk]))
    with asking(cast.ayu):
        assert Task.objects.get(pk=task.pk).state == "done"
        assert Event.objects.filter(name="task.finished").count() == 1


def test_she_reads_of_the_tasks_of_staff_what_was_shown_to_her(wati, case, cast, asking):
    day = now().date() + timedelta(days=3)
    with asking(cast.ayu) as ayu:
        cases.add_task(by=ayu, case=case, title="Bawa akta lahir", due=day)
        kept = cases.add_task(by=ayu, case=case, title="Cek apakah suami masih di rumah", due=day, owner=cast.ayu)
        said = cases.add_task(by=ayu, case=case, title="Hubungi sekolah", due=day, owner=cast.ayu, shown=True)
    text = page(wati)
    assert "Bawa akta lahir" in text
    assert "Hubungi sekolah" in text
    assert "suami" not in text
    with asking_as(holder(case.request)):
        assert not Task.objects.filter(pk=kept.pk).exists()
    with asking(cast.ayu) as ayu:
        cases.show_task(by=ayu, task=said, shown=False)
        cases.show_task(by=ayu, task=kept, shown=True)
        assert Event.objects.filter(name="task.shown").count() == 2
    text = page(wati)
    assert "Hubungi sekolah" not in text
    assert "suami" in text
    with asking(cast.budi) as by, pytest.raises(PermissionDenied):
        cases.show_task(by=by, task=kept, shown=True)


def test_she_cannot_finish_a_task_of_the_worker(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        day = now().date() + timedelta(days=3)
        task = cases.add_task(by=ayu, case=case, title="Hubungi sekolah", due=day, owner=cast.ayu)
    assert wati.post(reverse("portal:finish_task", args=[task.pk])).status_code == 404


def test_the_teams_notes_do_not_stand_on_the_first_page(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Catatan tim.")
    assert "Catatan tim" not in page(wati)
    # It is not known that this ticket is held by the client.
    with asking(Asker("ticket", ticket_id=case.request_id)):
        assert not Note.objects.exists()


def test_she_reads_who_opened_her_file(wati, case, signed_in, cast):
    signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk]))
    assert "Ayu, Yayasan Harapan Contoh" in page(wati)


def opened(*subjects, times=1, why="team", by):
    for _each in range(times):
        for kind, pk in subjects:
            events.write("file.opened", by=by, subject=(kind, pk), payload={"why": why})


@pytest.fixture
def for_herself(request_, cast, asking):
    with asking(cast.ayu):
        assert Request.objects.filter(pk=request_.pk).update(for_whom="self") == 1


def test_many_pages_of_one_day_are_one_line(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        opened(("case", case.pk), by=ayu, times=20)
    with asking(cast.sari) as sari:
        opened(("case", case.pk), by=sari, why="supervision")
    shown = page(wati)
    assert shown.count("<b>Ayu, Yayasan") == shown.count("<b>Sari, Yayasan") == 1
    assert re.search(r"\d\d kali sejak \d\d\.\d\d", shown)


def test_the_older_ones_stand_behind_a_link(wati, case, cast, asking):
    address = reverse("portal:readings")
    assert address not in page(wati)
    with asking(cast.ayu) as ayu:
        opened(("case", case.pk), by=ayu, times=205)
    assert f'href="{address}"' in page(wati)
    rows = [wati.get(address, {"halaman": n}).content.decode().count("Ayu, Yayasan") for n in (1, 2, 3, 4)]
    assert rows[:2] == [100, 100]
    assert 5 <= rows[2] < 100
    assert rows[3] == 0
    assert "Yang lebih lama" not in wati.get(address, {"halaman": 3}).content.decode()
    for wrong in ("0", "-1", "x", "9" * 5000):
        assert wati.get(address, {"halaman": wrong}).content.decode().count("Ayu, Yayasan") == 100


def test_the_older_ones_are_hers_alone_and_only_to_be_read(wati, case, visitor):
    address = reverse("portal:readings")
    assert Client().get(address).headers["Location"] == reverse("portal:door")
    assert wati.post(address).status_code == 405


def test_who_opened_another_registration_of_her_is_told_too(wati, request_, for_herself, cast, asking):
    with asking(cast.ayu) as ayu:
        other, stranger = register(by=ayu, full_name="Wati C."), register(by=ayu, full_name="Orang Lain")
    with asking(cast.sari) as sari:
        opened(("person", other.pk), ("person", stranger.pk), by=sari, why="supervision")
    assert "Sari, Yayasan" not in page(wati)
    with asking(cast.sari) as sari:
        mine = Person.objects.get(pk=Request.objects.get(pk=request_.pk).person_id)
        merge(by=sari, kept=other, absorbed=mine, reason="Tanggal lahir dan alamat sama")
    assert page(wati).count("Sari, Yayasan") == 1


def test_whoever_asked_for_somebody_else_reads_nothing_of_that_person(wati, request_, for_herself, cast, asking):
    with asking(cast.ayu) as ayu:
        opened(("person", Request.objects.get(pk=request_.pk).person_id), by=ayu, why="owner")
    assert page(wati).count("Ayu, Yayasan") == 1
    with asking(cast.ayu):
        assert Request.objects.filter(pk=request_.pk).update(for_whom="child") == 1
    assert "Ayu, Yayasan" not in page(wati)


def test_she_takes_a_consent_back(wati, case, cast, asking):
    with asking(cast.ayu):
        consent = Consent.objects.get(subject_id=case.request_id, purpose="statistics")
    wati.post(reverse("portal:withdraw_consent", args=[consent.pk]))
    assert "sudah ditarik" in page(wati)


def test_before_a_consent_is_taken_back_it_says_what_that_means(wati, case, cast, asking):
    with asking(cast.ayu):
        consent = Consent.objects.get(subject_id=case.request_id, purpose="service")
    text = wati.get(reverse("portal:withdraw_consent", args=[consent.pk])).content.decode()
    assert "Pendampingan bisa berhenti" in text
    with asking(cast.ayu):
        assert Consent.objects.get(pk=consent.pk).withdrawn_at is None


def test_a_consent_of_somebody_else_cannot_be_taken_back(wati, case, cast, asking):
    other = handed_in()
    with asking(cast.ayu):
        consent = Consent.objects.filter(subject_id=other.pk).first()
    address = reverse("portal:withdraw_consent", args=[consent.pk])
    assert (wati.get(address).status_code, wati.post(address).status_code) == (404, 404)


def write(wati, text="Kapan kita bertemu lagi?", **more):
    return wati.post(reverse("portal:add"), {"text": text, **more})


def test_her_words_stand_in_the_file_and_wait_for_an_answer(wati, case, cast, asking):
    assert write(wati).status_code == 302
    assert "Kapan kita bertemu lagi?" in page(wati)
    with asking(cast.ayu):
        assert Note.objects.select_related("key").get(kind="client").text == "Kapan kita bertemu lagi?"
        duty = Task.objects.select_related("key").get(kind="duty")
        assert (duty.title, duty.owner_id) == ("Baca dan jawab pesan klien", case.worker_id)
        assert Case.objects.get(pk=case.pk).level == case.level


def test_many_words_are_one_duty(wati, case, cast, asking):
    for words in ("Satu", "Dua"):
        write(wati, words)
    with asking(cast.ayu):
        assert Note.objects.filter(kind="client").count() == 2
        assert Task.objects.filter(kind="duty").count() == 1


def test_the_same_words_twice_are_written_once(wati, case, cast, asking):
    key = str(uuid4())
    for _again in range(2):
        write(wati, once=key)
    with asking(cast.ayu):
        assert Note.objects.filter(kind="client").count() == 1


def test_danger_in_her_words_raises_the_case_and_is_due_today(wati, case, cast, asking):
    write(wati, "Dia mendobrak pintu, tolong cepat. Saya mau bunuh diri.")
    with asking(cast.ayu):
        assert Case.objects.get(pk=case.pk).level == "merah"
        duty = Task.objects.select_related("key").get(kind="duty")
        assert duty.title == "Klien menulis tentang bahaya: baca sekarang"
        assert duty.due <= local(now()).date()


def test_harmless_words_lower_nothing(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.change_level(by=ayu, case=case, level="merah", reason="Ancaman.")
    write(wati, "Terima kasih, sudah lebih baik.")
    with asking(cast.ayu):
        assert Case.objects.get(pk=case.pk).level == "merah"


def test_the_worker_finds_where_to_answer(case, signed_in, cast):
    text = signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk])).content.decode()
    assert reverse("intake:request", args=[case.request_id]) in text


def ask(wati, right: str, text: str = "Nama anak saya salah."):
    answer = wati.post(reverse("portal:ask_right"), {"right": right, "text": text})
    assert answer.status_code == 302, answer.content.decode()


def test_a_correction_becomes_a_duty_of_her_worker(wati, case, cast, asking):
    ask(wati, "correction")
    with asking(cast.ayu) as ayu:
        duty = trust.rights_on_my_desk(ayu).select_related("key").get()
        assert (duty.owner_id, duty.text) == (case.worker_id, "Nama anak saya salah.")
        assert duty.due_at - duty.asked_at == timedelta(hours=72)
        # Her wish is answered before the case ends.
        assert [missing for missing in rights_answered(case) if missing.code == "rights"]
    with asking(cast.putri):
        assert Event.objects.filter(name="rights.asked").count() == 1


def test_she_asks_for_a_copy_and_reads_the_answer(wati, case, cast, asking):
    ask(wati, "access")
    with asking(cast.putri) as putri:
        wish = trust.rights_waiting(putri).get()
        assert (wish.owner_id, wish.worker_id, wish.person_id) == (cast.putri.pk, cast.ayu.pk, case.person_id)
        actions.grant_right(by=putri, wish=wish, answer="Salinannya kami serahkan langsung.")
    assert "Salinannya kami serahkan langsung." in page(wati)


def test_a_no_is_shown_when_a_second_person_has_read_it(wati, case, cast, asking):
    ask(wati, "access")
    with asking(cast.putri) as putri:
        wish = trust.rights_waiting(putri).get()
        wish = actions.propose_refusal(by=putri, wish=wish, ground="danger", answer="Bisa membahayakan Anda.")
    assert "Bisa membahayakan Anda." not in page(wati)
    with asking(cast.sari) as sari:
        actions.confirm_refusal(by=sari, wish=wish)
    assert "Bisa membahayakan Anda." in page(wati)


def test_she_takes_her_wish_back(wati, case, cast, asking):
    ask(wati, "deletion")
    with asking(cast.putri) as putri:
        wish = trust.rights_waiting(putri).get()
    for _ in range(2):
        assert wati.post(reverse("portal:take_back", args=[wish.pk])).status_code == 302
    with asking(cast.putri) as putri:
        assert not trust.rights_waiting(putri).exists()


def test_another_ticket_sees_and_takes_back_nothing(wati, case, visitor, cast, asking):
    ask(wati, "access")
    with asking(None) as public:
        other = intake.submit(by=public, given=HandedIn(narrative="Lain.", agreed=Agreed({"service": True}, "1")))
    with asking(Asker("ticket", ticket_id=other.pk)):
        assert not RightsRequest.objects.exists()


def test_she_reads_who_opened_her_persons_file(wati, case, signed_in, cast, request_, asking):
    signed_in(cast.sari).get(reverse("people:person", args=[case.person_id]))
    assert "Sari" not in page(wati)
    with asking(cast.ayu):
        Request.objects.filter(pk=request_.pk).update(for_whom="self")
    assert "Sari, Yayasan Harapan Contoh" in page(wati)


def test_without_a_ticket_everybody_is_shown_the_door(visitor, case):
    for name in ("portal:request", "portal:ask_right"):
        assert visitor.get(reverse(name)).headers["Location"] == reverse("portal:door")


def test_she_reads_that_somebody_opened_her_file_in_an_emergency(wati, case, cast, asking, signed_in):
    reason = "Ibu ini menelepon dan menangis, petugasnya sedang di kapal."
    sought = {"called": case.number, "reason": reason, "hours": "1"}
    signed_in(cast.candra).post(reverse("trust:seek"), sought, follow=True)
    text = page(wati)
    assert "membuka akses darurat, ditinjau orang lain" in text
    assert "Mengapa: akses darurat</span>" in text
    assert "tugas di unit penanggung jawab" not in text
    assert reason not in text


def test_a_picture_of_a_form_is_for_those_to_whom_the_form_was_offered(wati, case, cast, signed_in):
    """The pictures of a version that nobody offered are not there, nor for a worker without a ticket."""
    address = reverse("portal:offer_picture", args=[case.pk, "wajah.png"])
    assert Client().get(address).headers["Location"] == reverse("portal:door")
    assert wati.get(address).status_code == 404
    for worker in (cast.ayu, cast.budi):
        assert signed_in(worker).get(address).headers["Location"] == reverse("portal:door")


def test_a_meeting_goes_into_a_calendar_without_a_word_of_what_it_is_about(wati, case, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        meeting = cases.add_appointment(
            by=ayu, case=case, at=now() + timedelta(days=2), place="Rumah aman", about_what="Ancaman suami"
        )
    where = reverse("portal:meeting", args=[meeting.pk])
    file = wati.get(where)
    assert file.headers["Content-Type"].startswith("text/calendar")
    assert b"SUMMARY:Janji\r\n" in file.content
    assert b"aman" not in file.content
    assert b"suami" not in file.content
    other = Client()
    session = other.session
    session[TICKET_SESSION_KEY] = str(handed_in().pk)
    session.save()
    assert other.get(where).status_code == 404
    assert signed_in(cast.ayu).get(where).status_code == 302


def test_the_ticket_leads_into_the_room(wati, request_):
    assert reverse("room:step", args=["cara"]) in page(wati)
    with asking_as(holder(request_)) as by:
        said = Begun(agreed=True, place="Rumah", nearby="Kakak")
        begin(by=by, request=Request.objects.get(pk=request_.pk), begun=said)
    assert reverse("room:room") in page(wati)
