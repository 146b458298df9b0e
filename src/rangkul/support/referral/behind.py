"""What stands behind a need: the file of a case, or a request that became none, asked in the same words. Whoever is
referred from a request or a chat walks the same road, and nobody opens a case only to refer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person
from rangkul.entry.intake import policy as intake
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.queries import contact_of
from rangkul.entry.intake.states import ForWhom
from rangkul.journey.cases import policy as cases
from rangkul.journey.cases.actions.rows import lock_open as lock_case
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries.secrets import Secret, secrets_of, secrets_of_request

if TYPE_CHECKING:
    from rangkul.base.models import DataKey


@dataclass(frozen=True)
class RequestFile:
    """A request where a case is usual. It knows its person only where somebody linked one."""

    request: Request
    kind = "request"

    @property
    def pk(self) -> UUID:
        return self.request.pk

    @property
    def key(self) -> DataKey:
        return self.request.key

    @property
    def agency_id(self) -> UUID:
        return self.request.agency_id

    @property
    def unit_id(self) -> UUID:
        return self.request.unit_id

    @property
    def worker_id(self) -> UUID:
        return self.request.owner_id

    @property
    def region_code(self) -> str:
        return self.request.region_code

    @property
    def person(self) -> Person | None:
        return self.request.person

    @property
    def person_id(self) -> UUID | None:
        return self.request.person_id

    @property
    def is_open(self) -> bool:
        return self.request.is_open

    @property
    def client_name(self) -> str:
        return self.person.spoken_name if self.person else self.request.ticket_words

    @cached_property
    def contact(self) -> Contact | None:
        return contact_of(self.request)

    @property
    def age(self) -> int | None:
        """Only where the one age that was said is surely theirs."""
        one = self.request.for_whom == ForWhom.SELF and len(self.request.ages) == 1
        return self.request.ages[0] if one else None


CaseOrRequest = Case | RequestFile


def file_of(case: Case | None, request: Request | None) -> CaseOrRequest:
    """Of the two that a row names, the one that is there."""
    if case is not None:
        return case
    assert request is not None, "the database keeps one of the two"
    return RequestFile(request)


def subject_of(file: CaseOrRequest) -> tuple[str, UUID]:
    """As events, consents and readings name it."""
    return ("request" if isinstance(file, RequestFile) else "case", file.pk)


def open_file(file: CaseOrRequest) -> CaseOrRequest:
    """As it is now, held until the verb ends. Raises Http404 where it is seen no more, Refused where it has ended."""
    if isinstance(file, Case):
        return lock_case(file)
    rows = Request.objects.select_for_update(of=("self",)).select_related("key", "person__key")
    held = rows.filter(pk=file.pk).first()
    if held is None:
        raise Http404
    if not held.is_open:
        raise Refused(_("Permintaan ini sudah selesai. Buka lagi permintaannya lebih dulu."), code="closed")
    return RequestFile(held)


def may_work(by: Asker, file: CaseOrRequest) -> bool:
    """The team of a case and its supervisor; for a request whoever may decide it."""
    if isinstance(file, Case):
        return by.kind == "staff" and cases.may_work(by=by, case=file)
    return by.practises and intake.may_work(by=by, request=file.request)


def may_end(by: Asker, file: CaseOrRequest) -> bool:
    """Whoever works on it, and the head to whom a request has climbed: they see it by that alone, and may decide it."""
    if may_work(by, file):
        return True
    return isinstance(file, RequestFile) and intake.may_work(by=by, request=file.request)


def secrets_behind(file: CaseOrRequest) -> Iterator[Secret]:
    """What must not leave in words typed by hand."""
    if isinstance(file, Case):
        yield from secrets_of(file)
        return
    yield from secrets_of_request(file.request)
