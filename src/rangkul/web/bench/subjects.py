"""Chooses whom to measure with: workers with work, supervisors, and names as people mistype them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import get_random_string

from rangkul.base import name_variants
from rangkul.commons.people.models import Person, Staff
from rangkul.commons.people.states import Role
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import OPEN
from rangkul.journey.cases.models import Case
from rangkul.web.bench import whole
from rangkul.web.bench.journeys import Subjects, Worker

_OWNER = "owner"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_BACKEND = "rangkul.web.accounts.opening.Accounts"
WORKERS, SUPERVISORS, NAMES_A_WORKER = 24, 12, 40


def choose(port: int, seed: int = 7) -> Subjects:
    rng = random.Random(seed)  # noqa: S311  a sample, no secret
    staff = Staff.objects.using(_OWNER).filter(is_active=True)
    workers = list(staff.filter(roles__contains=[Role.SOCIAL_WORKER]))
    supervisors = list(staff.filter(roles__contains=[Role.SUPERVISOR]))
    chosen = rng.sample(workers, min(WORKERS, len(workers)))
    heads = rng.sample(supervisors, min(SUPERVISORS, len(supervisors)))
    return Subjects(
        port,
        tuple(_worker(one, rng) for one in chosen),
        tuple(Worker(session_of(one)) for one in heads),
        tuple(_with_whole_cases(staff)),
    )


def _with_whole_cases(staff: QuerySet[Staff]) -> Iterator[Worker]:
    """Workers whose files have everything on them; the first holds the case with the family of forty, as her first."""
    family = whole.watis()
    for one in staff.filter(agency=family.agency_id).order_by("username"):
        if cases := [str(case.pk) for case in whole.cases_of(one)]:
            cases.sort(key=str(family.pk).__ne__)
            yield Worker(session_of(one), tuple(cases))


def _worker(staff: Staff, rng: random.Random) -> Worker:
    cases = Case.objects.using(_OWNER).filter(worker=staff, state="open").values_list("pk", flat=True)[:40]
    requests = Request.objects.using(_OWNER).filter(unit=staff.unit_id, state__in=OPEN).values_list("pk", flat=True)
    return Worker(
        session=session_of(staff),
        cases=tuple(map(str, cases)),
        requests=tuple(map(str, requests[:20])),
        wrong_names=tuple(wrong_names(staff, rng)),
    )


def wrong_names(staff: Staff, rng: random.Random, wanted: int = NAMES_A_WORKER) -> list[tuple[str, str]]:
    """(mistyped name, the person's key) of people whom this worker may find; names of one word find too many."""
    seen = Person.objects.using(_OWNER).filter(agency_id=staff.agency_id, restricted=False, full_name__contains=" ")
    # From anywhere in the register: keys sort by time, so a random key is a random place.
    first, last = seen.order_by("pk").first(), seen.order_by("-pk").first()
    found = []
    for _ in range(wanted):
        place = UUID(int=rng.randint(first.pk.int, last.pk.int))
        person = seen.filter(pk__gte=place).order_by("pk").first()
        found.append((name_variants.variant(person.full_name, rng).text, str(person.pk)))
    return found


def session_of(staff: Staff) -> str:
    """A session as it is after the second factor; measuring does not measure logging in."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(staff.pk)
    store[BACKEND_SESSION_KEY] = _BACKEND
    store[HASH_SESSION_KEY] = staff.get_session_auth_hash()
    store["factor"] = str(staff.pk)
    store.create()
    return store.session_key


def sessions_with(many: Sequence[Mapping[str, str]]) -> list[str]:
    """The keys of new sessions that hold these values, written at once."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    until = timezone.now() + timedelta(hours=4)
    rows = [
        Session(session_key=get_random_string(32, _LETTERS), session_data=store.encode(dict(one)), expire_date=until)
        for one in many
    ]
    Session.objects.using(_OWNER).bulk_create(rows, batch_size=1000)
    return [row.session_key for row in rows]
