"""The map of stakeholders: four sectors, tasks of partners that a worker follows, and what the client reads of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.models import Person
from rangkul.entry.intake.tests.situations import holder
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.actions import Known, Nearness, Stake
from rangkul.journey.cases.models import Partner, Task
from rangkul.journey.cases.states import Channel, NameLeave


@pytest.fixture
def sister(case, cast, asking):
    """Tini, Wati's elder sister; nobody asked yet whether she may be told anything."""
    with asking(cast.ayu) as by:
        tini = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu,
            full_name="Tini Contoh",
        )  # fmt: skip
        return actions.add_person(by=by, case=case, person=tini, nearness=Nearness("caregiver", relation="kakak"))


@pytest.fixture
def clinic(case, cast, asking):
    with asking(cast.ayu) as by:
        return actions.add_partner(
            by=by, case=case, who=Known("Puskesmas Contoh"), stake=Stake("government", "Visum", interest="Cepat")
        )


@pytest.fixture
def family(sister, case, cast, asking):
    with asking(cast.ayu) as by:
        return actions.add_partner(by=by, case=case, who=Known(near=sister), stake=Stake("family", "Menjaga anak"))


def allow(by, sister):
    actions.describe_person(by=by, row=sister, nearness=Nearness("caregiver", relation="kakak", contact="allowed"))


def at(case, name, *more):
    return reverse(f"cases:{name}", args=[case.pk, *more])


def test_the_index_counts_facts_by_side_and_adds_nothing_up(clinic, family, sister, case, cast, asking):
    with asking(cast.ayu) as by:
        promised = {"by": by, "case": case, "due": today()}
        seen = actions.add_task(**promised, title="Buat visum", owner=cast.ayu, partner=clinic)
        actions.add_task(**promised, title="Kirim salinan", owner=cast.ayu, partner=clinic)
        actions.add_task(**promised, title="Bawa KK")
        actions.add_task(**promised, title="Lapor dinas", owner=cast.ayu, kind="duty")
        actions.finish_task(by=by, task=seen)
        Task.objects.filter(state="open", owner_kind="partner").update(due=today() - timedelta(days=1))
        for channel in (Channel.OFFICE, Channel.PARTNER, Channel.VISIT):
            actions.record_activity(by=by, case=case, channel=channel, minutes=30, result="Bicara")
        partners = queries.partners_of(case)
        found = queries.participation(case, partners)
        assert found.sectors == ["Keluarga", "Pemerintah"]
        assert [(one.agreed, one.done, one.late) for one in found.promises] == [(1, 0, 0), (2, 1, 1), (0, 0, 0)]
        assert (found.with_client, found.contacts) == (2, 3)
        sides = {side.label: side.partners for side in queries.sides(case.tasks.all(), partners)}
        assert list(sides) == ["Keluarga", "Akademisi", "Masyarakat", "Pemerintah"]
        [(partner, tasks)] = sides["Pemerintah"]
        assert (str(partner), {task.title for task in tasks}) == ("Puskesmas Contoh", {"Buat visum", "Kirim salinan"})
        names = {event.name for event in Event.objects.filter(subject_id=case.pk)}
        assert {"partner.added", "task.added", "task.finished"} <= names


def test_a_task_of_a_partner_has_a_worker_and_a_private_person_is_asked_with_leave(
    clinic, family, sister, case, cast, asking
):
    with asking(cast.ayu) as by:
        promised = {"by": by, "case": case, "title": "Antar", "due": today()}
        with pytest.raises(Refused, match="mengikuti") as refused:
            actions.add_task(**promised, partner=clinic)
        assert refused.value.field == "watcher"
        with pytest.raises(Refused, match="boleh dihubungi"):
            actions.add_task(**promised, owner=cast.ayu, partner=Partner.objects.get(pk=family.pk))
        allow(by, sister)
        task = actions.add_task(**promised, owner=cast.ayu, partner=Partner.objects.get(pk=family.pk))
        assert task.done_by == "Tini Contoh, diikuti Ayu"
        with pytest.raises(IntegrityError, match="cases_task_owned"), transaction.atomic():
            Task.objects.filter(pk=task.pk).update(owner=None)
        with pytest.raises(Refused, match="belum selesai"):
            actions.end_partner(by=by, partner=family)
        actions.drop_task(by=by, task=task, outcome="Tini pindah")
        actions.end_person(by=by, row=sister)
        assert [row.pk for row in queries.partners_of(case)] == [clinic.pk]


