"""A household, a group and a community have no rules of their own: those of the request stand on the case page."""

from datetime import time

import pytest
from django.urls import reverse

from rangkul.commons.people.models import Household
from rangkul.entry.intake.actions import SafeWays
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases import actions

WAYS = SafeWays(
    channels=("call",), days=(6,), from_time=time(22), to_time=time(2), phone="+6281234567890", code_word="melati",
    note="Jangan bicara dengan pak RT.",
)  # fmt: skip


def opened(cast, asking, kind, request=None):
    with asking(cast.ayu) as by:
        home = None
        if kind == "household":
            home = Household.objects.create(agency=cast.ayu.agency, unit=cast.ayu.unit, name="Keluarga Contoh")
        name = "" if home else "Warga Kampung Pulo"
        return actions.open_case(by=by, client_kind=kind, household=home, name=name, request=request, concern="Banjir")


@pytest.mark.parametrize("kind", ["household", "group", "community"])
def test_they_stand_on_the_page(cast, asking, signed_in, kind):
    case = opened(cast, asking, kind, handed_in(ways=WAYS))
    text = signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk])).content.decode()
    for words in ("Kontak aman", "0812-3456-7890", "Sabtu, 22.00–02.00", "melati", "Jangan bicara dengan pak RT."):
        assert words in text
    assert "meninggalkan pesan" in text


def test_only_by_ticket_says_so(cast, asking, signed_in):
    case = opened(cast, asking, "group", handed_in())
    text = signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "menelepon, mengirim pesan, atau datang" in text


def test_where_nobody_asked_there_is_nothing_to_show(cast, asking, signed_in):
    case = opened(cast, asking, "group")
    answer = signed_in(cast.ayu).get(reverse("cases:case", args=[case.pk]))
    assert "Kontak aman" not in answer.content.decode()


def test_a_member_of_the_team_who_may_not_see_the_request_reads_nothing_of_it(cast, asking, signed_in):
    case = opened(cast, asking, "group", handed_in(ways=WAYS))
    with asking(cast.ayu) as by:
        actions.add_member(by=by, case=case, staff=cast.candra)
    answer = signed_in(cast.candra).get(reverse("cases:case", args=[case.pk]))
    assert answer.status_code == 200
    assert "melati" not in answer.content.decode()
