"""Each page opens for who works on the case, and is not there for anybody else."""

import pytest
from django.urls import reverse

from rangkul.base.models import Event

PAGES = [
    *("case", "timeline", "stage", "contract", "tasks", "documents"),
    *("team", "risk", "signatures", "terminate", "reopen", "emergency", "people"),
]


@pytest.mark.parametrize("name", [name for name in PAGES if name != "reopen"])
def test_it_opens_for_her_worker_and_her_supervisor(case, cast, signed_in, name):
    for staff in (cast.ayu, cast.sari):
        answer = signed_in(staff).get(reverse(f"cases:{name}", args=[case.pk]))
        assert answer.status_code == 200
        assert "TIDAK ADA" not in answer.content.decode()


def test_what_runs_is_not_opened_again(case, cast, signed_in):
    answer = signed_in(cast.ayu).get(reverse("cases:reopen", args=[case.pk]))
    assert (answer.status_code, answer.url) == (302, reverse("cases:case", args=[case.pk]))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["dimas", "budi", "adi", "agus", "rini"])
def test_it_is_not_there_for_others(case, cast, signed_in, name, who):
    assert signed_in(getattr(cast, who)).get(reverse(f"cases:{name}", args=[case.pk])).status_code == 404


@pytest.mark.parametrize("name", ["mine", "open", "waiting", "quality"])
def test_the_lists_open(case, cast, signed_in, name):
    answer = signed_in(cast.sari).get(reverse(f"cases:{name}"))
    assert answer.status_code == 200
    assert "TIDAK ADA" not in answer.content.decode()


def test_opening_the_file_is_an_event(case, cast, asking, signed_in):
    signed_in(cast.sari).get(reverse("cases:case", args=[case.pk]))
    with asking(cast.ayu):
        read = Event.objects.get(name="file.opened", subject_id=case.pk)
    assert (read.by_id, read.payload) == (cast.sari.pk, {"why": "supervision"})


def test_a_visitor_is_asked_to_sign_in(case, visitor):
    assert visitor.get(reverse("cases:case", args=[case.pk])).status_code == 302
