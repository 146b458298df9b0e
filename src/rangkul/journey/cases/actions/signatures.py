"""Asking a supervisor to sign or to decide, and their answer. Nobody signs what they asked for."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.risk import ask_once
from rangkul.journey.cases.actions.rows import about, filled, lock, lock_open
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Case, Signature
from rangkul.journey.cases.states import DECIDED_IN_WORDS, SIGNATURE, SignatureState, SignatureSubject


@action("signature.asked", may=policy.may_work)
def ask_signature(*, by: Asker, case: Case, subject_kind: str, subject_id: UUID | None = None, note: str = "") -> Done:
    """Put an assessment, a plan, an ending or the risk before a supervisor of the unit, or goals and rules that stand
    against each other, told in `note`. What already waits is returned as it is. Raises Refused."""
    # A letter about the end is written after the end.
    case = lock(case) if subject_kind == SignatureSubject.DOCUMENT else lock_open(case)
    if subject_kind not in SignatureSubject.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="subject_kind")
    if subject_kind in DECIDED_IN_WORDS:
        note = filled(note, _("Tulis apa yang berseberangan, dan bagi siapa."), "note")
    standing = case.signatures.filter(subject_kind=subject_kind, state=SignatureState.ASKED).exists()
    row = ask_once(case, subject_kind, asked_by_id=by.staff_id, subject_id=subject_id, note=note.strip())
    return about(case, row, subject_kind=subject_kind, silent=standing)


def _decide(by: Asker, signature: Signature, verb: str, comment: str) -> Done:
    rows = Signature.objects.select_for_update(of=("self",)).select_related("key", "case__key")
    held = rows.get(pk=signature.pk)
    SIGNATURE.step(held, verb)
    held.decided_by_id, held.decided_at = by.staff_id, clock.now()
    held.comment = comment.strip()
    held.save(update_fields=["state", "decided_by", "decided_at", "comment"])
    # Signing means that the supervisor has looked at the case.
    held.case.supervised_at = held.decided_at
    held.case.save(update_fields=["supervised_at"])
    return about(held.case, held, subject_kind=held.subject_kind)


@action("signature.signed", may=policy.may_decide_signature)
def sign(*, by: Asker, signature: Signature, comment: str = "") -> Done:
    """With `comment` as the decision where goals or rules stand against each other: the case's worker has it as a
    task."""
    if not signature.in_words:
        return _decide(by, signature, "sign", comment)
    done = _decide(by, signature, "sign", filled(comment, _("Tulis apa yang Anda putuskan, dan mengapa."), "comment"))
    _hand_back(by, done.result)
    return done


def _hand_back(by: Asker, signature: Signature) -> None:
    """What was decided is read, and done, by a day: otherwise the answer would lie in the file."""
    case = signature.case
    title = _("Jalankan keputusan supervisor: %(what)s") % {"what": signature.comment}
    due = days.today(case.region_code) + timedelta(days=1)
    make_task(by, case, title=title, due=due, owner_id=case.worker_id)


@action("signature.sent_back", may=policy.may_decide_signature)
def send_back(*, by: Asker, signature: Signature, comment: str) -> Done:
    """Not yet, with what should be mended."""
    return _decide(by, signature, "send_back", filled(comment, _("Tulis apa yang perlu diperbaiki."), "comment"))


@action("case.supervised", may=policy.may_supervise)
def mark_supervised(*, by: Asker, case: Case, at: datetime) -> Done:
    """The case was talked about in supervision at that moment; what was said stays there. An older moment than the
    one that is known does nothing."""
    held = lock(case)
    if held.supervised_at and held.supervised_at >= at:
        return about(held, held, silent=True)
    held.supervised_at = at
    held.save(update_fields=["supervised_at"])
    return about(held, held)
