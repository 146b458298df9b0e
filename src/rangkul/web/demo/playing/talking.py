"""Counselling rooms: Wati writes with Ayu, somebody waits, and a talk of yesterday has ended with its note."""

from datetime import timedelta

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.counselling import actions, policy, queries
from rangkul.support.counselling.actions import Begun, Came
from rangkul.support.counselling.models import Room
from rangkul.web.demo.playing import gathering
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.playing.photographed import photographed
from rangkul.web.demo.playing.sealing import Sealed, worker_key

_PREPARED = {
    "sapa": "Halo, saya {nama}, pekerja sosial. Terima kasih sudah menulis. Apakah Anda aman dan sendirian sekarang?",
    "napas": "Kita pelan-pelan. Tarik napas empat hitungan, keluarkan enam hitungan. Saya di sini.",
    "tutup": "Terima kasih sudah bercerita. Ruang ini tetap ada; Anda kembali dengan tiket dan PIN kapan saja.",
}
_OPEN = (
    ("wati", "Mbak, semalam penagih itu datang lagi ke depan rumah."),
    ("ayu", "Terima kasih sudah memberi tahu. Apakah Anda dan anak-anak aman sekarang?"),
    ("wati", "Sudah aman. Pak RT yang menyuruh dia pulang."),
    ("ayu", "Syukurlah. Boleh kita susun bersama apa yang Anda katakan bila ia datang lagi?"),
    ("wati", "Boleh. Saya ambil kertas dulu."),
)
_ASIDE = (
    ("ayu", "Mbak Sari, penagihnya datang lagi semalam. Apakah rencananya kita perbarui hari ini?"),
    ("sari", "Ya. Tanyakan juga apakah Pak RT mau dihubungi petugas."),
)
_LETTER = ("SURAT TAGIHAN KE-3", "Kepada Ibu W.", "Sisa pinjaman Rp 1.850.000", "Kami datang lagi hari Jumat.")
_ENDED = (
    ("client", "Saya tidak tahu harus cerita ke siapa. Saya baru dipecat dan belum bilang ke istri."),
    ("ayu", "Berat sekali menyimpannya sendiri. Sejak kapan Anda tahu?"),
    ("client", "Seminggu. Tiap pagi saya tetap berangkat."),
    ("ayu", "Anda tidak harus memutuskan malam ini. Boleh saya temani menyusun satu kalimat pertama untuk istri?"),
    ("client", "Boleh. Terima kasih."),
)
_LETTERS = (
    ("client", "Saya menulis karena tidak bisa bicara di rumah. Suami saya membaca semua pesan di HP saya."),
    ("ayu", "Terima kasih sudah menulis. Hanya Anda dan saya yang membaca ini. Apakah Anda aman malam ini?"),
    ("client", "Aman. Ia pulang hari Minggu. Saya ingin tahu apa yang bisa saya lakukan sebelum itu."),
)
_NOTE = (
    "Kehilangan pekerjaan seminggu lalu, belum bercerita kepada istri. Tidak ada pikiran mengakhiri hidup. Menyusun"
    " kalimat pertama untuk istri; ia mau mencobanya nanti malam."
)


def play(office: Office) -> None:
    if not {"ayu", "sari"} <= office.staff.keys():
        return
    _prepare(office)
    _with_wati(office)
    _yesterday(office)
    _waiting(office)
    if "rini" in office.staff:
        _sealed(office)
    gathering.play(office)


def _prepare(office: Office) -> None:
    with office.at(office.now - timedelta(days=30), "sari") as by:
        for shortcut, text in _PREPARED.items():
            actions.prepare(by=by, shortcut=shortcut, text=text.format(nama="…"), for_all=True)


def _with_wati(office: Office) -> None:
    """On her own ticket, so that the file stands beside the talk."""
    with office.at(office.now, "ayu"):
        mine = Case.objects.filter(person__called_name="Wati", state="open", request__isnull=False)
        case = mine.filter(worker=office.staff["ayu"]).select_related("request").first()
    if case is None:
        return
    began = office.now - timedelta(minutes=22)
    begun = Begun(agreed=True, place="Rumah kakak", nearby="Kakak, serumah", safe="yes", code_word="mangga muda",
                  called_name="Wati", in_file=True)  # fmt: skip
    room = _begin(office, began, case.request, begun)
    _take(office, began + timedelta(minutes=2), room)
    by = {"wati": Asker("ticket", ticket_id=case.request_id), "ayu": "ayu", "sari": "sari"}
    for place, (who, text) in enumerate(_OPEN):
        _say(office, began + timedelta(minutes=3 + 3 * place), by[who], room, text)
    _show_the_letter(office, began + timedelta(minutes=18), by["wati"], room)
    _meet_tomorrow(office, began + timedelta(minutes=19), case.request)
    for place, (who, text) in enumerate(_ASIDE):
        _say(office, began + timedelta(minutes=7 + 4 * place), by[who], room, text, lane="aside")


def _show_the_letter(office: Office, moment, who: Asker, room: Room) -> None:
    """A note of the collector."""
    file = photographed(_LETTER)
    with office.at(moment, who) as by:
        actions.enclose(
            by=by, room=_fresh(room), file=file, size=file.tell(), name="surat penagih.jpg", text="Ini suratnya, Mbak."
        )


