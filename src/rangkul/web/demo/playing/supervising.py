"""Supervision: Sari and Ayu with a contract, two signed sessions and one that is coming; Dimas's contract waits for
Sari; Dewi and Candra have not met in their rhythm; Tono learns with Ayu."""

from datetime import datetime, time, timedelta

from rangkul.base import clock, workdays
from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce import actions, queries
from rangkul.sustain.workforce.models import Contract, Session
from rangkul.web.demo.playing.office import Office

BEGAN, FIRST, SECOND = 75, 50, 22
_FIRST = {
    "summary": "Ayu memegang banyak kasus sekaligus. Kami memilah mana yang harus minggu ini dan mana yang boleh "
    "menunggu, dan membicarakan kunjungan malam yang melelahkan.",
    "administrative": 25, "educative": 15, "supportive": 20,
}  # fmt: skip
_SECOND = {
    "summary": "Belajar menyusun tujuan dengan lima tingkat bersama klien, bukan untuk klien. Ayu merasa lebih tenang "
    "sesudah kunjungan dilakukan berdua.",
    "administrative": 15, "educative": 30, "supportive": 15,
}  # fmt: skip
_WHISPER = "Ayu bercerita bahwa ia sulit tidur sesudah kunjungan itu. Kami sepakat ia tidak berangkat sendiri dulu."
_READY = {
    "ready_for": "Mendampingi kasus merah sebagai penanggung jawab",
    "judgement": "with_support",
    "defined_by": "together",
    "criteria": "Tiga kasus merah didampingi bersama, dan rencana keselamatan ditulis tanpa diingatkan.",
    "reason": "Dua kasus sudah, dan rencananya rapi. Yang ketiga sebaiknya masih berdua.",
}
_REPLY = "Setuju untuk yang ketiga. Sesudah itu saya ingin mencoba memimpin, dengan Mbak Sari di telepon."
_RATIONALE = "Rumahnya belum aman, dan Ayu tidak perlu menanggungnya sendirian."
_DECIDED = "Kunjungan berikutnya dilakukan berdua, dengan rencana pulang yang diketahui kantor."


def play(office: Office) -> None:
    if {"sari", "ayu", "dimas"} <= office.staff.keys():
        _sari_and_ayu(office)
        _half_signed(office)
    if {"dewi", "candra"} <= office.staff.keys():
        _out_of_rhythm(office)
    if {"tono", "ayu"} <= office.staff.keys():
        _practicum(office)


def _day(office: Office, days: int, hour: int = 10) -> datetime:
    """A working morning so many days before today, or after it where negative."""
    day = clock.local(office.now).date() - timedelta(days=days)
    while not workdays.is_workday(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(hour), clock.WIB)


def _contract(office: Office, days: int, above: str, below: str, *signers: str, **words) -> Contract:
    staff = office.staff
    with office.at(_day(office, days, 9), above) as by:
        contract = actions.draft_contract(by=by, supervisor=staff[above], worker=staff[below])
        if words:
            actions.change_contract(by=by, contract=contract, **words)
    for minute, who in enumerate(signers):
        with office.at(_day(office, days, 9) + timedelta(minutes=10 + minute), who) as by:
            contract = actions.sign_contract(by=by, contract=contract)
    return contract


def _sari_and_ayu(office: Office) -> None:
    contract = _contract(office, BEGAN, "sari", "ayu", "sari", "ayu")
    with office.at(_day(office, FIRST + 5), "sari") as by:
        first = actions.plan_session(by=by, contract=contract, at=_day(office, FIRST), place="Ruang teduh")
    second = _hold(
        office, first, _FIRST, _day(office, SECOND), ("Beban kunjungan malam",), promise="Cari teman kunjungan"
    )
    third = _hold(office, second, _SECOND, _day(office, -2), ("Tujuan yang bisa diukur klien",), whisper=_WHISPER)
    with office.at(office.now - timedelta(hours=20), "ayu") as by:
        actions.add_point(
            by=by, session=third, text="Cuti tiga hari sesudah akhir bulan: siapa yang menjaga kasus saya?"
        )
        actions.reflect(by=by, text="Hari ini saya hampir marah kepada ayahnya. Apa yang sebenarnya saya takutkan?")
    with office.at(office.now - timedelta(days=12), "sari") as by:
        judged = actions.judge_readiness(by=by, worker=office.staff["ayu"], **_READY)
    with office.at(office.now - timedelta(days=11), "ayu") as by:
        actions.answer_readiness(by=by, readiness=judged, reply=_REPLY)
    with office.at(office.now - timedelta(hours=3), "sari") as by:
        actions.add_point(by=by, session=third, text="Pelatihan pendampingan korban kekerasan bulan depan.")