def test_nobody_takes_part_in_another_case_by_the_same_row(clinic, family, case, cast, asking):
    with asking(cast.ayu) as by:
        other = actions.open_case(by=by, client_kind="community", name="Warga RW 05", concern="Banjir")
        with pytest.raises(Refused, match="peta"):
            actions.add_task(by=by, case=other, title="x", due=today(), owner=cast.ayu, partner=clinic)
        with pytest.raises(Refused, match="tercatat di kasus ini"):
            actions.add_partner(by=by, case=other, who=Known(near=family.near), stake=Stake("family"))
        task = actions.add_task(by=by, case=case, title="x", due=today(), owner=cast.ayu, partner=clinic)
        for row in (Task.objects.filter(pk=task.pk), Partner.objects.filter(pk=family.pk)):
            with pytest.raises(IntegrityError, match="of_its_case"), transaction.atomic():
                row.update(case=other)
        assert queries.participation(other, queries.partners_of(other)).sectors == []


def test_the_client_reads_who_takes_part_and_no_name_without_leave(clinic, family, case, cast, asking):
    def told(who):
        with asking(who):
            assert not Partner.objects.exists()
            return [(one.name, one.sector, one.part) for one in queries.partners_told(case)]

    with asking(cast.ayu) as by:
        ticket = actions.give_ticket(by=by, case=case, said_safe=True)
        wati = holder(ticket.request)
        assert not queries.partners_told(case)
    office = ("Puskesmas Contoh", "government", "Visum")
    assert told(wati) == [office]
    with asking(cast.ayu) as by:
        assert family.called_outside == "Seseorang yang namanya tidak ditulis"
        actions.describe_partner(by=by, partner=family, stake=Stake("family", "Menjaga anak", named=NameLeave.AGREED))
    assert set(told(wati)) == {office, ("Tini Contoh", "family", "Menjaga anak")}
    with asking(cast.ayu) as by:
        actions.take_back_ticket(by=by, ticket=ticket, because="lost")
    assert not told(wati)
    assert not told(cast.budi)


def test_who_is_known_is_offered_once_and_typed_never(sister, case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    page = browser.get(at(case, "partners")).content.decode()
    choice = f"pilih=person%3A{sister.pk}"
    assert choice in page
    assert "Belum ada yang ikut dari pihak ini" in page
    form = browser.get(f"{at(case, 'partners')}?{choice}").content.decode()
    assert 'name="named"' in form
    assert 'name="name"' not in form
    wrong = browser.post(f"{at(case, 'partner_add')}?{choice}", {"sector": "", "part": "Menjaga anak"})
    assert wrong.status_code == 422
    assert "Menjaga anak" in wrong.content.decode()
    for _twice in range(2):
        assert browser.post(f"{at(case, 'partner_add')}?{choice}", {"sector": "family"}).status_code == 302
    typed = {"name": "Kampus Contoh", "sector": "academics", "sway": "decides"}
    assert browser.post(at(case, "partner_add"), typed).status_code == 302
    page = browser.get(at(case, "partners")).content.decode()
    assert choice not in page
    assert "Kampus Contoh" in page
    assert "Ikut memutuskan" in page
    paper = browser.get(at(case, "partners_print")).content.decode()
    assert "Tini" not in paper
    assert "Ikut memutuskan" not in paper
    assert "Kampus Contoh" in paper


def test_a_partner_is_given_a_task_changed_and_ended_on_pages(clinic, case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    assert f'value="{clinic.pk}" selected' in browser.get(f"{at(case, 'tasks')}?pihak={clinic.pk}").content.decode()
    task = {"title": "Buat visum", "owner": str(clinic.pk), "due": today().isoformat()}
    assert browser.post(at(case, "task_add"), task).status_code == 422
    assert browser.post(at(case, "task_add"), task | {"watcher": str(cast.ayu.pk)}).status_code == 302
    shown = task | {"title": "Kirim hasil", "watcher": str(cast.ayu.pk), "shown": "on"}
    assert browser.post(at(case, "task_add"), shown).status_code == 302
    paper = browser.get(at(case, "partners_print")).content.decode()
    assert ("Buat visum" in paper, "Kirim hasil" in paper) == (False, True)
    assert browser.post(at(case, "partner_end", clinic.pk)).status_code == 422
    assert browser.post(at(case, "partner", clinic.pk), {"sector": "community", "part": "Rawat"}).status_code == 302
    with asking(cast.ayu):
        assert Partner.objects.get().sector == "community"
        for row in Task.objects.filter(owner=cast.ayu, partner=clinic).select_related("case"):
            actions.finish_task(by=cast.ayu.asker(), task=row)
    assert browser.post(at(case, "partner_end", clinic.pk)).status_code == 302
    assert browser.get(at(case, "partner", clinic.pk)).status_code == 404


@pytest.mark.parametrize("name", ["budi", "candra"])
def test_a_stranger_finds_no_map(clinic, case, cast, asking, signed_in, name):
    who = getattr(cast, name)
    with asking(who):
        assert not Partner.objects.exists()
    browser = signed_in(who)
    for place in (at(case, "partners"), at(case, "partners_print"), at(case, "partner", clinic.pk)):
        assert browser.get(place).status_code == 404
    assert browser.post(at(case, "partner_add"), {"name": "x", "sector": "family"}).status_code == 404
