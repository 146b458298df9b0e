"""Groups: one has met and meets again next week, one begins tomorrow."""

from datetime import timedelta

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import State
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import Purpose, Times
from rangkul.support.counselling.models import GroupSeat
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.playing.photographed import photographed

_RULES = (
    "Yang dibicarakan di sini tinggal di sini.\nPakai nama panggilan. Jangan menyebut alamat, sekolah, atau nomor siapa"
    " pun.\nBicara bergantian; boleh hanya mendengarkan.\nTidak menghakimi dan tidak menyuruh."
)
_PARENTS = Purpose(
    "Orang tua yang membesarkan anak sendirian",
    "Ayah atau ibu, dari mana saja, yang mengurus anak tanpa pasangan.",
    _RULES, places=6,
)  # fmt: skip
_GRIEVING = Purpose(
    "Sesudah kehilangan orang terdekat",
    "Siapa pun yang berduka dalam setahun terakhir.",
    _RULES, places=8, zone="WITA",
)  # fmt: skip
_NAMES = ("Melati", "Pak Kopi", "Senja")
_SAID = (
    ("ayu", "Selamat malam. Terima kasih sudah datang. Malam ini: kapan terakhir Anda beristirahat?"),
    ("Melati", "Saya lupa kapan. Anak baru tidur jam sepuluh."),
    ("Pak Kopi", "Sama. Saya biasanya duduk di teras lima menit, itu saja."),
    ("ayu", "Lima menit di teras itu sudah berarti. Apa yang membuat lima menit itu mungkin?"),
    ("Senja", "Di saya: ibu saya di rumah. Tanpa beliau tidak bisa."),
    ("Melati", "Saya mau coba minta tolong tetangga hari Sabtu."),
)
# What Melati shows when she has said her last word.
_LIST = (
    "Sabtu",
    "06.00  cuci piring: Adit",
    "08.00  belanja: saya",
    "10.00  Bu RT jaga si kecil",
    "10.00-11.00  SAYA DUDUK",
)
_PRIVATE = (
    ("Senja", "Mbak, boleh saya bicara sendiri besok? Ada yang tidak enak saya ceritakan di sini."),
    ("ayu", "Tentu. Besok jam sembilan saya tunggu di ruang Anda."),
)
_NOTE = (
    "Pertemuan pertama tentang beristirahat. Anggota saling menyebut siapa yang bisa diminta tolong. Minggu depan:"
    " membagi pekerjaan rumah dengan anak."
)


def play(office: Office) -> None:
    askers = _askers(office)
    if len(askers) < len(_NAMES):
        return
    _met(office, askers)
    day = clock.local(office.now).replace(hour=18, minute=0, second=0, microsecond=0) + timedelta(days=1)
    with office.at(office.now - timedelta(days=1), "ayu") as by:
        actions.open_group(by=by, purpose=_GRIEVING, times=Times(day, minutes=90, weeks=2, count=4))


def _askers(office: Office) -> list[Request]:
    """Three whose request is with Ayu's unit and goes on, always the same."""
    with office.at(office.now, "ayu") as by:
        rows = Request.objects.filter(unit_id=by.unit_id, state=State.ACCEPTED, against=None, person__isnull=False)
        found: dict = {}
        for request in rows.order_by("made_at", "pk")[:12]:
            found.setdefault(request.person_id, request)
    return list(found.values())[: len(_NAMES)]


def _met(office: Office, askers: list[Request]) -> None:
    """Six days ago in the evening, and again tomorrow at the same hour."""
    began = clock.local(office.now).replace(hour=19, minute=0, second=0, microsecond=0) - timedelta(days=6)
    with office.at(began - timedelta(days=5), "ayu") as by:
        group = actions.open_group(by=by, purpose=_PARENTS, times=Times(began, minutes=60, weeks=1, count=6))
    who: dict[str, str | Asker] = {"ayu": "ayu"}
    for place, (request, name) in enumerate(zip(askers, _NAMES, strict=True)):
        who[name] = Asker("ticket", ticket_id=request.pk)
        with office.at(began - timedelta(days=3, hours=place), who[name]) as by:
            actions.join_group(by=by, group=group, request=request, name=name, agreed=True)
    with office.at(began, "ayu") as by:
        meeting = queries.meetings_of(group)[0]
        meeting = actions.open_meeting(by=by, meeting=queries.get_meeting(meeting.pk))
    for place, (name, text) in enumerate((*_SAID, *_PRIVATE)):
        private = place >= len(_SAID)
        with office.at(began + timedelta(minutes=2 + 4 * place), who[name]) as by:
            to = _seat(group.pk, "Senja") if private and name == "ayu" else None
            actions.say_in_group(by=by, meeting=meeting, text=text, private=private, to=to)
    with office.at(began + timedelta(minutes=40), who["Melati"]) as by:
        file = photographed(_LIST)
        actions.enclose(by=by, meeting=meeting, file=file, size=file.tell(), text="Ini jadwal hari Sabtu saya.")
        actions.mark_in_group(by=by, meeting=meeting, read=20)
    with office.at(began + timedelta(minutes=62), "ayu") as by:
        actions.end_meeting(by=by, meeting=meeting, text=_NOTE)


def _seat(group_id, name: str) -> GroupSeat:
    seats = GroupSeat.objects.select_related("key").filter(group_id=group_id, staff=None)
    return next(one for one in seats if one.name == name)
