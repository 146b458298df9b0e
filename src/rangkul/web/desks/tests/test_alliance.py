"""How a unit's clients find the working together: learnt from, with no number that points at a client or a worker."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.support.cases import opened

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.base.suppressing import ALL
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.actions import rate_alliance
from rangkul.journey.plans.models import AllianceRating
from rangkul.web.desks import alliance
from rangkul.web.desks.alliance import Band, trends
from rangkul.web.desks.equity.quarters import Quarter

ADDRESS = reverse("desks:alliance")
AYU, DIMAS, TUTI = uuid4(), uuid4(), uuid4()


def said(worker, heard, on=date(2026, 8, 3), case=None):
    case = case or Case(pk=uuid4(), worker_id=worker, request_id=None)
    return AllianceRating(case=case, given_on=on, heard=heard)


def test_clients_count_once_with_their_last_answer_and_small_numbers_cannot_be_counted_back():
    often = Case(pk=uuid4(), worker_id=AYU, request_id=uuid4())
    before = AllianceRating(request=Request(pk=often.request_id, owner_id=AYU), given_on=date(2026, 7, 2), heard=1)
    rows = [before, said(AYU, 2, case=often), said(AYU, 9, case=often)]
    rows += [said(worker, 9) for worker in (AYU, DIMAS, TUTI) for _n in range(2)]
    rows += [said(DIMAS, 5) for _n in range(6)] + [said(TUTI, 0) for _n in range(2)]
    found, (quarter,) = trends(rows)
    heard = next(one for one in found if one.name == "heard")
    assert heard.full[str(quarter), Band.HIGH] == 7
    assert heard.full[str(quarter), ALL] == 15
    hidden = [band for band in Band if heard.shown(str(quarter), band) is None]
    # The two low answers, and beside them enough that they do not follow from the rest.
    assert Band.LOW in hidden
    assert len(hidden) > 1
    assert heard.cell(str(quarter), Band.LOW) == "disembunyikan"


@pytest.mark.parametrize(("workers", "shown"), [((AYU, DIMAS), False), ((AYU, DIMAS, TUTI), True)])
def test_a_quarter_of_fewer_than_three_workers_is_not_shown_however_many_clients_answered(workers, shown):
    rows = [said(worker, 9, date(2026, 5, 4)) for worker in workers for _n in range(9)]
    found, quarters = trends(rows)
    assert quarters == ([Quarter(2026, 2)] if shown else [])
    assert bool(found) is shown


@pytest.mark.django_db
def test_the_page_is_the_supervisors_alone_of_their_own_unit_and_each_reading_is_noted(
    cast, asking, signed_in, monkeypatch
):
    empty, few = "Belum ada yang menilai", "Terlalu sedikit untuk ditunjukkan"
    assert empty in signed_in(cast.sari).get(ADDRESS).text
    with asking(cast.ayu) as by:
        rate_alliance(by=by, case=opened(cast.ayu), answers={"heard": 8})
    # What was said in a quarter that still runs waits for its end.
    assert empty in signed_in(cast.sari).get(ADDRESS).text
    monkeypatch.setattr(alliance, "today", lambda: today() + timedelta(days=92))
    page = signed_in(cast.sari).get(ADDRESS).text
    assert few in page
    assert "bukan untuk menilai, menggaji, atau menghukum siapa pun" in page
    assert cast.ayu.full_name not in page
    assert empty in signed_in(cast.hana).get(ADDRESS).text
    for other in (cast.ayu, cast.rini, cast.adi):
        assert signed_in(other).get(ADDRESS).status_code == 403
    with asking(cast.agus):
        assert Event.objects.filter(name="alliance.read", subject_id=cast.sari.unit_id).count() == 3
