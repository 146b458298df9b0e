"""What was answered before there was a case: kept with the request, told at once, and taken over by the case."""

import json
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Level
from rangkul.journey.assessment.states import RiskLevel
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import is_a_case_now
from rangkul.journey.instruments import policy, queries, reading
from rangkul.journey.instruments.actions.alarms import RAISES, raise_alarm
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.instruments.scoring import About, Scored
from rangkul.journey.instruments.states import AnsweredBy, Mode

_JOB = job("instruments.critical")
_FOLLOW = job("instruments.follow")


@action("instrument.answered_early", may=policy.may_record_early)
def record_early(*, by: Asker, request: Request, version: InstrumentVersion, answer: bytes, language: str) -> Done:
    """Examine, score and keep what the person answered the worker, by the XML of the form. What it says of danger makes
    the request more urgent; nothing makes it less. The same answer sent twice is kept once. Raises base.xforms.Refused
    for an answer that the form forbids, actions.Refused for a request that has become a case."""
    held = Request.objects.select_for_update(of=("self",)).select_related("key").filter(pk=request.pk).first()
    if held is None or not queries.may_be_chosen(by, version):
        raise Http404
    if is_a_case_now(held):
        raise Refused(_("Permintaan ini sudah menjadi kasus. Lanjutkan di kasusnya."), code="case")
    given = reading.form_of(version).examine(answer, language=language, now=clock.local(clock.now(), held.region_code))
    twin = Administration.objects.filter(instance=given.instance_id, request=held, version=version).first()
    if twin is not None:
        return Done(twin, silent=True)
    scored = reading.counted(version, given, About(None, ""), held.agency_id)
    row = Administration(
        request=held, key=held.key, version=version, language=language, mode=Mode.INTERVIEW,
        answered_by=AnsweredBy.CLIENT, answered_on=today(held.region_code), recorded_by_id=by.staff_id,
        instance=given.instance_id,
    )  # fmt: skip
    row.answer = given.xml.decode()
    row.scored = json.dumps(scored.to_json()) if scored else ""
    _save(row)
    _tell(held, version, scored)
    said = {"id": str(row.pk), "instrument": version.instrument.key, "version": version.number}
    where = {"agency_id": held.agency_id, "unit_id": held.unit_id}
    return Done(row, subject=("request", held.pk), payload=said, **where)


def _save(row: Administration) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Refused(_("Jawaban ini sudah pernah diterima. Buka halaman ini sekali lagi."), code="instance") from None


def _tell(request: Request, version: InstrumentVersion, scored: Scored | None) -> None:
    """The gravest finding decides; one that is not known asks for a person and is not taken for what was feared."""
    grave = [one for one in (scored.findings if scored else ()) if one.level in RAISES]
    if not grave:
        return
    red = any(one.level == RiskLevel.RED and one.known for one in grave)
    why = _("Jawaban pada %(instrument)s menyebut bahaya.") % {"instrument": version.instrument.short_name}
    with acting(_JOB):
        intake.raise_level(by=_JOB, request=request, level=Level.MERAH if red else Level.ORANYE, reason=why)


@action("instrument.followed", may=policy.is_machine)
def follow(*, by: Asker, case: Case) -> Done:
    """The case takes over what was answered at its request, and is told of the danger in it."""
    rows = Administration.objects.filter(request=case.request_id, case=None).select_related(
        "key", "version__instrument"
    )
    held = list(rows.order_by("made_at"))
    for row in held:
        row.case, row.person_id = case, case.person_id
        row.save(update_fields=["case", "person"])
        scored = reading.score_of(row)
        if scored is not None and scored.findings:
            with acting(_JOB):
                raise_alarm(by=_JOB, case=case, administration=row, findings=scored.findings)
    where = {"agency_id": case.agency_id, "unit_id": case.unit_id}
    return Done(case, subject=("case", case.pk), payload={"n": len(held)}, silent=not held, **where)


def connect() -> None:
    events.after("case.opened")(after_opening)


def after_opening(event: Event) -> None:
    if event.payload.get("request") is None:
        return
    with acting(_FOLLOW):
        follow(by=_FOLLOW, case=Case.objects.select_related("worker", "key").get(pk=UUID(str(event.subject_id))))
