"""The crisis board as a person finds it in the morning: one report that nobody has taken on, one with a worker who
asked, planned and wrote, and the rota of the week with a gap in it."""

from datetime import datetime, timedelta

from rangkul.base import clock
from rangkul.base.asking import Asker, job
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.practice_text import START
from rangkul.entry.crisis import actions, hooks
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.crisis.queries.alerts import made_up_secret
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world.places import villages
from rangkul.web.demo.world.roads import Road

_AREA = "33.74"
_DEVICE = job("crisis.alerts")
_FRESH = (
    "Teman kuliah saya menulis di statusnya: “makasih buat semuanya, aku pamit.” Sejak tadi teleponnya tidak diangkat."
)
_KNOWN = "Adik sepupu saya mengunggah foto obat banyak sekali dengan tulisan “sebentar lagi tenang”. Ia kos sendirian."
_ANSWERS = {"wish": "yes", "thoughts": "yes", "method": "yes", "intent": "unknown", "plan": "no", "ever": "no"}
_PLAN = {
    "signs": "Tidak tidur dua malam. Membalas pesan dengan satu kata. Merasa semua orang lebih baik tanpa saya.",
    "coping": "Mandi air hangat. Jalan ke warung Bu Tini. Menonton pertandingan lama.",
    "places": "Teras masjid. Kantin jurusan, ada Galih.",
    "people": "Kakak sepupu, 24 jam. Galih, sampai jam sebelas malam.",
    "professionals": "Petugas yang menulis ini. Puskesmas, poli jiwa, Selasa pagi. IGD kapan saja.",
    "means": "Obat disimpan kakak sepupu. Ibu kos memegang kunci cadangan.",
    "reasons": "Janji menonton wisuda kakak. Kucing saya, Moka.",
}
_MESSAGE = (
    "Halo, saya Ayu, pekerja sosial. Kakak sepupumu peduli padamu, saya juga.\nKamu bisa menulis kepada saya di sini,"
    " pribadi: https://contoh.invalid/kabar/{secret}/\nKalau terlalu berat malam ini, datang ke IGD. Tidak apa-apa"
    " tidak menjawab."
)


def play(office: Office) -> None:
    _calls(office)
    _rules(office)
    _bell(office)
    _rota(office)
    known = _report(office, _KNOWN, office.now - timedelta(minutes=70), "kakak sepupu")
    _taken_on(office, known)
    _report(office, _FRESH, office.now - timedelta(minutes=6), "teman kuliah")


def _report(office: Office, words: str, moment: datetime, relation: str) -> Request:
    village = villages(_AREA)[11]
    given = HandedIn(
        narrative=words, for_whom="other", region_code=village.code, via="report",
        place_words="Kos putra dekat kampus, kamar paling ujung", asked=Asked(relation=relation),
        ways=SafeWays(channels=("ticket",)),
    )  # fmt: skip
    with office.at(moment) as by:
        return actions.report(by=by, given=given, link="https://contoh.invalid/status/1").request


def _taken_on(office: Office, request: Request) -> None:
    """By the supervisor who was told, then by the worker."""
    with office.at(office.now - timedelta(minutes=64), "sari") as by:
        intake.acknowledge(by=by, request=request)
    with office.at(office.now - timedelta(minutes=50), "ayu") as by:
        secret = actions.new_secret()
        outreach = actions.prepare_outreach(
            by=by, request=request, way="whatsapp", reach_at="Nomor dari kakak sepupunya",
            judgement="HP miliknya sendiri, terkunci sidik jari; kakak sepupu memastikan.",
            text=_MESSAGE.format(secret=secret), secret=secret,
        )  # fmt: skip
        actions.mark_sent(by=by, outreach=outreach)
    with office.at(office.now - timedelta(minutes=25), "ayu") as by:
        said = hooks.words_in_use(by.agency_id)
        actions.screen(
            by=by, request=request, answers=_ANSWERS, note="Ditelepon 25 menit, kakak sepupu di sampingnya.",
            wording=said.id if said else None, language=said.language if said else "",
        )  # fmt: skip
        actions.write_plan(by=by, request=request, parts=_PLAN)
        due = office.now + timedelta(hours=6)
        intake.ask_information(by=by, request=request, text="Terima kasih. Apakah ia sudah makan dan tidur hari ini?")
        actions.plan_contact(by=by, request=request, due_at=due, how="Telepon setelah magrib, saat kakak sepupu di kos")


def plan_to_speak(by: Asker, request: Request, moment: datetime) -> NextContact:
    """Red with self-harm: the next contact stands before anything is decided."""
    due = moment + timedelta(hours=20)
    return actions.plan_contact(by=by, request=request, due_at=due, how="Telepon, lewat orang yang dipercaya")


def speak_again(office: Office, road: Road, contact: NextContact) -> None:
    """The day after, unless that is still to come."""
    if contact.due_at < office.now:
        with office.at(contact.due_at, road.worker.key) as by:
            actions.record_contact(by=by, contact=contact, outcome="Bicara 15 menit. Semalam ditemani kakaknya.")


def _calls(office: Office) -> None:
    """Who calls the help lines, due in some days. No call is played: what the public reads of a number is true."""
    with office.at(office.now - timedelta(days=40), "sari") as by:
        day = min(28, clock.local(office.now, _AREA).day + 2)
        actions.name_keeper(by=by, staff=office.staff["ayu"], due_day=day)


def _rules(office: Office) -> None:
    """The rules on technology that the agency began with; most have signed, and the supervisor sees who has not."""
    begun = office.now - timedelta(days=200)
    with office.at(begun, "rini") as by:
        rules = trust.publish_practice(by=by, parts=START)
    for number, who in enumerate(("sari", "ayu"), 1):
        with office.at(begun + timedelta(days=number), who) as by:
            trust.sign_practice(by=by, policy=rules)


def _bell(office: Office) -> None:
    """A bell rang yesterday and somebody went; just now it rings again."""
    with office.at(office.now - timedelta(days=30), "adi") as by:
        bell = actions.register_device(
            by=by, unit=office.staff["ayu"].unit, kind="bell", name="Bel ruang keluarga",
            place="Rumah aman, lantai dua", purpose="Penghuni memanggil petugas jaga di malam hari",
            secret=made_up_secret(), minutes=15,
        )  # fmt: skip
    rang = office.now - timedelta(hours=21)
    with office.at(rang, _DEVICE) as by:
        alert = actions.raise_alert(by=by, device=bell)
    with office.at(rang + timedelta(minutes=3), "ayu") as by:
        actions.take_alert(by=by, alert=alert)
    with office.at(rang + timedelta(minutes=19), "ayu") as by:
        actions.settle_alert(by=by, alert=alert, outcome="helped")
    with office.at(office.now - timedelta(minutes=2), _DEVICE) as by:
        actions.raise_alert(by=by, device=bell)


def _rota(office: Office) -> None:
    """Days for the worker, evenings for the supervisor, from tomorrow on; the nights stay a gap for all to see."""
    today = clock.local(office.now, _AREA).replace(hour=0, minute=0, second=0, microsecond=0)
    with office.at(office.now - timedelta(days=1), "sari") as by:
        unit = office.staff["sari"].unit
        for day in range(1, 6):
            for who, start, length in (("ayu", 8, 8), ("sari", 16, 6)):
                starts = today + timedelta(days=day, hours=start)
                actions.plan_shift(
                    by=by,
                    unit=unit,
                    staff=office.staff[who],
                    starts_at=starts,
                    ends_at=starts + timedelta(hours=length),
                )
