"""A safety plan made together, and handing it over: on paper, or read aloud. Nothing is sent."""

import json

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.crisis.queries import may_be_shared
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import policy
from rangkul.journey.protection.models import SafetyPlan
from rangkul.journey.protection.safety_words import ASKS
from rangkul.journey.protection.states import GivenBy


@action("protection_plan.written", may=policy.may_work)
def write_plan(
    *, by: Asker, case: Case, situation: str, answers: dict[str, str], together: bool, alone_because: str = ""
) -> Done:
    """The next version. What was not talked about stays empty; a plan without a word is none."""
    case = lock_open(case)
    if situation not in ASKS:
        raise Http404
    kept = {ask.name: words for ask in ASKS[situation] if (words := answers.get(ask.name, "").strip())}
    if not kept:
        raise Refused(_("Isi sekurangnya satu bagian bersama klien."), code="empty")
    newest = case.safety_plans.filter(situation=situation).order_by("-version").first()
    row = SafetyPlan(case=case, key=case.key, situation=situation, together=together, by_id=by.staff_id)
    row.version = newest.version + 1 if newest else 1
    row.answers = json.dumps(kept, ensure_ascii=False)
    if not together:
        row.alone_because = filled(alone_because, _("Tulis mengapa belum dibuat bersama."), "alone_because")
    row.save(force_insert=True)
    return about(case, row, situation=situation, version=row.version)


def _refuse_unsafe(plan: SafetyPlan, said_safe: bool) -> None:
    if not said_safe:
        raise Refused(_("Tanyakan dulu kepada klien: amankah dibaca lewat tiket?"), field="said_safe")
    request = plan.case.request
    if request is None or not may_be_shared(request):
        raise Refused(_("Tiket kasus ini tidak dipegang klien sendiri."), field="how")


@action("protection_plan.given", may=policy.may_give)
def give_plan(*, by: Asker, plan: SafetyPlan, how: str, said_safe: bool = False) -> Done:
    """Written down after it happened: the person asked for it so. Behind the ticket only where they said that nobody
    else holds or sees it (`said_safe`), and only where the ticket is their own."""
    held = (
        SafetyPlan.objects.select_for_update(of=("self",))
        .select_related("case__request", "key")
        .filter(pk=plan.pk)
        .first()
    )
    if held is None:
        raise Http404
    if how not in GivenBy.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="how")
    if how == GivenBy.TICKET:
        _refuse_unsafe(held, said_safe)
    if held.given == how:
        return about(held.case, held, silent=True)
    held.given, held.given_at, held.given_by_id = how, clock.now(), by.staff_id
    held.save(update_fields=["given", "given_at", "given_by"])
    return about(held.case, held, how=how)
