"""Writing down what was answered: examined and counted here, whatever the browser did."""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.days import not_ahead, not_over, today
from rangkul.commons.people.models import Person
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import policy, queries, reading
from rangkul.journey.instruments.actions.alarms import raise_alarm
from rangkul.journey.instruments.actions.offers import asked_in_person, to_answer
from rangkul.journey.instruments.actions.received import received
from rangkul.journey.instruments.actions.retests import answered_again, promise
from rangkul.journey.instruments.actions.rows import about, still_open
from rangkul.journey.instruments.models import Administration, AnswerDraft, InstrumentVersion, Offer
from rangkul.journey.instruments.scoring import About, Scored
from rangkul.journey.instruments.states import BY_STAFF, AnsweredBy, Mode

_JOB = job("instruments.critical")


@dataclass(frozen=True)
class Given:
    """One filling as it came: `answer` is the XML of the form, `person` whom it is about. With an `offer` the client
    answers alone, and the offer says what else there is to say."""

    answer: bytes
    language: str = "id"
    mode: str = Mode.INTERVIEW
    answered_by: str = AnsweredBy.CLIENT
    answered_by_words: str = ""
    answered_on: date | None = None
    person: Person | None = None
    retest_on: date | None = None
    offer: Offer | None = None

    @classmethod
    def through_ticket(cls, offer: Offer, answer: bytes, language: str) -> Given:
        return cls(answer, language, mode=Mode.TICKET, offer=offer)


@action("instrument.answered", may=policy.may_record)
def record(*, by: Asker, case: Case, version: InstrumentVersion, given: Given) -> Done:
    """Examine, score and keep an answer; what it says of danger is told in the same transaction.

    The same answer sent twice is kept once, and an offer is answered once. Raises base.xforms.Refused for an answer
    that its form forbids, and actions.Refused for a day that has not come, a version that is not in use, a person who
    is not of the case, an offer that has ended.
    """
    if given.offer is not None:
        given = replace(given, offer=to_answer(given.offer))
    still_open(case)
    day = given.answered_on or today(case.region_code)
    _check(by, case, version, given, day)
    answer = reading.form_of(version).examine(given.answer, language=given.language, now=_moment(day, case))
    twin = Administration.objects.filter(instance=answer.instance_id, case=case, version=version).first()
    if twin is not None:
        return about(case, twin, silent=True)
    with acting(_JOB) if given.offer else nullcontext():
        # The holder of a ticket sees neither a person nor the cut-offs of the agency.
        scored = reading.counted(version, answer, _about(given, day), case.agency_id)
    row = _keep(by, case, version, given, day, answer.instance_id, answer.xml.decode(), scored)
    if given.offer is not None:
        received(_JOB, given.offer, row, scored)
    else:
        AnswerDraft.objects.filter(case=case, version=version, staff_id=by.staff_id).delete()
        answered_again(by, row)
        asked_in_person(case, version, row.person_id)
    if given.retest_on:
        promise(by, row, given.retest_on)
    if scored is not None and scored.findings:
        with acting(_JOB):
            raise_alarm(by=_JOB, case=case, administration=row, findings=scored.findings)
    return about(case, row, instrument=version.instrument.key, version=version.number, mode=given.mode)


def _check(by: Asker, case: Case, version: InstrumentVersion, given: Given, day: date) -> None:
    if given.offer is not None:
        # Everything else was settled when it was offered.
        if given.offer.version_id != version.pk or given.mode != Mode.TICKET:
            raise Http404
        return
    not_ahead(day, "answered_on", case.region_code)
    not_over(given.retest_on, "retest_on", case.region_code)
    if given.mode not in BY_STAFF:
        raise Refused(_("Pilih salah satu dari daftar."), field="mode")
    if given.answered_by not in AnsweredBy.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="answered_by")
    if not queries.may_be_chosen(by, version):
        raise Refused(_("Versi ini tidak dipakai lagi. Pilih instrumennya sekali lagi."), code="version")
    if given.person is not None and given.person.pk not in {person.pk for person in queries.people_of(case)}:
        raise Refused(_("Pilih seseorang dari kasus ini."), field="person")


def _about(given: Given, day: date) -> About:
    person = given.person
    if given.offer is not None:
        person = Person.objects.filter(pk=given.offer.person_id).first()
    return reading.about(person, queries.years(person, day))


def _moment(day: date, case: Case) -> datetime:
    """Noon of the day on which it was answered, or now: what a form counts from "today" is counted from there."""
    now = clock.local(clock.now(), case.region_code)
    return now if day == now.date() else datetime.combine(day, time(12), now.tzinfo)


def _keep(
    by: Asker,
    case: Case,
    version: InstrumentVersion,
    given: Given,
    day: date,
    instance: str,
    xml: str,
    scored: Scored | None,
) -> Administration:
    row = Administration(
        case=case,
        key=case.key,
        version=version,
        person_id=given.offer.person_id if given.offer else given.person and given.person.pk,
        offer=given.offer,
        language=given.language,
        mode=given.mode,
        answered_by=given.answered_by,
        answered_on=day,
        recorded_by_id=by.staff_id,
        instance=instance,
    )
    row.answer = xml
    row.answered_by_words = given.answered_by_words.strip()
    row.scored = json.dumps(scored.to_json()) if scored else ""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        # The number is taken, by an answer of another case, form or version.
        raise Refused(_("Jawaban ini sudah pernah diterima. Buka halaman ini sekali lagi."), code="instance") from None
    return row


def of_case(case: Case, wanted: UUID | None) -> Person | None:
    """The person of the case by id; None where nobody is meant. Raises Refused for somebody else."""
    if wanted is None:
        return None
    for person in queries.people_of(case):
        if person.pk == wanted:
            return person
    raise Refused(_("Pilih seseorang dari kasus ini."), field="person")
