"""An account of a student in practicum stands apart: no other role, no unit."""

import pytest

from rangkul.base.actions import Refused
from rangkul.commons.people.models import Staff
from rangkul.web.accounts.actions import open_account

TONO = {"username": "tono", "full_name": "Tono Mahasiswa", "called_name": "Tono"}


def test_an_admin_opens_it(cast, asking):
    with asking(cast.adi) as adi:
        staff, password = open_account(by=adi, roles=["praktikan"], **TONO)
        assert (staff.practises, staff.unit_id, bool(password)) == (False, None, True)


@pytest.mark.parametrize("more", [{"roles": ["praktikan", "peksos"]}, {"roles": ["praktikan"], "unit": "bandung"}])
def test_nothing_else_goes_with_it(cast, asking, more):
    if "unit" in more:
        more = {**more, "unit": cast.ayu.unit}
    with asking(cast.adi) as adi, pytest.raises(Refused, match="Praktikan") as refused:
        open_account(by=adi, **TONO, **more)
    assert refused.value.field == "roles"


def test_their_first_page_is_their_practicum(cast, asking, signed_in):
    with asking(cast.adi) as adi:
        staff, _password = open_account(by=adi, roles=["praktikan"], **TONO)
        # Tono has made the first password their own.
        Staff.objects.filter(pk=staff.pk).update(first_password=False)
    assert signed_in(staff).get("/kerja/").headers["Location"] == "/kerja/supervisi/"
