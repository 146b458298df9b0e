"""A safety plan made together, and handing it over: on paper, or read aloud. Nothing is sent."""

import json

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.crisis.queries import may_be_shared
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.cases.queries import clients_request
from rangkul.journey.protection import policy
from rangkul.journey.protection.actions.rows import about, held_row, lock_open
from rangkul.journey.protection.models import Folder, SafetyPlan, within
from rangkul.journey.protection.safety_words import ASKS
from rangkul.journey.protection.states import GivenBy


@action("protection_plan.written", may=policy.may_keep)
def write_plan(
    *, by: Asker, folder: Folder, situation: str, answers: dict[str, str], together: bool, alone_because: str = ""
) -> Done:
    """The next version. What was not talked about stays empty; a plan without a word is none."""
    folder = lock_open(folder)
    row = next_version(folder, situation, answers)
    row.together, row.by_id = together, by.staff_id
    if not together:
        row.alone_because = filled(alone_because, _("Tulis mengapa belum dibuat bersama."), "alone_because")
    row.save(force_insert=True)
    return about(folder, row, situation=situation, version=row.version)


def next_version(folder: Folder, situation: str, answers: dict[str, str]) -> SafetyPlan:
    """The version after the newest, not saved. Raises Refused for a plan without a word."""
    if situation not in ASKS:
        raise Http404
    kept = {ask.name: words for ask in ASKS[situation] if (words := answers.get(ask.name, "").strip())}
    if not kept:
        raise Refused(_("Isi sekurangnya satu bagian bersama klien."), code="empty")
    newest = newest_plan(folder, situation)
    row = SafetyPlan(**within(folder), key=folder.key, situation=situation)
    row.version = newest.version + 1 if newest else 1
    row.answers = json.dumps(kept, ensure_ascii=False)
    return row


def newest_plan(folder: Folder, situation: str) -> SafetyPlan | None:
    rows = SafetyPlan.objects.filter(**within(folder), situation=situation).select_related("key")
    return rows.order_by("-version").first()


def _refuse_unsafe(plan: SafetyPlan, said_safe: bool) -> None:
    if not said_safe:
        raise Refused(_("Tanyakan dulu kepada klien: amankah dibaca lewat tiket?"), field="said_safe")
    asked_by = Request.objects.filter(pk=plan.request_id).first()
    request = clients_request(plan.case) if plan.case else asked_by
    if request is None or not may_be_shared(request):
        raise Refused(_("Tiket kasus ini tidak dipegang klien sendiri."), field="how")


@action("protection_plan.given", may=policy.may_give)
def give_plan(*, by: Asker, plan: SafetyPlan, how: str, said_safe: bool = False) -> Done:
    """Written down after it happened: the person asked for it so. Behind the ticket only where they said that nobody
    else holds or sees it (`said_safe`), and only where the ticket is their own."""
    held: SafetyPlan = held_row(SafetyPlan, plan)
    if how not in GivenBy.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="how")
    if how == GivenBy.TICKET:
        _refuse_unsafe(held, said_safe)
    if held.given == how:
        return about(held.folder, held, silent=True)
    held.given, held.given_at, held.given_by_id = how, clock.now(), by.staff_id
    held.save(update_fields=["given", "given_at", "given_by"])
    return about(held.folder, held, how=how)
