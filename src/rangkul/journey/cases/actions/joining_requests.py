"""A request about somebody whose case runs already joins that case, instead of opening a second one in silence."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.workdays import next_workday
from rangkul.commons.people.queries import identity_ids
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import conflicted
from rangkul.entry.intake.states import ForWhom
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.risk import change_level
from rangkul.journey.cases.actions.rows import about, lock_open
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.actions.tickets import bring
from rangkul.journey.cases.models import Case, CaseTicket
from rangkul.journey.cases.states import TaskKind, TicketHolder, TicketWay, graver

_HOUSE = job("cases.joining")


@action("case.request_joined", may=policy.may_open)
def join_request(*, by: Asker, case: Case, request: Request) -> Done:
    """The request belongs to the case from now on; its worker reads and answers it by the next workday, today where it
    is grave, and danger in it raises the case. Returns the case. Who asked for somebody else sees nothing of it.

    Raises Refused where the case has ended, or somebody of its team is complained about or tied to the person."""
    case = lock_open(case)
    if CaseTicket.objects.filter(case=case, request=request, ended_at=None).exists():
        return Done(case, silent=True)
    if why := why_not_join(case, request):
        raise Refused(why, field="running")
    bring(by, case, request, TicketWay.JOINED, _holder(case, request))
    grave = graver(request.level, case.level)
    if grave:
        said = _("Permintaan baru {ticket} lebih gawat.").format(ticket=request.ticket_words)
        with acting(_HOUSE):
            change_level(by=_HOUSE, case=case, level=request.level, reason=said, rule="joined")
    day = clock.local(clock.now(), case.region_code).date()
    # A worker may show it to the client: nothing in it may tell that somebody asked.
    title = _("Baca kabar baru di linimasa, lalu hubungi klien dengan aman")
    make_task(
        by, case, title=title, due=day if grave else next_workday(day), owner_id=case.worker_id, kind=TaskKind.DUTY
    )
    done = about(case, request, grave=grave)
    done.result = case
    return done


def why_not_join(case: Case, request: Request) -> str:
    """In words, or "": a complaint never comes before the worker whom it names, nor a request before somebody who
    stepped aside because they are tied to its person."""
    team = {case.worker_id, *_team(case)}
    if request.against_id is not None and request.against_id in team:
        return _("Permintaan ini mengadukan petugas di kasus itu. Buka kasus kedua dengan petugas lain.")
    if team & conflicted(request.pk):
        return _("Petugas di kasus itu punya hubungan pribadi dengan orangnya. Buka kasus kedua dengan petugas lain.")
    return ""


def _team(case: Case) -> set:
    return set(case.team.filter(until=None).values_list("staff_id", flat=True))


def _holder(case: Case, request: Request) -> str:
    """Only who asked for themself, and is the client of this case."""
    own = request.for_whom == ForWhom.SELF and request.person is not None and case.person is not None
    same = own and case.person_id in identity_ids(request.person)
    return TicketHolder.CLIENT if same else TicketHolder.ASKER
