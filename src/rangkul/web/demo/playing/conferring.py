"""Ayu brought several professions to one table about Wati, with a doctor from outside who read the brief; another
meeting lies ahead. Wati reads in her portal who it was that read."""

from datetime import timedelta

from rangkul.base import clock, readings
from rangkul.base.asking import Asker
from rangkul.commons.trust.states import Basis
from rangkul.journey.cases.models import Case
from rangkul.journey.conferences import actions
from rangkul.journey.conferences.actions import Called, Guest
from rangkul.journey.conferences.models import Conference, Invitation
from rangkul.journey.conferences.states import DecisionOwner, Ground
from rangkul.web.demo.playing.office import Office

# A seat outlives its conference by a week, and rights begin today however long ago they are played.
HELD, AHEAD = 4, 5
_DOCTOR = Guest(name="dr. Laras Contoh", profession="Puskesmas Contoh", ground=Ground.CONSENT)
_FIRST = {
    "place": "Ruang pertemuan puskesmas",
    "question": "Apa yang perlu ada supaya ibu ini dan anaknya aman dan sehat tiga bulan ke depan?",
    "brief": "Seorang ibu dengan anak, sedang memulihkan rasa aman di rumah. Perlu kepastian kontrol kesehatan.",
    "agenda": "Keadaan sekarang\nKontrol kesehatan\nSiapa menemani ke mana",
}
_NEXT = {
    "place": "Panggilan video",
    "question": "Apakah pendampingan ke puskesmas masih diperlukan?",
    "brief": "Dua kontrol kesehatan sudah dijalani. Yang dibicarakan: perlu tidaknya terus ditemani.",
}
_MINUTES = (
    "Kontrol berikutnya dijadwalkan di luar jam ramai. Ayu menemani kontrol pertama; sesudah itu ibunya memilih "
    "sendiri siapa yang menemani."
)


def play(office: Office) -> None:
    if not {"ayu", "dimas"} <= office.staff.keys():
        return
    with office.at(office.now, "ayu") as by:
        mine = Case.objects.filter(worker_id=by.staff_id, state="open").select_related("key", "person", "worker")
        case = mine.filter(person__called_name="Wati").first() or mine.order_by("number").first()
    if case is not None:
        _held(office, case)
        _ahead(office, case)


def _call(office: Office, case: Case, days: int, at: int, words: dict) -> tuple[Conference, Invitation]:
    """Called so many days ago, for so many days ago or, where negative, ahead; with the doctor's seat."""
    with office.at(office.now - timedelta(days=days), "ayu") as by:
        called = Called(at=office.now - timedelta(days=at, hours=2), **words)
        conference = actions.call_conference(by=by, case=case, called=called)
        return conference, actions.invite_guest(by=by, conference=conference, guest=_DOCTOR)


def _reads(office: Office, seat: Invitation, days: float) -> None:
    guest = Asker("ticket", ticket_id=seat.pk)
    conference = seat.conference
    with clock.pretending(office.now - timedelta(days=days)):
        readings.begin()
        readings.read_file("case", conference.case_id, why=Basis.CONFERENCE, agency_id=conference.agency_id)
        readings.write_pending(guest)


def _held(office: Office, case: Case) -> None:
    conference, seat = _call(office, case, HELD + 6, HELD, _FIRST)
    _reads(office, seat, HELD + 2)
    with office.at(office.now - timedelta(days=HELD), "ayu") as by:
        actions.invite_colleague(by=by, conference=conference, staff=office.staff["dimas"])
        due = clock.local(office.now + timedelta(days=10)).date()
        words = {"text": "Temani kontrol pertama", "reason": "Ibunya meminta ditemani sekali saja."}
        actions.decide(
            by=by, conference=conference, due=due, owner_kind=DecisionOwner.STAFF, owner=office.staff["ayu"], **words
        )
        actions.dissent(
            by=by, conference=conference, words="Dua kali menemani lebih aman; rumahnya jauh dari angkutan."
        )
        actions.hold(by=by, conference=conference, minutes=_MINUTES, came=[seat.pk], shares_minutes=True)


def _ahead(office: Office, case: Case) -> None:
    _conference, seat = _call(office, case, 1, -AHEAD, _NEXT)
    _reads(office, seat, 0.1)
