"""A breach: reported by anybody who works here, told within 3×24 hours, never closed in silence."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.trust import actions, jobs
from rangkul.commons.trust.models import Breach

WHAT = "Ponsel kantor tertinggal di angkutan umum, belum terkunci."


@pytest.fixture
def breach(cast, asking):
    with asking(cast.ayu) as ayu:
        return actions.report_breach(by=ayu, what=WHAT, kinds=["identity", "child"])


def handle(asking, staff, breach, **changes):
    words = {"handling": "Dikunci dari jauh.", "persons": 12, "persons_told": False, "authority_told": False} | changes
    with asking(staff) as by:
        return actions.handle_breach(by=by, breach=breach, **words)


def test_the_data_officer_has_three_days(breach, cast):
    assert breach.owner_id == cast.putri.pk
    assert breach.due_at - breach.noticed_at == timedelta(hours=72)


def test_it_says_what_happened(cast, asking):
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        actions.report_breach(by=ayu, what="bocor", kinds=[])


def test_even_the_admin_reports(cast, asking):
    with asking(cast.adi) as adi:
        assert actions.report_breach(by=adi, what=WHAT, kinds=["account"]).reported_by_id == cast.adi.pk


@pytest.mark.parametrize("name", ["sari", "dimas", "adi", "budi", "hana"])
def test_others_do_not_read_it(breach, cast, asking, name):
    with asking(getattr(cast, name)):
        assert not Breach.objects.exists()


def test_only_the_data_officer_handles_it(breach, cast, asking):
    with pytest.raises(PermissionDenied):
        handle(asking, cast.ayu, breach)
    assert handle(asking, cast.putri, breach).persons == 12


def test_whom_one_told_stays_told(breach, cast, asking):
    told = handle(asking, cast.putri, breach, persons_told=True).persons_told_at
    assert told
    assert handle(asking, cast.putri, breach, persons_told=False).persons_told_at == told


def test_it_is_closed_when_both_were_told_or_with_a_reason(breach, cast, asking):
    with asking(cast.putri) as putri, pytest.raises(Refused):
        actions.close_breach(by=putri, breach=breach)
    handle(asking, cast.putri, breach, persons_told=True, authority_told=True)
    with asking(cast.putri) as putri:
        for _ in range(2):
            actions.close_breach(by=putri, breach=Breach.objects.get())
        assert Event.objects.filter(name="breach.closed").count() == 1


def test_the_database_closes_nothing_in_silence(breach, cast, asking):
    with asking(cast.putri), pytest.raises(IntegrityError, match="told_before_closed"), transaction.atomic():
        Breach.objects.update(closed_at=now())


def test_what_nobody_was_told_of_in_time_is_raised_to_the_head_once(breach, cast, asking, time_machine):
    time_machine.move_to(breach.due_at + timedelta(minutes=1))
    with asking_as(job("trust.rights")):
        assert jobs.raise_late_breaches() == 1
        assert jobs.raise_late_breaches() == 0
    with asking(cast.rini):
        assert Breach.objects.get().raised_to_id == cast.rini.pk


def test_reported_handled_and_written_to(signed_in, cast, asking):
    form = {"what": WHAT, "kinds": ["identity"], "persons": ""}
    assert signed_in(cast.dimas).post(reverse("trust:report_breach"), form).status_code == 302
    putri = signed_in(cast.putri)
    assert WHAT in putri.get(reverse("trust:breaches")).content.decode()
    with asking(cast.putri):
        one = Breach.objects.get()
    page = reverse("trust:breach", args=[one.pk])
    assert putri.post(page, {"handling": "Dikunci dari jauh.", "persons": "12"}).status_code == 302
    letter = putri.get(reverse("trust:breach_letter", args=[one.pk])).content.decode()
    assert "Dikunci dari jauh." in letter
    assert putri.post(reverse("trust:close_breach", args=[one.pk]), {}).status_code == 422
    closing = {"tutup-not_told_because": "Ponselnya kosong."}
    assert putri.post(reverse("trust:close_breach", args=[one.pk]), closing).status_code == 302


def test_the_register_is_for_oversight(breach, signed_in, cast):
    assert signed_in(cast.ayu).get(reverse("trust:breaches")).status_code == 403
    assert signed_in(cast.agus).get(reverse("trust:breach", args=[breach.pk])).status_code == 200
    assert signed_in(cast.agus).post(reverse("trust:breach", args=[breach.pk]), {"handling": "x"}).status_code == 403
    assert signed_in(cast.budi).get(reverse("trust:breach", args=[breach.pk])).status_code == 404
