"""The client follows what is being applied for, and sees nothing that nobody told them."""

import pytest

from rangkul.base import days
from rangkul.support.entitlements import actions, queries
from rangkul.web.portal.tests.test_case_parts import case, page, request_, wati  # noqa: F401  the same situation


@pytest.fixture
def today(case):  # noqa: F811
    return days.today(case.region_code)


def test_what_is_only_considered_is_not_shown(wati, case, cast, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        actions.consider(by=by, case=case, programme="pkh")
    assert "Program Keluarga Harapan" not in page(wati)


def test_the_client_reads_where_it_stands_and_until_when(wati, case, cast, asking, today):  # noqa: F811
    with asking(cast.ayu) as by:
        row = actions.consider(by=by, case=case, programme="pkh")
        actions.tell(by=by, application=row, on=today, words="Rahasia tim: ragu-ragu")
        actions.apply(by=by, application=queries.get(case, row.pk), on=today, place="Dinas sosial", number="77/CONTOH")
    assert "77/CONTOH" in page(wati)
    with asking(cast.ayu) as by:
        actions.refuse(by=by, application=queries.get(case, row.pk), on=today, reason="Kuota penuh")
    words = page(wati)
    for shown in (
        "Program Keluarga Harapan",
        "Kuota penuh",
        "Batasnya",
        "Anda boleh meminta keputusan itu ditinjau lagi",
    ):
        assert shown in words
    assert "ragu-ragu" not in words
