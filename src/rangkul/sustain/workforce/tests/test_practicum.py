"""A student learns beside practice: no live file, no live decision, cases without a name while the client agrees."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, ProgrammingError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, asking_as
from rangkul.base.days import today
from rangkul.commons.people.models import Person, Staff
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.models import AccessGrant, Consent
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.assessment.models import Fact
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case, RiskChange, Signature
from rangkul.journey.cases.queries import nameless
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import LogEntry, Objective, Practicum, StudyCase
from rangkul.sustain.workforce.states import ENTRY, STUDY, EntryState, StudyState

PICTURE = "Seorang ibu mencari tempat yang aman bersama anaknya."


@pytest.fixture
def tono(cast, asking):
    """A student, whose account the admin opened."""
    staff = Staff(
        username="tono", full_name="Tono Mahasiswa", called_name="Tono", roles=["praktikan"], agency=cast.adi.agency
    )
    with asking(cast.adi):
        staff.save(force_insert=True)
    return staff


@pytest.fixture
def practicum(cast, asking, tono):
    with asking(cast.ayu) as ayu:
        return actions.begin_practicum(
            by=ayu, student=tono, school="Poltekesos", begins=today(), ends=today() + timedelta(days=90)
        )


@pytest.fixture
def study(cast, asking, practicum, case):
    with asking(cast.ayu) as ayu:
        return actions.draft_study(by=ayu, practicum=practicum, case=case, mode="spoken", witness="Bu RT")


@pytest.fixture
def given(cast, asking, study):
    with asking(cast.ayu) as ayu:
        return actions.give_study(by=ayu, study=study, picture=PICTURE, questions="Apa kekuatannya?")


def test_a_student_sees_no_live_file(practicum, case, tono, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.change_level(by=ayu, case=case, level="merah", reason="Ada ancaman")
    with asking(tono):
        for model in (Case, Person, Request, RiskChange, Signature, Fact, AccessGrant, Consent):
            assert not model.objects.exists(), model


def test_nobody_can_give_a_student_a_right_over_one(practicum, case, tono, cast, asking):
    for who in (cast.ayu, cast.sari):
        with asking(who) as by, pytest.raises(DatabaseError, match="student"), transaction.atomic():
            trust.grant(by=by, subject=("case", case.pk), grantee=("staff", tono.pk), basis="team")


def test_a_student_writes_in_no_live_decision(practicum, case, tono, asking):
    with asking(tono) as by:
        for verb, words in (
            (cases.change_level, {"level": "biru", "reason": "x"}),
            (cases.write_note, {"text": "x"}),
            (cases.ask_signature, {"subject_kind": "plan"}),
        ):
            with pytest.raises(PermissionDenied):
                verb(by=by, case=case, **words)
        change = RiskChange(case=case, key=case.key, before="hijau", after="merah", by=tono)
        with pytest.raises(ProgrammingError), transaction.atomic():
            change.save(force_insert=True)
        assert not Case.objects.filter(pk=case.pk).update(level="biru")


def test_a_student_holds_no_other_role_and_stands_in_no_unit(tono, cast, asking):
    for more in ({"roles": ["praktikan", "peksos"]}, {"unit": cast.ayu.unit}):
        with asking(cast.adi), pytest.raises(IntegrityError, match="student_stands_apart"), transaction.atomic():
            Staff.objects.filter(pk=tono.pk).update(**more)


def test_even_a_session_that_claims_a_unit_shows_a_student_nothing(practicum, case, tono, cast):
    forged = Asker("staff", tono.pk, cast.ayu.agency_id, cast.ayu.unit_id, frozenset({"praktikan"}))
    with asking_as(forged):
        assert not Case.objects.exists()
        assert not Person.objects.exists()


def test_who_begins_a_practicum(tono, cast, asking):
    words = {"school": "Poltekesos", "begins": today(), "ends": today()}
    for who, student in ((cast.dimas, tono), (cast.rini, tono), (cast.budi, tono), (cast.ayu, cast.dimas)):
        with asking(who) as by, pytest.raises(PermissionDenied):
            actions.begin_practicum(by=by, student=student, **words)
    with asking(cast.ayu) as ayu:
        first = actions.begin_practicum(by=ayu, student=tono, **words)
        assert actions.begin_practicum(by=ayu, student=tono, **words).pk == first.pk
        with pytest.raises(Refused):
            actions.end_practicum(by=ayu, practicum=actions.end_practicum(by=ayu, practicum=first))


def test_another_instructor_is_told_that_it_runs_already(practicum, tono, cast, asking, signed_in):
    given = {"school": "Kampus lain", "begins": str(today()), "ends": str(today() + timedelta(days=30))}
    answer = signed_in(cast.sari).post(f"/kerja/supervisi/praktikum/mulai/{tono.pk}/", given)
    assert answer.status_code == 422
    assert "sedang praktikum dengan pembimbing lain" in answer.content.decode()
    with asking(cast.ayu):
        assert Practicum.objects.get().school == "Poltekesos"


@pytest.mark.parametrize("name", ["sari", "dimas", "rini", "adi", "agus", "budi"])
def test_nobody_else_reads_a_practicum(given, tono, cast, asking, practicum, name):
    with asking(tono) as by:
        actions.write_day(by=by, practicum=practicum, day=today(), text="Mendengar", learned="Diam")
    with asking(getattr(cast, name)):
        for model in (Practicum, Objective, LogEntry, StudyCase):
            assert not model.objects.exists(), model


def test_the_logbook_is_the_students_and_the_signature_the_instructors(practicum, tono, cast, asking):
    with asking(tono) as by:
        row = actions.write_day(by=by, practicum=practicum, day=today(), text="Mendengar", learned="Diam")
        with pytest.raises(PermissionDenied):
            actions.sign_day(by=by, entry=row)
        with pytest.raises(DatabaseError, match="only the instructor"), transaction.atomic():
            LogEntry.objects.update(state="signed", decided_at=row.made_at)
        with pytest.raises(Refused):
            actions.write_day(by=by, practicum=practicum, day=today() + timedelta(days=2), text="x", learned="y")
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.send_day_back(by=ayu, entry=row, comment=" ")
        actions.send_day_back(by=ayu, entry=row, comment="Apa yang Anda rasakan?")
        with pytest.raises(PermissionDenied):
            actions.write_day(by=ayu, practicum=practicum, day=today(), text="x", learned="y")
    with asking(tono) as by:
        actions.rewrite_day(by=by, entry=row, text="Mendengar lama", learned="Saya gelisah")
    with asking(cast.ayu) as ayu:
        actions.sign_day(by=ayu, entry=row, comment="Jujur")
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            LogEntry.objects.update(day=today() - timedelta(days=1))


@pytest.mark.parametrize(("table", "states"), [(ENTRY, EntryState), (STUDY, StudyState)])
def test_only_the_steps_of_the_tables_are_taken(table, states):
    for verb, (start, end) in table.steps.items():
        for state in states.values:
            assert table.allows(verb, state) == (state in start)
        assert end in states.values


def test_how_far_a_student_came_is_said_with_what_was_seen(practicum, tono, cast, asking):
    with asking(tono) as by:
        row = actions.set_objective(by=by, practicum=practicum, body="skill", text="Mendengar aktif")
        with pytest.raises(PermissionDenied):
            actions.see_objective(by=by, objective=row, reached="reached", said="Saya bisa")
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.see_objective(by=ayu, objective=row, reached="partly", said="")
        assert actions.see_objective(by=ayu, objective=row, reached="partly", said="Masih memotong").reached


def test_facts_name_nobody_no_place_and_no_day(case, cast, asking):
    with asking(cast.ayu) as ayu:
        case.person.region_code = "32.73.01"
        cases.change_level(by=ayu, case=case, level="merah", reason="Suami mengancam di Coblong")
        told = json.dumps(nameless.facts_of(Case.objects.select_related("person").get()))
        for never in ("Wati", "Contoh", "Coblong", "mengancam", str(today().year), case.number, "Ayu"):
            assert never not in told
        assert "Minggu ke-1" in told


def test_it_is_given_only_once_nothing_in_it_leads_back(study, tono, cast, asking):
    with asking(cast.ayu) as ayu:
        for words in ("Wati datang", "ibu contoh itu", "telepon 0812 3456 789", "kata AYU"):
            with pytest.raises(Refused, match="menunjuk") as refused, transaction.atomic():
                actions.give_study(by=ayu, study=study, picture=PICTURE, questions=words)
            assert refused.value.field == "picture"
    with asking(tono):
        assert not StudyCase.objects.exists()
    with asking(cast.ayu) as ayu:
        actions.give_study(by=ayu, study=study, picture=PICTURE)
    with asking(tono):
        row = StudyCase.objects.select_related("key").get()
        assert row.picture == PICTURE
        assert not Case.objects.exists()


def test_only_who_works_on_the_case_gives_it(practicum, case, cast, asking):
    with asking(cast.sari) as sari, pytest.raises(PermissionDenied):
        actions.draft_study(by=sari, practicum=practicum, case=case, mode="signature")
    with asking(cast.dimas) as dimas, pytest.raises(PermissionDenied):
        actions.draft_study(by=dimas, practicum=practicum, case=case, mode="signature")


def test_without_a_consent_the_database_takes_no_case(practicum, case, cast, asking):
    with asking(cast.ayu) as ayu:
        no = trust.record_consent(by=ayu, subject=("case", case.pk), purpose="learning", given=False, text_version="1")
        other = trust.record_consent(
            by=ayu, subject=("case", case.pk), purpose="statistics", given=True, text_version="1"
        )
        for consent in (no, other):
            row = StudyCase(practicum=practicum, key=case.key, case=case, consent=consent, made_by=cast.ayu)
            with pytest.raises(ProgrammingError), transaction.atomic():
                row.save(force_insert=True)


def test_the_consent_is_the_clients_own_and_no_ticket_of_who_asked_for_them_reads_it(practicum, case, cast, asking):
    asked = handed_in(for_whom="other")
    spoken = {"mode": "spoken", "witness": "Bu RT"}
    with asking(cast.ayu) as ayu:
        request = Request.objects.select_related("key").get(pk=asked.pk)
        case = cases.open_case(by=ayu, person=case.person, request=request)
        study = actions.draft_study(by=ayu, practicum=practicum, case=case, **spoken)
        assert (study.consent.subject_kind, study.consent.subject_id) == ("case", case.pk)
        theirs = trust.record_consent(
            by=ayu, subject=("request", asked.pk), purpose="learning", given=True, text_version="1"
        )
        actions.withdraw_study(by=ayu, study=study)
        row = StudyCase(practicum=practicum, key=case.key, case=case, consent=theirs, made_by=cast.ayu)
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.save(force_insert=True)
        trust.withdraw_consent(by=ayu, consent=theirs)
        own = cases.give_ticket(by=ayu, case=case, said_safe=True, read_over=True).request
        again = actions.draft_study(by=ayu, practicum=practicum, case=case, **spoken)
    with asking_as(holder(asked)):
        assert not Consent.objects.filter(pk__in=[study.consent_id, again.consent_id]).exists()
    with asking_as(holder(own)):
        assert Consent.objects.filter(pk=again.consent_id).exists()


def test_a_withdrawn_consent_takes_it_back_in_the_same_transaction(given, tono, cast, asking):
    with asking(cast.ayu) as ayu:
        trust.withdraw_consent(by=ayu, consent=Consent.objects.get(purpose="learning"))
        row = StudyCase.objects.select_related("key").get()
        assert (row.state, row.facts, row.picture, row.questions) == ("withdrawn", "", "", "")
    with asking(tono):
        assert not StudyCase.objects.exists()


def test_it_ends_with_the_practicum(given, practicum, tono, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.end_practicum(by=ayu, practicum=practicum)
        assert StudyCase.objects.get().state == "withdrawn"
    with asking(tono) as by:
        assert not StudyCase.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            actions.write_day(by=by, practicum=practicum, day=today(), text="x", learned="y")


def test_the_pages_of_a_practicum(practicum, case, tono, signed_in, cast, asking):
    ayu, student = signed_in(cast.ayu), signed_in(tono)
    where = f"/kerja/supervisi/praktikum/{practicum.pk}/"
    assert student.get("/kerja/").headers["Location"] == "/kerja/supervisi/"
    assert "Poltekesos" in student.get("/kerja/supervisi/").content.decode()
    student.post(f"{where}tujuan/", {"body": "value", "text": "Menghormati pilihan klien"})
    student.post(f"{where}hari/", {"day": str(today()), "text": "Mendengar", "learned": "Diam"})
    assert student.post(f"{where}hari/", {"day": str(today()), "text": ""}).status_code == 422
    with asking(tono):
        entry, objective = LogEntry.objects.get(), Objective.objects.get()
    assert student.post(f"{where}hari/{entry.pk}/tandatangani/", {"comment": ""}).status_code == 403
    assert ayu.post(f"{where}hari/{entry.pk}/kembalikan/", {"comment": ""}).status_code == 422
    ayu.post(f"{where}hari/{entry.pk}/tandatangani/", {"comment": "Baik"})
    ayu.post(f"{where}tujuan/{objective.pk}/", {"reached": "reached", "said": "Ia bertanya dulu"})
    assert ayu.post(f"{where}kasus/", {"case": "", "mode": "spoken"}).status_code == 422
    prepared = ayu.post(f"{where}kasus/", {"case": str(case.pk), "mode": "spoken", "witness": "Bu RT"})
    preview = prepared.headers["Location"]
    assert "Fakta tanpa nama" in ayu.get(preview).content.decode()
    assert student.get(preview).status_code == 404
    assert ayu.post(preview, {"picture": "Wati butuh tempat"}).status_code == 422
    ayu.post(preview, {"picture": PICTURE})
    shown = student.get(preview).content.decode()
    assert PICTURE in shown
    assert "Wati" not in shown
    assert student.post(preview, {"picture": "x"}).status_code == 403
    assert "Baik" in student.get(where).content.decode()
    for name in ("sari", "dimas", "rini", "budi"):
        assert signed_in(getattr(cast, name)).get(where).status_code == 404
    ayu.post(f"{preview}tarik/")
    assert student.get(preview).status_code == 404
    ayu.post(f"{where}akhiri/")
    assert "Berakhir" in student.get(where).content.decode()
