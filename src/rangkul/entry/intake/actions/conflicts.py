"""A worker who is tied to the person of a request steps aside: somebody else holds it, and chooses who decides."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.clock import now
from rangkul.base.rules import Decision as Ruled
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import hooks, policy, rights
from rangkul.entry.intake.actions import telling
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Conflict, Request
from rangkul.entry.intake.queries import above, conflicted
from rangkul.entry.intake.rules import escalation
from rangkul.entry.intake.states import ConflictKind, Level, Told


@action("request.conflict_stated", may=policy.may_work)
def state_conflict(*, by: Asker, request: Request, kind: str, words: str = "") -> Done:
    """The asker is tied to the person of the request, and reads neither it nor its case from now on. Where they own it,
    whoever stands above holds it first and is told to choose somebody. Raises Refused where nobody else is there, or
    where they still hold something of it that they hand over themself; Http404 where they said so before."""
    request = lock(request)
    if kind not in ConflictKind.values:
        raise Refused(_("Pilih hubungannya."), field="kind")
    if kind == ConflictKind.OTHER and not words.strip():
        raise Refused(_("Tulis hubungan apa, satu kalimat."), field="words")
    if by.staff_id in conflicted(request.pk):
        return Done(request, silent=True)
    _hands_over_first(request, by.staff_id)
    before = request.owner_id
    if before == by.staff_id and request.is_open:
        _step_aside(request)
    row = Conflict(key=request.key, request=request, staff_id=by.staff_id, kind=kind)
    row.words = words.strip()[:500]
    row.save(force_insert=True)
    rights.end_of(request, by.staff_id)
    payload = {"before": str(before), "owner": str(request.owner_id)}
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(request, subject=("request", request.pk), payload=payload, **where)


def _hands_over_first(request: Request, staff_id: UUID) -> None:
    for look in hooks.before_stepping_aside:
        if why := look(request, staff_id):
            raise Refused(why, code="not_yet")


def _step_aside(request: Request) -> None:
    """The new owner comes first: the database lets nobody own what they are tied to."""
    ruled = _heir(request)
    request.owner_id = UUID(ruled.value["owner_id"])
    with acting(rights.JOB):
        request.save(update_fields=["owner"])
        telling.explain(request, ruled)
    rights.let_in(request, request.owner_id, Basis.OWNER, ruled.reasons[0].sentence)
    telling.keep(request, request.owner_id, Told.CONFLICT, now())


def _heir(request: Request) -> Ruled:
    able = above.colleagues(request.unit_id).exclude(pk=request.owner_id)
    if request.level == Level.MERAH:
        able = able.exclude(roles__contains=["junior"])
    colleagues = [str(staff_id) for staff_id in able.values_list("pk", flat=True)]
    never = [str(one) for one in (*telling.never(request), request.owner_id)]
    facts = escalation.heir_facts(chain=telling.chain(request), colleagues=colleagues, never=never, conflict=True)
    try:
        return escalation.heir(facts)
    except ValueError as nobody:
        said = _("Belum ada orang lain yang bisa memegang permintaan ini. Minta admin menambah petugas lebih dulu.")
        raise Refused(said, code="nobody") from nobody
