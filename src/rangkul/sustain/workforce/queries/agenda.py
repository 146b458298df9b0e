"""The agenda that the cases themselves bring: red, unsigned, sent back, late, stuck, without one of the four qualities.
Only cases of this worker that this supervisor may see; each once, with its reasons in sentences."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.trust.models import AccessGrant
from rangkul.entry.intake.states import Level
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.models import Case, Escalation, Signature
from rangkul.journey.cases.states import CaseState, SignatureState, Stage
from rangkul.sustain.workforce.models import Session
from rangkul.sustain.workforce.states import Source

# What one session can look at; the gravest first, and the rest is there again next time.
MOST = 8
# So many cases of a worker are looked at for reasons.
_LOOKED_AT = 120
# Longer than this in one stage, a case may be stuck. Intervention takes its time.
_STUCK = {Stage.INTERVENTION: timedelta(days=180)}
_STUCK_ELSEWHERE = timedelta(days=45)
_ORDER = {source: place for place, source in enumerate(Source)}


@dataclass(frozen=True)
class Found:
    """A case with the reasons why it stands on the agenda, the gravest first."""

    case: Case
    reasons: tuple[tuple[Source, str], ...]

    @property
    def source(self) -> Source:
        return self.reasons[0][0]

    @property
    def sentence(self) -> str:
        return " ".join(words for _source, words in self.reasons)


def found_cases(asker: Asker, session: Session, most: int = MOST) -> list[Found]:
    """Gravest first. Costs the same number of queries however many cases there are."""
    visible = _visible_to_both(asker, session).select_related("key", "person", "household")
    rows = list(visible.order_by("next_due_at", "id")[:_LOOKED_AT])
    reasons = _reasons(rows)
    found = [
        Found(case, tuple(sorted(reasons[case.pk], key=lambda one: _ORDER[one[0]])))
        for case in rows if reasons[case.pk]
    ]  # fmt: skip
    return sorted(found, key=lambda one: (_ORDER[one.source], -len(one.reasons)))[:most]


def _visible_to_both(asker: Asker, session: Session):
    """The asker's own right is held by the database; where the worker asks, the supervisor's is looked up, so that
    nothing comes before a supervisor whom the case does not concern."""
    rows = Case.objects.filter(worker_id=session.worker_id, state=CaseState.OPEN)
    if asker.staff_id == session.supervisor_id:
        return rows
    now = clock.now()
    granted = AccessGrant.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=now), grantee_id=session.supervisor_id, subject_kind="case"
    ).values("subject_id")
    unit = session.supervisor.unit_id
    return rows.filter(Q(unit_id=unit) | Q(pk__in=granted)).exclude(against_id=session.supervisor_id)


def _reasons(rows: list[Case]) -> dict[UUID, list[tuple[Source, str]]]:
    now = clock.now()
    found: dict[UUID, list[tuple[Source, str]]] = defaultdict(list)
    for case in rows:
        if case.level == Level.MERAH:
            found[case.pk].append((Source.RED, _("Bicarakan rencana pengamanannya.")))
    for case_id, reason in (*_signatures(rows, now), *_late(rows, now), *_stuck(rows, now)):
        found[case_id].append(reason)
    for case_id, flags in cases.flags(rows).items():
        for flag in flags:
            source = Source.STUCK if flag.code == "contact" else Source.QUALITY
            found[case_id].append((source, flag.sentence))
    return found


def _days(since, now) -> int:
    return max((now - since).days, 0)


def _since(at, now) -> str:
    days = _days(at, now)
    return ngettext("%(n)d hari lalu", "%(n)d hari lalu", days) % {"n": days} if days else _("hari ini")


def _signatures(rows: list[Case], now):
    """What waits for a signature, and what came back and was not put forward again."""
    ids = [case.pk for case in rows]
    asked = Signature.objects.filter(case__among=ids).order_by("case_id", "subject_kind", "-asked_at")
    newest: dict[tuple, Signature] = {}
    for row in asked.only("case_id", "subject_kind", "state", "asked_at", "decided_at"):
        newest.setdefault((row.case_id, row.subject_kind), row)
    for row in newest.values():
        words = {"what": row.get_subject_kind_display()}
        if row.state == SignatureState.ASKED:
            words["since"] = _since(row.asked_at, now)
            yield row.case_id, (Source.UNSIGNED, _("%(what)s, diminta %(since)s.") % words)
        elif row.state == SignatureState.SENT_BACK:
            words["since"] = _since(row.decided_at, now)
            yield row.case_id, (Source.SENT_BACK, _("%(what)s, dikembalikan %(since)s.") % words)


def _late(rows: list[Case], now):
    """What the clock has told about says what it is; else the date that has passed."""
    climbs = Escalation.objects.filter(case__among=[case.pk for case in rows], settled_at=None)
    told: dict[UUID, dict[tuple[str, UUID], Escalation]] = defaultdict(dict)
    for row in climbs.order_by("due_at"):
        told[row.case_id][row.kind, row.matter] = row
    for case in rows:
        if told[case.pk]:
            for row in told[case.pk].values():
                words = {"what": row.what, "since": _since(row.due_at, now)}
                yield case.pk, (Source.LATE, _("%(what)s, batasnya %(since)s.") % words)
        elif case.next_due_at and case.next_due_at < now:
            words = {"since": _since(case.next_due_at, now)}
            yield case.pk, (Source.LATE, _("Ada yang batasnya %(since)s.") % words)


def _stuck(rows: list[Case], now):
    for case in rows:
        longest = _STUCK.get(Stage(case.stage), _STUCK_ELSEWHERE)
        if case.stage != Stage.AFTERCARE and now - case.stage_since > longest:
            words = {"stage": case.get_stage_display(), "n": _days(case.stage_since, now)}
            yield case.pk, (Source.STUCK, _("Sudah %(n)d hari di tahap %(stage)s.") % words)
