"""The safety plan behind the ticket: the own one, shared; nobody else's, and nothing that was not shared."""

import pytest

from rangkul.entry.crisis import actions
from rangkul.entry.intake.actions import first_pin
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db


def ticket_page(visitor, request):
    visitor.post("/tiket/", {"ticket": request.ticket, "pin": first_pin(request)})
    return visitor.get("/tiket/permintaan/").content.decode()


@pytest.mark.parametrize("shared", [True, False])
def test_a_shared_plan_is_read_and_another_is_not(cast, asking, visitor, shared):
    request = handed_in()
    with asking(cast.ayu) as by:
        actions.write_plan(by=by, request=request, parts={"people": "Kak Rina, depan rumah"}, shared=shared)
    assert ("Kak Rina, depan rumah" in ticket_page(visitor, request)) is shared


def test_without_a_plan_nothing_is_said_of_one(cast, visitor):
    assert "Rencana saya" not in ticket_page(visitor, handed_in())


@pytest.mark.parametrize(("shared", "status"), [(True, 200), (False, 404)])
def test_it_is_kept_as_a_picture_where_it_was_shared(cast, asking, visitor, shared, status):
    request = handed_in()
    with asking(cast.ayu) as by:
        actions.write_plan(by=by, request=request, parts={"people": "Kak Rina, depan rumah"}, shared=shared)
    assert visitor.get("/tiket/rencana/gambar/").status_code == 302
    ticket_page(visitor, request)
    assert visitor.get("/tiket/rencana/gambar/").status_code == status
