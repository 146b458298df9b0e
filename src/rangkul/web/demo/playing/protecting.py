"""Protection: where somebody is hurt at home, and where a young person is shamed online. Made up from first to last."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from django.apps import apps

from rangkul.base import clock
from rangkul.base.asking import Asker, asking_as, job
from rangkul.web.demo.playing.course import Course

_CHAT = """{d1} 20.41 - Pesan dan panggilan dienkripsi secara end-to-end.
{d1} 20.41 - Mas: Jangan bilang siapa-siapa
{d1} 20.42 - Mas: Kalau kamu ke rumah ibumu lagi, lihat saja
{d1} 20.55 - Aku: Anak-anak takut. Tolong jangan malam ini
{d2} 05.12 - Mas: Maaf. Aku janji
{d2} 05.13 - Mas: <Media tidak disertakan>
{d2} 12.30 - Mas: Uang belanja aku yang pegang
{d3} 21.02 - Mas: Pesan ini telah dihapus
{d3} 21.03 - Mas: Aku tahu kamu bicara dengan orang dinas
"""
STAY = {
    "signs": "Pulang dengan suara motor keras dan tidak menjawab salam.",
    "room": "Kamar depan: jendelanya menghadap gang dan bisa dibuka.",
    "call": "Kakak di RT sebelah, lalu 112.",
    "word": "“Galonnya habis” di grup ibu-ibu berarti: datang sekarang.",
    "children": "Si sulung membawa adiknya ke rumah Bu RT lewat pintu dapur.",
}
LEAVE = {
    "bag": "Tas sekolah lama di rumah kakak: baju anak, obat, kunci cadangan.",
    "papers": "Fotokopi KK dan akta di kakak; buku nikah difoto dan disimpan petugas.",
    "money": "Sisa arisan dititipkan pada kakak.",
}
MEDIA = {
    "speaks": "Hanya ayahnya. Wartawan diarahkan ke petugas.",
    "never": "Nama, kelas, dan sekolah siapa pun, juga yang menyebarkan.",
    "accounts": "Dikunci dua minggu; kakaknya yang membaca pesan masuk.",
}
SCHOOL = {
    "place": "Ruang BK, sesudah jam pelajaran",
    "question": "Apa yang membuat anak ini berani masuk kelas lagi minggu depan?",
    "brief": "Seorang murid direkam di kelas dan rekamannya disebarkan. Sekolah sudah tahu, yang lain tidak.",
    "voice": "Aku mau tetap di kelasku. Jangan diumumkan waktu upacara. Bu guru boleh tanya kabarku, tapi berdua saja.",
}
TEACHER = {"name": "Bu Ratna Wulandari", "profession": "Guru BK", "ground": "consent"}


def play(course: Course) -> None:
    if not apps.is_installed("rangkul.journey.protection") or course.road.standing != "intervention":
        return
    played = {"violence_home": _at_home, "teenager": _online}.get(course.story["key"])
    if played is not None:
        with course.office.at(course.day(course.lasted()), course.road.worker.key) as by:
            course.fresh()
            chat = played(course, by)
        if chat is not None:
            _unfold(chat)


def _at_home(course: Course, by: Asker) -> Any:
    from rangkul.journey.protection import actions

    now, case = clock.now(), course.case
    actions.start_clock(
        by=by,
        folder=case,
        law="kdrt_protection_7d",
        began_at=now - timedelta(days=2),
        because="Surat perlindungan sementara dari polisi diterima.",
    )
    asked = actions.start_clock(
        by=by,
        folder=case,
        law="kdrt_protection_24h",
        began_at=now - timedelta(days=3),
        because="Laporan diterima polisi.",
    )
    how = "Ditanyakan ke unit perempuan dan anak; surat diberikan hari itu juga."
    actions.meet_clock(by=by, clock=asked, met_at=now - timedelta(days=2, hours=4), how=how, receipt="SPS/14/XI")
    _evidence(actions, by, case)
    actions.write_plan(by=by, folder=case, situation="stay", answers=STAY, together=True)
    plan = actions.write_plan(by=by, folder=case, situation="leave", answers=LEAVE, together=True)
    actions.give_plan(by=by, plan=plan, how="read")
    raw = _CHAT.format(**{f"d{n}": f"{clock.local(now - timedelta(days=14 - n)):%d/%m/%Y}" for n in (1, 2, 3)}).encode()
    brought = actions.Brought("Percakapan dengan suami", "Klien, dari HP-nya sendiri", "consent", now)
    return actions.bring_chat(
        by=by, folder=case, brought=brought, purpose="Bukti ancaman untuk laporan polisi", file=io.BytesIO(raw),
        size=len(raw), name="Chat WhatsApp.txt",
    )  # fmt: skip


def _evidence(actions: Any, by: Asker, case: Any) -> None:
    now = clock.now()
    note = b"Surat keterangan puskesmas (contoh buatan): memar di lengan kiri, dua sentimeter."
    letter = actions.Brought(
        "Surat keterangan puskesmas", "Klien", "consent", now, "Minggu malam, sekitar pukul sembilan"
    )
    actions.keep_evidence(
        by=by, folder=case, brought=letter, file=io.BytesIO(note), size=len(note), name="puskesmas.txt"
    )
    post = actions.Brought("Kiriman yang memuat ancaman", "Klien", "consent", now)
    actions.keep_evidence(by=by, folder=case, brought=post, link="https://contoh.invalid/kiriman/481")
    heard = actions.Brought("Yang didengar tetangga", "Tetangga sebelah kiri", "consent", now, "Minggu malam")
    actions.keep_evidence(
        by=by, folder=case, brought=heard, words="Terdengar piring pecah dan anak menangis, lalu sepi."
    )


def _online(course: Course, by: Asker) -> None:
    from rangkul.journey.protection import actions

    now, case = clock.now(), course.case
    _children(course, by)
    post = actions.Brought(
        "Tangkapan rekaman yang disebarkan", "Ayah klien", "guardian", now, "Jumat siang, jam istirahat"
    )
    actions.keep_evidence(by=by, folder=case, brought=post, link="https://contoh.invalid/video/77")
    wanted = actions.Wanted(
        platform="Aplikasi video pendek",
        what="Rekaman klien di kelas",
        link="https://contoh.invalid/video/77",
        asked_at=now - timedelta(hours=20),
        next_look=course.ahead(2),
        reference="R-20931",
    )
    actions.ask_takedown(by=by, folder=case, wanted=wanted)
    actions.note_claim(
        by=by, folder=case, words="Katanya klien yang mulai", where="Grup orang tua", seen_on=course.today()
    )
    actions.write_plan(by=by, folder=case, situation="media", answers=MEDIA, together=True)
    _school(course, by)


def _school(course: Course, by: Asker) -> None:
    """In the coming days; the teacher has link and PIN and has not come yet."""
    if not apps.is_installed("rangkul.journey.conferences"):
        return
    from rangkul.journey.conferences import actions
    from rangkul.journey.conferences.kinds import MEETINGS

    begins = clock.local(clock.now() + timedelta(days=4)).replace(hour=13, minute=0, second=0, microsecond=0)
    called = actions.Called(begins, **SCHOOL, kind="school", agenda=MEETINGS["school"].agenda)
    meeting = actions.call_conference(by=by, case=course.case, called=called)
    actions.invite_guest(by=by, conference=meeting, guest=actions.Guest(**TEACHER))


def _children(course: Course, by: Asker) -> None:
    """Both are children; the second was shamed too."""
    from rangkul.journey.protection import actions

    case = course.case
    hurt = actions.note_child(
        by=by, folder=case, called="Klien", role="victim", needs="Aman di kelas dan di HP", companion="Konselor sekolah"
    )
    heard = "Ia ingin tetap di kelasnya, dan rekamannya hilang."
    actions.move_step(by=by, child=hurt, step="heard", verb="finish", words=heard)
    actions.move_step(by=by, child=hurt, step="police", verb="skip", words="Bukan kekerasan seksual.")
    actions.move_step(by=by, child=hurt, step="school", verb="begin", owner_id=by.staff_id, due=course.ahead(3))
    other = actions.note_child(
        by=by, folder=case, called="Teman R", role="involved", needs="Diajak bicara tanpa dipermalukan"
    )
    actions.change_child(by=by, child=other, words={"also": ["victim"]})


def _unfold(chat: Any) -> None:
    """What the job does; a world that is just loaded has its messages already."""
    from rangkul.journey.protection import jobs

    with asking_as(job("protection.unfold")):
        jobs.unfold_chat(chat_id=str(chat.pk))
