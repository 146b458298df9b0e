"""Brings the demo world into an installation: once, whole or not at all; again it only tells what is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module

from django.apps import apps
from django.db import connection, transaction

from rangkul.base import clock
from rangkul.base.progress import Progress, quiet
from rangkul.base.trouble import Trouble
from rangkul.commons.people.actions import restrict
from rangkul.commons.people.models import Agency, Person
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tickets import pin_of
from rangkul.journey.cases.models import Case
from rangkul.web.demo.playing import accounts, asking, endangered, families, own_forms, story, wishes
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.report import DemoReport
from rangkul.web.demo.world import world
from rangkul.web.demo.world.roads import NEW, Road
from rangkul.web.demo.world.world import World

_OWNER = "owner"
# Package → the module here that plays it.
_OPTIONAL = {
    "commons.directory": "listing",
    "sustain.workforce": "supervising",
    "support.consultation": "consulting",
    "support.counselling": "talking",
    "support.referral": "seeking",
    "support.volunteers": "helping",
    "tell.exchange": "neighbouring",
}
_HIDDEN = "Orang ini bisa dicari oleh seseorang yang mengancamnya."


def load(progress: Progress = quiet, persons: int = 300, now: datetime | None = None) -> DemoReport:
    """Play the world of so many persons; a second time nothing is added.

    Raises Trouble beside other data: accounts with known names and no second factor never come near real files.
    """
    drawn = world.demo(now or clock.now(), persons)
    _refuse_other_data(drawn)
    staff = accounts.ensure(drawn.offices)
    if not Person.objects.using(_OWNER).exists():
        play(Office(staff, drawn.now), drawn, progress)
    return DemoReport(accounts.listed(drawn.offices), _tickets())


@contextmanager
def _whole_or_not_at_all() -> Iterator[None]:
    """One transaction: a world that was cut off in the middle leaves nothing behind. So no verb inside needs a
    savepoint to come back to, and savepoints are a third of all statements."""
    features = connection.features
    with transaction.atomic():
        before, features.uses_savepoints = features.uses_savepoints, False
        try:
            yield
        finally:
            features.uses_savepoints = before


def _refuse_other_data(drawn: World) -> None:
    ours = [agency.name for agency in drawn.offices.agencies]
    if Agency.objects.using(_OWNER).exclude(name__in=ours).exists():
        raise Trouble(
            "Basis data ini sudah dipakai untuk data lain; dunia contoh tidak pernah dimuat di sampingnya.",
            "Pilih folder kosong dengan RANGKUL_HOME, lalu jalankan `rangkul demo` lagi.",
        )


def play(office: Office, drawn: World, progress: Progress = quiet) -> None:
    """The story of every household, whole or not at all; who may look at it is not asked here."""
    label = "Memainkan dunia contoh"
    with _whole_or_not_at_all():
        own_forms.begin(office)
        for household in drawn.all_households():
            _household(office, drawn.road(household))
            progress(label, household.number + 1, drawn.households)
        asking.wait(office, drawn.waiting())
        endangered.play(office)
        wishes.play(office, "sari")
        _play_what_runs(office)


def _play_what_runs(office: Office) -> None:
    """The parts of the house that can be switched off."""
    for module, play in _OPTIONAL.items():
        if apps.is_installed(f"rangkul.{module}"):
            import_module(f"rangkul.web.demo.playing.{play}").play(office)


def _household(office: Office, road: Road) -> None:
    request = asking.hand_in(office, road)
    rows, _home = families.register(office, road)
    client = rows[road.household.members.index(road.client)]
    if road.standing == NEW:
        return
    case = asking.decide(office, road, request, client)
    if case is not None:
        story.play(office, road, case)
    if road.story.get("restricted") and case is not None:
        with office.at(office.now, road.worker.key) as by:
            restrict(by=by, person=client, reason=_HIDDEN)


def _tickets() -> list[dict[str, str]]:
    """Wati's, one that was just asked, one of a case that has ended."""
    cases = Case.objects.using(_OWNER).exclude(request=None).select_related("request", "person")
    known = [
        ("Wati, kasus berjalan", cases.filter(person__called_name="Wati", state="open").first()),
        ("kasus yang sudah selesai", cases.filter(state="closed").order_by("-closed_at").first()),
    ]
    found = [_ticket(case.request, about) for about, case in known if case is not None]
    fresh = Request.objects.using(_OWNER).filter(state="new").order_by("-received_at").first()
    return [*found, _ticket(fresh, "permintaan yang menunggu")] if fresh else found


def _ticket(request: Request, about: str) -> dict[str, str]:
    return {"ticket": request.ticket_words, "pin": pin_of(request.pk, request.pin_generation), "about": about}


__all__ = ["DemoReport", "load", "play"]
