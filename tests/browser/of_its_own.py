"""Pages whose address holds the id of something: it is made by the verbs, so that axe can look at the page.

Name of the page → who may look there, and where.
"""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

from django.urls import reverse

from rangkul.base import clock
from rangkul.base.days import today
from rangkul.commons.directory import actions as directory
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.practice_text import START
from rangkul.entry.intake.models import Request
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import actions as instruments
from rangkul.journey.plans import actions as plans
from rangkul.journey.plans.models import Goal
from rangkul.journey.protection import actions as protection
from rangkul.support.volunteers import actions as volunteers
from rangkul.tell.exchange.webhooks.models import Webhook
from rangkul.web.api import actions as api
from tests.browser.prepared import LADDER, House
from tests.browser.working import GOAL

Place = tuple[str, str, str]
CHAT = b"23/05/24 21.15 - Wati: Jangan datang\n23/05/24 21.16 - B: Aku tahu di mana kamu kerja\n"
DISTRICT = "32.73.02"


def places(house: House) -> Iterator[Place]:
    """(name of the page, who, address)"""
    case, waits = house.case("Wati Alamat").key, house.asked("Wati Menunggu").pk
    with house.asks("ayu") as by:
        row, request = Case.objects.get(pk=case), Request.objects.get(pk=waits)
        made = [
            *_of_volunteers(by, row, request), *_of_request(by, request), *_of_people(by), *_of_case(by, row),
            ("keys:end", _key(by)), ("directory:asset_off", _asset(by)),
        ]  # fmt: skip
        yield from ((name, "ayu", reverse(name, args=keys)) for name, keys in made)
    with house.asks("rini") as by:
        policy = trust.publish_practice(by=by, parts=START)
        yield "trust:practice_version", "rini", reverse("trust:practice_version", args=[policy.version])
    with house.asks("ayu") as by:
        wish = trust.ask_for_right(
            by=by, right="deletion", text="Hapus semuanya.", subject=("request", waits), agency_id=by.agency_id
        )
    with house.asks("putri") as by:
        trust.grant_right(by=by, wish=wish, answer="Baik, kami hapus.")
        yield "trust:erase", "putri", reverse("trust:erase", args=[wish.pk])
    with house.asks("adi") as by:
        upload = instruments.hand_in(by=by, files=[("rusak.xlsx", b"bukan berkas Excel")], licence="Disusun sendiri")
        yield "instruments:upload", "adi", reverse("instruments:upload", args=[upload.pk])
        # The verb asks where the address leads, which no name in a test does.
        hook = Webhook.objects.create(
            agency_id=by.agency_id, name="Dinas", address="https://dinas.example/rangkul", kinds="request.decided",
            keeper_id=by.staff_id, made_by_id=by.staff_id, read_to=0,
        )  # fmt: skip
        yield "exchange:webhook", "adi", reverse("exchange:webhook", args=[hook.pk])


def _of_volunteers(by: Any, case: Case, request: Request) -> Iterator[tuple[str, list]]:
    given = volunteers.VolunteerDraft(
        "Tono Contoh", "0812 0000 1111", DISTRICT, ["escort"], ["day"], ["sun"], today(), "spoken"
    )
    yield "volunteers:volunteer", [volunteers.register(by=by, given=given).pk]
    soon = today() + timedelta(days=3)
    need = volunteers.NeedDraft("escort", DISTRICT, soon, soon, "day", child_there="no", older_there="no")
    yield "volunteers:need", [volunteers.note_need(by=by, given=need, case=case).pk]
    yield "volunteers:of_request", [request.pk]


def _of_request(by: Any, request: Request) -> Iterator[tuple[str, list]]:
    here = {"by": by, "folder": request}
    brought = protection.Brought("Dengan B", "Wati", "consent", clock.now())
    chat = protection.bring_chat(**here, brought=brought, purpose="Bukti", file=BytesIO(CHAT), size=len(CHAT))
    piece = protection.keep_evidence(**here, brought=brought, words="Terdengar teriakan")
    child = protection.note_child(**here, called="N", role="victim", needs="Teman di sekolah")
    yield "protection:request_chats", [request.pk]
    yield "protection:request_online", [request.pk]
    yield from (
        (f"protection:request_{name}", [request.pk, row.pk])
        for name, row in (("chat", chat), ("piece", piece), ("child", child))
    )


def _of_people(by: Any) -> Iterator[tuple[str, list]]:
    first, second, third = (people.register(by=by, full_name=f"Tini Kembar {n}") for n in ("Satu", "Dua", "Tiga"))
    merged = people.merge(by=by, kept=first, absorbed=second, reason="KTP-nya sama persis.")
    yield "people:unmerge", [merged.pk]
    yield "people:decide", [first.pk, third.pk]


def _of_case(by: Any, case: Case) -> Iterator[tuple[str, list]]:
    plans.describe_plan(by=by, case=case, wish="Anak-anak sekolah lagi.")
    words = {name: GOAL[name] for name in ("title", "client_words")}
    plans.set_goal(
        by=by, case=case, purpose="link", responsible="together", client_view="agrees", levels=LADDER, **words
    )
    yield "plans:goal", [case.pk, Goal.objects.get(case=case).pk]
    way = plans.weigh_alternative(by=by, case=case, title="Beasiswa", reason="Ditimbang bersama.", chosen=True)
    yield "plans:alternative", [case.pk, way.pk]
    finding = assessment.note_finding(
        by=by, case=case, factor="3", finding="Depresi sedang", profession="psychiatrist", found_by="dr. Contoh",
        via="document", document="surat kontrol", found_on=today(),
    )  # fmt: skip
    yield "assessment:correct_finding", [case.pk, finding.pk]


def _key(by: Any) -> list:
    row, _secret = api.make_token(by=by, staff=Staff.objects.get(pk=by.staff_id), label="Uji")
    return [row.pk]


def _asset(by: Any) -> list:
    given = directory.AssetDraft("place", "Balai RW Contoh", DISTRICT, "Aula untuk 40 orang")
    return [directory.add_asset(by=by, given=given).pk]


def own_plan(house: House) -> tuple[Any, str]:
    """A client whose plan a worker gave behind the ticket, and where they write on in it."""
    taken = house.case("Wati Rencana")
    with house.asks("ayu") as by:
        case = Case.objects.get(pk=taken.key)
        plan = protection.write_plan(by=by, folder=case, situation="leave", answers={"bag": "Tas"}, together=True)
        protection.give_plan(by=by, plan=plan, how="ticket", said_safe=True)
    return taken, reverse("portal:own_plan", args=["leave"])