def _meet_tomorrow(office: Office, moment, request: Request) -> None:
    """Ayu opened four times; Wati took the second."""
    day = clock.local(office.now).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=1)
    with office.at(moment - timedelta(days=1), "ayu") as by:
        actions.offer_slots(by=by, at=day, minutes=45, count=4)
    with office.at(moment, Asker("ticket", ticket_id=request.pk)) as by:
        if (free := queries.open_slots())[1:]:
            actions.take_slot(by=by, request=request, slot=free[1])


def _begin(office: Office, moment, request: Request, begun: Begun) -> Room:
    with office.at(moment, Asker("ticket", ticket_id=request.pk)) as by:
        return actions.begin(by=by, request=request, begun=begun)


def _fresh(room: Room) -> Room:
    return Room.objects.select_related("key").get(pk=room.pk)


def _take(office: Office, moment, room: Room) -> None:
    with office.at(moment, "ayu") as by:
        actions.take(by=by, room=_fresh(room))


def _say(office: Office, moment, who: str | Asker, room: Room, text: str, lane: str = "room") -> None:
    with office.at(moment, who) as by:
        actions.send_message(by=by, room=_fresh(room), text=text, lane=lane)


def _asked(office: Office, moment, text: str, name: str, language: str = "") -> Request:
    given = HandedIn(
        narrative=text,
        language=language,
        wants_sex="P" if language else "",
        safe_now="yes",
        region_code="33.74",
        via="chat",
        asked=Asked(called_name=name),
        ways=SafeWays(channels=("ticket",)),
        agreed=Agreed({"service": True, "share": False, "statistics": False}, text_version=actions.CONSENT),
    )
    with office.at(moment) as by:
        request = intake.submit(by=by, given=given)
    # Whoever is on duty got it by the rule; this talk is Ayu's.
    if request.owner_id != office.staff["ayu"].pk:
        with office.at(moment, "sari") as by:
            intake.assign(by=by, request=request, owner=office.staff["ayu"])
    return request


def _yesterday(office: Office) -> None:
    began = office.now - timedelta(hours=20)
    request = _asked(office, began, _ENDED[0][1], "Pak Joko")
    begun = Begun(agreed=True, place="Di dalam mobil, parkiran pasar", nearby="Istri di rumah", safe="yes",
                  called_name="Pak Joko", first_words=_ENDED[0][1])  # fmt: skip
    room = _begin(office, began, request, begun)
    _take(office, began + timedelta(minutes=4), room)
    by = {"client": Asker("ticket", ticket_id=request.pk), "ayu": "ayu"}
    for place, (who, text) in enumerate(_ENDED[1:]):
        _say(office, began + timedelta(minutes=6 + 4 * place), by[who], room, text)
    tomorrow = clock.local(office.now).date() + timedelta(days=1)
    with office.at(began + timedelta(minutes=30), "ayu") as by:
        actions.end(by=by, room=_fresh(room), came=Came(text=_NOTE, next_on=tomorrow))


def _waiting(office: Office) -> None:
    moment = office.now - timedelta(minutes=3)
    text = "Anak saya tidak mau keluar kamar sejak minggu lalu. Saya bingung."
    request = _asked(office, moment, text, "Ibu Tini", "jv")
    begun = Begun(agreed=True, place="Rumah, Semarang", nearby="Suami", safe="yes", called_name="Ibu Tini",
                  first_words=text)  # fmt: skip
    _begin(office, moment, request, begun)


def _sealed(office: Office) -> None:
    """The agency lets clients seal letters, Ayu holds a key, and one letter waits for her answer."""
    began = office.now - timedelta(hours=5)
    with office.at(began - timedelta(days=20), "rini") as by:
        actions.set_terms(by=by, keep_days=30, letter_hours=24, seal_letters=True)
    with office.at(began - timedelta(days=19), "ayu") as by:
        actions.make_key(by=by, **worker_key(by.staff_id))
    request = _asked(office, began, "", "Ibu Ratna")
    begun = Begun(kind="letter", agreed=True, place="Semarang, rumah sendiri", nearby="Adik, satu gang", safe="unknown",
                  code_word="jeruk bali", called_name="Ibu Ratna")  # fmt: skip
    room = _begin(office, began, request, begun)
    secret = Sealed(room.pk)
    client = Asker("ticket", ticket_id=request.pk)
    with office.at(began + timedelta(minutes=1), client) as by:
        keys = {one.id: secret.for_worker(one.public, one.id) for one in queries.takers(_fresh(room))}
        actions.seal_room(by=by, room=_fresh(room), wrapped=secret.for_client(), keys=keys)
    _write(office, began + timedelta(minutes=4), client, room, secret, _LETTERS[0][1])
    _take(office, began + timedelta(minutes=40), room)
    _write(office, began + timedelta(minutes=50), "ayu", room, secret, _LETTERS[1][1])
    _write(office, began + timedelta(hours=3), client, room, secret, _LETTERS[2][1])


def _write(office: Office, moment, who: str | Asker, room: Room, secret: Sealed, words: str) -> None:
    with office.at(moment, who) as by:
        fresh = _fresh(room)
        seat = policy.seat_of(by, fresh)
        text, once = secret.letter(words, seat.pk, seat.is_client)
        actions.send_message(by=by, room=fresh, text=text, client_id=once)
