"""Learning beside practice: objectives, a logbook that the instructor signs, cases without a name."""

import json
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import Purpose
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import nameless
from rangkul.journey.cases.queries.consents import asked_on
from rangkul.sustain.workforce import policy
from rangkul.sustain.workforce.actions.rows import filled, hold
from rangkul.sustain.workforce.models import LogEntry, Objective, Practicum, StudyCase
from rangkul.sustain.workforce.states import ENTRY, PRACTICUM, STUDY

# Names the words that were read to the client.
CONSENT_TEXT = "belajar-2026-11"


def _about(practicum: Practicum, result, *, silent: bool = False, **payload) -> Done:
    said = {"id": str(result.pk)} | {name: str(value) for name, value in payload.items()}
    return Done(result, subject=("practicum", practicum.pk), payload=said, agency_id=practicum.agency_id, silent=silent)


@action("practicum.begun", may=policy.may_instruct)
def begin_practicum(*, by: Asker, student: Staff, school: str, begins: date, ends: date) -> Done:
    """A student has one practicum at a time; beginning it twice returns the one that runs.

    Raises Refused where another instructor has begun it, of whose practicum the asker sees nothing.
    """
    standing = Practicum.objects.filter(student=student, state="running").first()
    if standing is not None:
        return _about(standing, standing, silent=True)
    if ends < begins:
        raise Refused(_("Tanggal berakhir tidak boleh sebelum mulai."), field="ends")
    row = Practicum(agency_id=by.agency_id, student=student, instructor_id=by.staff_id, begins=begins, ends=ends)
    row.school = filled(school, _("Tulis nama kampusnya."), "school")
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if "workforce_practicum_one_running" not in str(error):
            raise
        raise Refused(_("Mahasiswa ini sedang praktikum dengan pembimbing lain."), code="running") from None
    return _about(row, row)


@action("practicum.ended", may=policy.is_instructor)
def end_practicum(*, by: Asker, practicum: Practicum) -> Done:
    """What the student was given to read is taken back with it."""
    held = Practicum.objects.select_for_update().get(pk=practicum.pk)
    PRACTICUM.step(held, "end")
    for study in StudyCase.objects.filter(practicum=held).exclude(state="withdrawn"):
        withdraw_study(by=by, study=study)
    held.ended_at = clock.now()
    held.save(update_fields=["state", "ended_at"])
    return _about(held, held)


@action("practicum.objective_set", may=policy.in_practicum)
def set_objective(*, by: Asker, practicum: Practicum, body: str, text: str) -> Done:
    row = Objective(practicum=practicum, key=DataKey.make(), body=body)
    row.text = filled(text, _("Tulis apa yang ingin dipelajari."), "text")
    row.save(force_insert=True)
    return _about(practicum, row, body=body)


@action("practicum.objective_seen", may=policy.of_instructor)
def see_objective(*, by: Asker, objective: Objective, reached: str, said: str) -> Done:
    """How far the student came, with what was seen."""
    held = hold(Objective, objective.pk)
    held.reached, held.said, held.seen_at = reached, filled(said, _("Tulis apa yang Anda lihat."), "said"), clock.now()
    held.save(update_fields=["reached", "said", "seen_at"])
    return _about(held.practicum, held, reached=reached)


@action("practicum.day_written", may=policy.is_student)
def write_day(
    *, by: Asker, practicum: Practicum, day: date, text: str, learned: str, objective: Objective | None = None
) -> Done:
    days.not_ahead(day, "day")
    row = LogEntry(practicum=practicum, key=DataKey.make(), day=day, objective=objective)
    _words(row, text, learned)
    row.save(force_insert=True)
    return _about(practicum, row)


def _words(row: LogEntry, text: str, learned: str) -> None:
    row.text = filled(text, _("Tulis apa yang Anda kerjakan."), "text")
    row.learned = filled(learned, _("Tulis apa yang Anda pelajari."), "learned")


@action("practicum.day_rewritten", may=policy.of_student)
def rewrite_day(*, by: Asker, entry: LogEntry, text: str, learned: str) -> Done:
    held = hold(LogEntry, entry.pk)
    ENTRY.step(held, "rewrite")
    _words(held, text, learned)
    held.decided_at = None
    held.save(update_fields=["state", "text", "learned", "decided_at"])
    return _about(held.practicum, held)


def _decide(entry: LogEntry, verb: str, comment: str) -> Done:
    held = hold(LogEntry, entry.pk)
    ENTRY.step(held, verb)
    held.comment, held.decided_at = comment.strip(), clock.now()
    held.save(update_fields=["state", "comment", "decided_at"])
    return _about(held.practicum, held)


@action("practicum.day_signed", may=policy.of_instructor)
def sign_day(*, by: Asker, entry: LogEntry, comment: str = "") -> Done:
    return _decide(entry, "sign", comment)


@action("practicum.day_sent_back", may=policy.of_instructor)
def send_day_back(*, by: Asker, entry: LogEntry, comment: str) -> Done:
    return _decide(entry, "send_back", filled(comment, _("Tulis apa yang perlu diperbaiki."), "comment"))


@action("practicum.study_drafted", may=policy.may_give_case)
def draft_study(*, by: Asker, practicum: Practicum, case: Case, mode: str, witness: str = "") -> Done:
    """The client has said yes to being learned from: the yes is kept, and the case is drawn up without a name."""
    standing = StudyCase.objects.filter(practicum=practicum, case=case).exclude(state="withdrawn").first()
    if standing is not None:
        return _about(practicum, standing, silent=True)
    consent = trust.record_consent(
        by=by, subject=asked_on(case), purpose=Purpose.LEARNING, given=True, text_version=CONSENT_TEXT, mode=mode,
        witness=witness,
    )  # fmt: skip
    row = StudyCase(practicum=practicum, key=case.key, case=case, consent=consent, made_by_id=by.staff_id)
    row.facts = json.dumps(nameless.facts_of(case))
    row.save(force_insert=True)
    return _about(practicum, row)


@action("practicum.study_given", may=policy.made_it)
def give_study(*, by: Asker, study: StudyCase, picture: str, questions: str = "") -> Done:
    """Give it to the student in words of one's own. Refused while a name, a place or a long number stands in them."""
    held = hold(StudyCase, study.pk)
    STUDY.step(held, "give")
    held.picture = filled(picture, _("Tulis dulu gambaran kasusnya dengan kata-kata sendiri."), "picture")
    held.questions = questions.strip()
    if found := nameless.leads_back(held.case, picture, questions):
        said = _("Kata ini bisa menunjuk orangnya: %(words)s. Ganti dengan yang umum.") % {"words": ", ".join(found)}
        raise Refused(said, field="picture", code="leads_back")
    held.given_at = clock.now()
    held.save(update_fields=["state", "picture", "questions", "given_at"])
    return _about(held.practicum, held)


@action("practicum.study_withdrawn", may=policy.made_it)
def withdraw_study(*, by: Asker, study: StudyCase) -> Done:
    """Take it back; nothing of it is left to read."""
    held = hold(StudyCase, study.pk)
    STUDY.step(held, "withdraw")
    held.facts = held.picture = held.questions = ""
    held.withdrawn_at = clock.now()
    held.save(update_fields=["state", "facts", "picture", "questions", "withdrawn_at"])
    return _about(held.practicum, held)
