"""Requests: those that became cases, those that were declined, and those that wait in the queue."""

from datetime import datetime, time, timedelta
from typing import Any

from rangkul.commons.people.models import Person as PersonRow
from rangkul.entry.crisis.queries import why_not_end
from rangkul.entry.intake import actions
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.web.demo.playing import endangered
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.playing.words import WITNESS
from rangkul.web.demo.world.places import villages
from rangkul.web.demo.world.roads import DECLINED, Road

_CONSENT_TEXT = "2026-11"
_ACCEPTED = (
    "Terima kasih sudah bercerita, itu tidak mudah. Saya {worker}, pekerja sosial. "
    "Saya akan menghubungi Anda hanya dengan cara yang Anda pilih."
)
_DECLINED = (
    "Kami senang Anda sudah didampingi lembaga lain. Agar bantuannya tidak tumpang tindih, kami tidak membuka "
    "berkas baru. Bila keadaan berubah, hubungi kami lagi kapan saja."
)


def hand_in(office: Office, road: Road) -> Request:
    """The request as it came, at the moment it came."""
    asked, story = road.asked, road.story
    by_web = asked["channel"] == "web"
    given = HandedIn(
        narrative=asked["text"],
        fields=tuple(story["problems"]),
        safe_now=story["safe_now"],
        for_whom=asked["for"],
        ages=(road.client.age(road.began_at.date()),),
        violence_hours=story["violence_hours"],
        region_code=road.household.village.code,
        via=asked["channel"],
        asked=_asked(road),
        ways=_ways(road),
        agreed=_agreed(by_web),
    )
    with office.at(road.began_at, "" if by_web else road.worker.key) as by:
        return actions.submit(by=by, given=given)


def _asked(road: Road) -> Asked:
    asker = road.asker
    about = "" if asker is road.client else road.client.full_name
    name = asker.full_name if asker else ""
    return Asked(name=name, called_name=asker.called_name if asker else "", about_name=about)


def _ways(road: Road) -> SafeWays:
    phone = road.asker.phone if road.asker else ""
    safe = road.story.get("safe")
    if safe is None:
        return SafeWays(channels=("call", "whatsapp") if phone else (), phone=phone, phone_owner="self")
    return SafeWays(
        channels=tuple(safe["channels"]),
        days=tuple(safe["days"]),
        from_time=time.fromisoformat(safe["from"]),
        to_time=time.fromisoformat(safe["to"]),
        code_word=safe["word"],
        note=road.said(safe["note"]),
        phone=phone,
        phone_owner="self",
    )


def _agreed(by_web: bool) -> Agreed:
    answers = {"service": True, "share": False, "statistics": True}
    if by_web:
        return Agreed(answers, text_version=_CONSENT_TEXT)
    return Agreed(answers, mode="spoken", text_version=_CONSENT_TEXT, witness=WITNESS)


def decide(office: Office, road: Road, request: Request, client: PersonRow) -> Case | None:
    """The worker's decision some hours later; the case where it was accepted."""
    soon = timedelta(minutes=9) if request.level == "merah" else timedelta(hours=4)
    moment = road.began_at + soon
    if request.level != "merah":
        moment = office.working(moment, road.household.village.code)
    worker = office.staff[road.worker.key]
    if request.owner_id != worker.pk:
        with office.at(moment, road.supervisor.key) as by:
            actions.assign(by=by, request=request, owner=worker)
    with office.at(moment, road.worker.key) as by:
        actions.link_person(by=by, request=request, person=client)
        contact = endangered.plan_to_speak(by, request, moment) if why_not_end(request) else None
        if road.standing == DECLINED:
            actions.decline(by=by, request=request, reason="helped_elsewhere", text=_DECLINED, no_conflict=True)
            return None
        kind = "household" if road.story.get("household") else "person"
        text = _ACCEPTED.format(worker=road.worker.called_name)
        case = actions.accept(by=by, request=request, text=text, client_kind=kind, no_conflict=True)
    if contact is not None:
        endangered.speak_again(office, road, contact)
    return case


def wait(office: Office, waiting: list[dict[str, Any]]) -> list[Request]:
    """Requests of people whom nobody knows yet, over the last two days; a few were answered already."""
    areas = ("33.74", "33.21", "33.74", "73.71", "33.74", "91.71")
    handed_in = []
    for place, asked in enumerate(waiting):
        village = villages(areas[place % len(areas)])[(place * 37) % len(villages(areas[place % len(areas)]))]
        handed_in.append(_hand_in_unknown(office, asked, village.code, _waited(office.now, place)))
    _answer_some(office, handed_in)
    return handed_in


def _waited(now: datetime, place: int) -> datetime:
    """The newest a few minutes ago, the oldest two days."""
    return now - timedelta(minutes=4 + place * place * 5)


def _hand_in_unknown(office: Office, asked: dict[str, Any], region_code: str, moment: datetime) -> Request:
    by_web = asked["channel"] == "web"
    given = HandedIn(
        narrative=asked["text"],
        fields=tuple(asked["problems"]),
        safe_now=asked["safe_now"],
        for_whom=asked["for"],
        ages=tuple(asked.get("ages", ())),
        violence_hours=asked.get("violence_hours"),
        region_code=region_code,
        via=asked["channel"],
        agreed=_agreed(by_web),
    )
    takes_calls = {"33.74": "ayu", "33.21": "candra", "73.71": "budi", "91.71": "yosina"}[region_code[:5]]
    with office.at(moment, "" if by_web else takes_calls) as by:
        return actions.submit(by=by, given=given)


def _answer_some(office: Office, requests: list[Request]) -> None:
    """One waits for an answer of the asker, one stands in the waiting list, one was referred."""
    answers = (
        ("ask_information", {"text": "Bolehkah kami tahu kapan terakhir Bapak diperiksa dokter?"}),
        (
            "waitlist",
            {
                "text": "Kami catat dalam daftar tunggu dan melihatnya lagi minggu depan.",
                "again_at": office.now + timedelta(days=7),
                "no_conflict": True,
            },
        ),
        (
            "refer",
            {
                "text": "Kami meneruskan permintaan ini ke dinas.",
                "partner": "Dinas Sosial setempat",
                "no_conflict": True,
            },
        ),
    )
    calm = [one for one in requests if one.level in ("kuning", "hijau", "biru")]
    by_id = {account.pk: name for name, account in office.staff.items()}
    for (verb, words), request in zip(answers, calm[2:], strict=False):
        with office.at(office.now - timedelta(minutes=2), by_id[request.owner_id]) as by:
            getattr(actions, verb)(by=by, request=request, **words)
