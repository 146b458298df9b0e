"""What climbed to somebody begins their day; the board shows what is late and who was told."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.asking import asking_as, job
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases import actions, hooks, jobs
from rangkul.journey.cases.models import Case, Escalation, Signature, Task
from rangkul.journey.cases.states import Stage
from rangkul.web.desks import today


def test_each_kind_of_lateness_has_room_in_the_row_that_tells_of_it():
    """One that has none would stop the clock for everything."""
    most = Escalation._meta.get_field("kind").max_length
    assert [kind for kind in hooks.late_kinds if len(kind) > most] == []


@pytest.fixture
def late(cast, asking):
    """Ayu helped Wati before there was a contract, and eight days have passed; the clock has told Sari."""
    with asking(cast.ayu):
        ayu = cast.ayu
        wati = Person.objects.create(
            key=DataKey.make(), agency=ayu.agency, unit=ayu.unit, registered_by=ayu, full_name="Wati Contoh"
        )
        case = actions.open_case(by=ayu.asker(), person=wati)
        actions.give_emergency_help(by=ayu.asker(), case=case, help_given="Makanan", reason="Belum makan")
        task = actions.add_task(by=ayu.asker(), case=case, title="Antar obat", due=days.today(), owner=ayu)
        Task.objects.filter(pk=task.pk).update(due=days.today() - timedelta(days=9))
        yesterday = clock.now() - timedelta(days=1)
        Case.objects.filter(pk=case.pk).update(contract_due_at=yesterday, next_due_at=yesterday)
    with asking_as(job("cases.clock")):
        jobs.move_clocks()
    return case


def test_one_line_a_case_begins_the_supervisors_day(late, cast, asking):
    with asking(cast.sari):
        lines = [thing for thing in today.things(cast.sari.asker()) if "Wati" in thing.title]
    assert [line.url for line in lines] == [reverse("cases:tasks", args=[late.pk])]
    assert lines[0].more == "Ayu"


def test_the_board_says_who_was_told_until_somebody_takes_it(late, cast, asking, signed_in):
    sari = signed_in(cast.sari)
    board = sari.get(reverse("desks:team")).content.decode()
    assert "Kontrak layanan belum disepakati: Sari diberi tahu" in board
    with asking(cast.sari):
        actions.acknowledge(by=cast.sari.asker(), case=late)
    assert "Kontrak layanan belum disepakati: ditangani Sari" in sari.get(reverse("desks:team")).content.decode()


@pytest.fixture
def everything_late(cast, asking):
    """`everything_late(n)`: so many late requests, and so many red cases, late, long without contact, to be signed."""

    def make(many):
        long_ago = clock.now() - timedelta(days=100)
        for _ in range(many):
            handed_in()
        with asking(cast.dimas) as dimas:
            kept = {"agency": cast.dimas.agency, "unit": cast.dimas.unit, "registered_by": cast.dimas}
            for _ in range(many):
                client = Person.objects.create(key=DataKey.make(), full_name="Wati Contoh", **kept)
                case = actions.open_case(by=dimas, person=client)
                actions.ask_signature(by=dimas, case=case, subject_kind="assessment")
            Case.objects.update(opened_at=long_ago, next_due_at=long_ago, level="merah")
        with asking(cast.sari):
            Request.objects.update(due_at=long_ago)

    return make


def test_every_part_of_the_board_says_what_it_leaves_out_and_leads_to_the_whole(everything_late, cast, signed_in):
    sari = signed_in(cast.sari)
    everything_late(7)
    with CaptureQueriesContext(connection) as seven:
        page = sari.get(reverse("desks:team")).content.decode()
    assert page.count('class="todo-row"') == 5 * 7
    assert "dan 1 lagi." not in page
    everything_late(1)
    with CaptureQueriesContext(connection) as eight:
        page = sari.get(reverse("desks:team")).content.decode()
    assert page.count('class="todo-row"') == 5 * 7
    assert page.count("dan 1 lagi.") == 5
    for whole in ("/kerja/antrean/", "/kerja/kasus/tanda-tangan/", "/kerja/kasus/mutu/", "/kerja/kasus/?siapa=unit"):
        assert f'<a href="{whole}">' in page
    assert len(eight) <= len(seven)


def test_the_tiles_lead_to_the_stage_that_they_count(late, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("desks:today"))
    tile = next(row for row in page.context["stage_rows"] if row["n"])
    listed = signed_in(cast.ayu).get(tile["url"])
    assert tile["name"] == Stage.ENGAGEMENT.label
    assert listed.context["chosen"]["tahap"] == Stage.ENGAGEMENT


def test_what_the_supervisor_sent_back_begins_the_workers_day(late, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.ask_signature(by=ayu, case=late, subject_kind="risk")
    with asking(cast.sari) as sari:
        signature = Signature.objects.select_related("case__worker", "case__key", "key").get(subject_kind="risk")
        actions.send_back(by=sari, signature=signature, comment="Tulis apa yang berubah")
    with asking(cast.ayu) as ayu:
        lines = [thing for thing in today.things(ayu) if "dikembalikan" in thing.title]
    assert [(line.url, line.more) for line in lines] == [(reverse("cases:signatures", args=[late.pk]), "Wati Contoh")]


def test_what_belongs_to_no_case_has_a_line_too(cast, asking):
    with asking_as(job("cases.clock")):
        late = clock.now() - timedelta(days=9)
        Escalation.objects.create(
            kind="rhythm", matter=cast.ayu.pk, due_at=late, owner=cast.ayu, step=1, told=cast.sari, told_at=late
        )
    with asking(cast.sari) as sari:
        (line,) = today.things(sari)
    assert line.title == "Belum ada sesi supervisi dalam irama yang disepakati · Ayu"
    assert line.url == reverse("workforce:home")
    with asking(cast.rini) as rini:
        assert today.things(rini) == []
