"""Erasing a client reaches through the whole house: request, case, and everything that was written there."""

import pytest

from rangkul.base.actions import Refused
from rangkul.base.clock import local, now
from rangkul.base.models import DataKey
from rangkul.commons.people import actions as people
from rangkul.commons.trust.erasure import erase
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Contact, Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case, Note, Task


@pytest.fixture
def wati(cast, asking):
    """A client with a request, a case, a note and a task."""
    told = HandedIn(
        narrative="Saya butuh bantuan.",
        region_code="32.73.01",
        asked=Asked(name="Wati Contoh"),
        ways=SafeWays(phone="+6281234567890"),
        agreed=Agreed({"service": True}, text_version="1"),
    )
    with asking(None) as public:
        request = intake.submit(by=public, given=told)
    with asking(cast.ayu) as ayu:
        person = people.register(by=ayu, full_name="Wati Contoh", nik="3273015708900001")
        intake.link_person(by=ayu, request=request, person=person)
        case = intake.accept(by=ayu, request=request, text="Kami dampingi.", no_conflict=True)
        cases.write_note(by=ayu, case=case, text="Datang bersama anaknya.")
        cases.add_task(by=ayu, case=case, title="Bawa akta", due=local(now()).date())
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=now())
    return person


def test_an_open_case_stops_it(wati, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(state="open", closed_at=None)
        number = Case.objects.get().number
    with asking(cast.putri) as putri, pytest.raises(Refused, match=number):
        erase(by=putri, person_id=wati.pk, reason="Permintaan tertulis dari orangnya.")


def test_an_open_case_that_names_another_registration_of_hers_stops_it(wati, cast, asking):
    with asking(cast.ayu) as ayu:
        twin = people.register(by=ayu, full_name="Wati C.")
        case = cases.open_case(by=ayu, person=people.register(by=ayu, full_name="Anak Wati"))
        cases.add_person(by=ayu, case=case, person=twin)
        people.merge(by=ayu, kept=wati, absorbed=twin, reason="KTP-nya sama persis.")
    with asking(cast.putri) as putri, pytest.raises(Refused, match=case.number):
        erase(by=putri, person_id=wati.pk, reason="Permintaan tertulis dari orangnya.")


def test_an_unanswered_request_stops_it(wati, cast, asking):
    with asking(None) as public:
        request = intake.submit(by=public, given=HandedIn(narrative="Lagi.", region_code="32.73.01"))
    with asking(cast.ayu) as ayu:
        intake.link_person(by=ayu, request=request, person=wati)
    with asking(cast.putri) as putri, pytest.raises(Refused, match="belum dijawab"):
        erase(by=putri, person_id=wati.pk, reason="Permintaan tertulis dari orangnya.")


def test_nothing_that_was_written_can_be_read_again(wati, cast, asking):
    with asking(cast.ayu):
        assert Note.objects.select_related("key").get().text == "Datang bersama anaknya."
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=wati.pk, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        written = [
            Note.objects.select_related("key").get().text,
            Task.objects.select_related("key").get().title,
            Request.objects.select_related("key").get().narrative,
            Contact.objects.select_related("key").get().name,
        ]
        assert all(text.startswith("(dihapus") for text in written), written
        assert Contact.objects.get().phone_blind is None
        assert Request.objects.get().region_code == "32.73"


def test_other_keys_live_on(wati, cast, asking):
    with asking(cast.ayu) as ayu:
        people.register(by=ayu, full_name="Sri Lain")
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=wati.pk, reason="Permintaan tertulis dari orangnya.")
        assert DataKey.objects.filter(wrapped__isnull=False).exists()


def test_erasing_a_relative_leaves_the_clients_file_readable(wati, cast, asking):
    with asking(cast.ayu) as ayu:
        Case.objects.update(state="open", closed_at=None)
        sister = people.register(by=ayu, full_name="Sri Contoh")
        near = cases.Nearness(role="significant", relation="Kakak")
        cases.add_person(by=ayu, case=Case.objects.get(), person=sister, nearness=near)
        Case.objects.update(state="closed", closed_at=now())
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=sister.pk, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        assert Note.objects.select_related("key").get().text == "Datang bersama anaknya."
        sister.refresh_from_db()
        assert sister.full_name == "(dihapus)"


def test_the_ticket_opens_nothing_and_the_consent_stays_as_proof(wati, cast, asking):
    with asking(cast.ayu):
        ticket = Request.objects.get().ticket
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=wati.pk, reason="Permintaan tertulis dari orangnya.")
        assert Consent.objects.filter(given=True).exists()
    with asking(cast.ayu):
        assert Request.objects.get().ticket != ticket
