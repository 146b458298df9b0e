"""From rows to the report: what each round knew goes into a record of plain values, and the record into sentences."""

from dataclasses import replace

from rangkul.journey.assessment.models import Assessment, Functioning, Institution, Risk, RiskCheck
from rangkul.journey.assessment.narrative import Around, Check, Known, Level, Record, RiskNow, Section, report
from rangkul.journey.assessment.pie.rows import coded, found
from rangkul.journey.assessment.queries import rows
from rangkul.journey.cases.models import Case


def report_of(case: Case, round_: Assessment | None) -> list[Section]:
    """The report of this round; of what is there where no round was begun."""
    return report(record_of(case, round_))


def report_of_today(case: Case) -> list[Section]:
    """All that is known now, in whatever round it was learned: the client's words, the codes and the conclusion of a
    round that has just begun are not written yet, so the newest that were written stand."""
    held = rows.rounds(case)
    told = next((one for one in held if one.presenting), None)
    concluded = next((one for one in held if one.summary), None)
    record = record_of(case, None)
    if told is not None:
        words = {"presenting": told.presenting, "presenting_source": told.presenting_source}
        record = replace(record, presenting_on=told.presenting_on, **words)
    gaps = {name: getattr(held[0], name) for name in ("functioning_gap", "category_gap")} if held else {}
    by_round = rows.codings_by_round(case)
    codings = next(([coded(row) for row in by_round[one.pk]] for one in held if one.pk in by_round), [])
    return report(replace(record, summary=concluded.summary if concluded else "", codings=codings, **gaps))


def record_of(case: Case, round_: Assessment | None) -> Record:
    """What a round knows, as plain values."""
    # A signed round speaks of its own time: what was learned after the signature stands in the next one.
    until = round_.signed_at if round_ is not None else None
    return Record(
        presenting=round_.presenting if round_ else "",
        presenting_source=round_.presenting_source if round_ else "",
        presenting_on=round_.presenting_on if round_ else None,
        facts=[_known(line) for line in rows.facts(case, until=round_) if not line.taken_back],
        functioning={place: _level(row) for place, row in rows.latest_levels(rows.profile(case, until=until)).items()},
        functioning_gap=round_.functioning_gap if round_ else "",
        risks=[_risk(risk, until) for risk in rows.risks(case, until=until)],
        checks=[_check(check) for check in rows.checks(case, until=until)],
        categories=rows.current_categories(case, until=until),
        category_gap=round_.category_gap if round_ else "",
        codings=[coded(row) for row in rows.standing_codings(round_)] if round_ else [],
        findings=[found(row) for row in rows.findings(case, until=round_)],
        institutions=[_around(row) for row in rows.institutions(case, until=round_)],
        service=str(case.get_service_function_display()) if case.service_function else "",
        summary=round_.summary if round_ else "",
    )


def _known(line: rows.FactLine) -> Known:
    fact = line.now
    return Known(
        row=fact.pk,
        domain=fact.domain,
        kind=fact.kind,
        source=fact.source,
        on=fact.source_date,
        text=fact.text,
        who=fact.source_note,
        is_strength=fact.is_strength,
        topic=fact.topic,
        corrected=bool(line.before),
    )


def _level(row: Functioning) -> Level:
    return Level(row.level, row.words, row.seen_on, row.pk)


def _risk(risk: Risk, until) -> RiskNow:
    """The risk as its newest look (before `until`) saw it."""
    looks = [look for look in risk.looks.all() if until is None or look.made_at <= until]
    look = max(looks, key=lambda one: one.made_at)
    return RiskNow(
        kind=risk.kind,
        level=look.level,
        since=risk.since,
        seen=look.seen,
        protective=look.protective,
        done=look.done,
        next_look=look.next_look,
        on=look.looked_on,
        row=risk.pk,
    )


def _check(check: RiskCheck) -> Check:
    return Check(check.checked_on, check.kinds, check.note, check.pk)


def _around(row: Institution) -> Around:
    return Around(
        kind=row.kind,
        effect=row.effect,
        on=row.source_date,
        source_words=str(row.get_source_display()),
        name=row.name,
        helps=row.helps,
        blocks=row.blocks,
        who=row.source_note,
    )