def _hold(
    office: Office,
    session: Session,
    words: dict,
    following: datetime,
    points: tuple,
    promise: str = "",
    whisper: str = "",
) -> Session:
    """One session from its points to both signatures; the next one comes back."""
    begins = session.at
    with office.at(begins - timedelta(hours=20), "ayu") as by:
        brought = [actions.add_point(by=by, session=session, text=text) for text in points]
    with office.at(begins + timedelta(minutes=70), "sari") as by:
        session = queries.session_or_none(by, session.pk)
        _talk(by, session, begins, {one.pk: "Dibicarakan; lihat tindak lanjut." for one in brought})
        if promise:
            due = clock.local(begins + timedelta(days=10)).date()
            row = actions.add_follow_up(by=by, session=session, text=promise, owner=office.staff["sari"], due=due)
        else:
            due = clock.local(office.now + timedelta(days=6)).date()
            owner = office.staff["ayu"]
            row = actions.add_follow_up(by=by, session=session, text="Baca pedoman GAS", owner=owner, due=due)
        if whisper:
            actions.write_personal_note(by=by, session=session, text=whisper)
        session = actions.record_session(by=by, session=session, next_at=following, **words)
        session = actions.sign_session(by=by, session=session)
    with office.at(begins + timedelta(minutes=90), "ayu") as by:
        actions.sign_session(by=by, session=session)
    if promise:
        with office.at(begins + timedelta(days=6), "sari") as by:
            actions.finish_follow_up(by=by, follow_up=row, outcome="Bu Ratna dari posyandu bersedia menemani.")
    with office.at(begins + timedelta(minutes=91), "ayu") as by:
        return queries.session_or_none(by, Session.objects.get(at=following).pk)


def _talk(by: Asker, session: Session, begins: datetime, points: dict) -> None:
    """The gravest cases of that day; about the first of them something is decided and told in its story."""
    found = [one for one in queries.found_cases(by, session) if one.case.opened_at < begins][:3]
    said = "Urutan langkah disepakati; yang mendesak lebih dulu."
    actions.discuss(by=by, session=session, talked={one.case.pk: said for one in found}, points=points)
    if found:
        case = found[0].case
        made = actions.decide(by=by, session=session, text=_DECIDED, rationale=_RATIONALE, case=case)
        actions.tell_in_case(by=by, decision=made, text=_DECIDED)


def _half_signed(office: Office) -> None:
    _contract(office, 2, "sari", "dimas", "dimas", every_weeks=2)


def _out_of_rhythm(office: Office) -> None:
    """They agreed on every four weeks and have not met since."""
    _contract(office, 40, "dewi", "candra", "dewi", "candra")


_DAYS = (
    (9, "Ikut kunjungan rumah, mendengar dan mencatat.", "Diam sebentar sering lebih menolong daripada pertanyaan."),
    (5, "Menyusun daftar layanan pendidikan di kecamatan.", "Layanan baru menolong bila jam bukanya diketahui."),
    (1, "Membaca satu kasus dan menebak kekuatannya.", "Saya terlalu cepat mencari masalah."),
)
_PICTURE = (
    "Seorang orang tua kehilangan pekerjaan dan mulai berutang. Ia ingin anaknya tetap bersekolah, dan malu meminta "
    "tolong kepada kerabat."
)
_QUESTIONS = "Kekuatan apa yang sudah ada? Apa yang Anda tanyakan lebih dulu, dan mengapa?"


def _practicum(office: Office) -> None:
    with office.at(_day(office, 20), "ayu") as by:
        begun = actions.begin_practicum(
            by=by,
            student=office.staff["tono"],
            school="Politeknik Kesejahteraan Sosial (contoh)",
            begins=_day(office, 20).date(),
            ends=_day(office, -70).date(),
        )
        actions.set_objective(by=by, practicum=begun, body="value", text="Menghormati pilihan klien.")
    with office.at(_day(office, 18), "tono") as by:
        aim = actions.set_objective(by=by, practicum=begun, body="skill", text="Mendengar tanpa memotong.")
    for ago, text, learned in _DAYS:
        with office.at(_day(office, ago, 15), "tono") as by:
            day = clock.local(clock.now()).date()
            row = actions.write_day(
                by=by, practicum=begun, day=day, text=text, learned=learned, objective=aim if ago > 5 else None
            )
        if ago > 1:
            with office.at(_day(office, ago, 16), "ayu") as by:
                actions.sign_day(by=by, entry=row, comment="Tulis juga apa yang Anda rasakan.")
    with office.at(office.now - timedelta(hours=30), "ayu") as by:
        grown = clock.local(office.now).date() - timedelta(days=25 * 365)
        rows = Case.objects.filter(worker_id=by.staff_id, state="open", person__birth_date__lt=grown)
        case = rows.select_related("key", "person", "worker").order_by("number").first()
        if case is not None:
            study = actions.draft_study(by=by, practicum=begun, case=case, mode="spoken", witness="Bu Ratna")
            actions.give_study(by=by, study=study, picture=_PICTURE, questions=_QUESTIONS)
