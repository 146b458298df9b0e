"""A case begins: with its key, its number, its first worker and the client's own view of it."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Household, Person, Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import conflicted
from rangkul.entry.intake.states import ClientKind, ForWhom, Level, Via
from rangkul.journey.cases import policy, texts
from rangkul.journey.cases.actions.documents import bring_files
from rangkul.journey.cases.actions.homes import home_of
from rangkul.journey.cases.actions.joining import join, refuse_tied
from rangkul.journey.cases.actions.risk import guard_grave_case
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.cases.actions.tickets import bring
from rangkul.journey.cases.models import Case, CasePerson, Decision, StageStep
from rangkul.journey.cases.numbers import next_number
from rangkul.journey.cases.states import NAMED_KINDS, CaseRole, DecisionKind, Stage, TeamRole, TicketHolder, TicketWay


@action("case.opened", may=policy.may_open)
def open_case(
    *,
    by: Asker,
    client_kind: str = ClientKind.PERSON,
    person: Person | None = None,
    household: Household | None = None,
    name: str = "",
    request: Request | None = None,
    worker: Staff | None = None,
    concern: str = "",
    level: str = Level.HIJAU,
    region_code: str = "",
    service_function: str = "",
    programme: str = "",
) -> Done:
    """Open a case and return it. A request opens one case: asked again, the verb gives the case that is there.

    Raises Refused when the client is not named, or when the worker is the one about whom the request complains.
    """
    if request is not None and (there := Case.objects.filter(request=request).first()):
        return Done(there, silent=True)
    worker = worker or Staff.objects.get(pk=by.staff_id)
    _check_client(client_kind, person, household, name)
    _check_worker(worker, request)
    if client_kind == ClientKind.HOUSEHOLD and household is None:
        household = home_of(person, worker, region_code=region_code)
    case = Case(
        key=DataKey.make(),
        number=next_number(),
        agency_id=worker.agency_id,
        unit_id=worker.unit_id,
        worker=worker,
        client_kind=client_kind,
        person=person if client_kind == ClientKind.PERSON else None,
        household=household,
        name=name,
        request=request,
        against_id=request.against_id if request else None,
        region_code=region_code,
        service_function=service_function,
        programme=programme,
        level=level,
    )
    case.concern = concern[:500]
    case.save(force_insert=True)
    _admit(case, worker, by)
    _name_people(case, person, household)
    if request is not None:
        bring_files(case)
    guard_grave_case(by, case)
    StageStep.objects.create(
        case=case, key=case.key, verb="open", to_stage=Stage.ENGAGEMENT, at=case.stage_since, by_id=by.staff_id
    )
    Decision.objects.create(
        case=case,
        key=case.key,
        kind=DecisionKind.OPENED,
        by_id=by.staff_id,
        text=texts.opened(worker.called_name),
    )
    return Done(
        case,
        subject=("case", case.pk),
        agency_id=case.agency_id,
        unit_id=case.unit_id,
        payload={"worker": str(worker.pk), "request": str(request.pk) if request else None},
    )


def _check_client(client_kind: str, person: Person | None, household: Household | None, name: str) -> None:
    if client_kind in NAMED_KINDS:
        filled(name, _("Tulis nama kelompok atau komunitasnya."), "name")
        return
    if person is None and (client_kind == ClientKind.PERSON or household is None):
        raise Refused(_("Pilih untuk siapa kasus ini dibuka."), field="client_kind", code="client")


def _check_worker(worker: Staff, request: Request | None) -> None:
    if not worker.practises or worker.unit_id is None:
        raise Refused(_("Penanggung jawab kasus harus seorang pekerja sosial."), field="worker", code="worker")
    if request is not None and request.against_id == worker.pk:
        raise Refused(
            _("Petugas ini tidak bisa memegang kasus ini. Pilih petugas lain."), field="worker", code="against"
        )
    refuse_tied(conflicted(request.pk if request else None), worker, "worker")


def _admit(case: Case, worker: Staff, by: Asker) -> None:
    """Let in whoever opens the case, so that they see what they write, the worker, and the client by the ticket."""
    if by.staff_id != worker.pk and not policy.is_supervisor_of(by, case):
        join(by, case, by.staff_id, TeamRole.CO_WORKER)
    join(by, case, worker.pk, TeamRole.WORKER)
    if request := case.request:
        own = request.for_whom in (ForWhom.SELF, ForWhom.UNKNOWN) and request.via != Via.REPORT
        bring(by, case, request, TicketWay.OPENED, TicketHolder.CLIENT if own else TicketHolder.ASKER)


def _name_people(case: Case, person: Person | None, household: Household | None) -> None:
    rows = [CasePerson(case=case, person=person, role=CaseRole.CLIENT)] if person is not None else []
    if household is not None:
        members = household.members.filter(until=None).exclude(person=person)
        rows += [CasePerson(case=case, person_id=one.person_id, role=CaseRole.MEMBER) for one in members]
    CasePerson.objects.bulk_create(rows)
