"""Nobody gives themself a role, a unit or another agency, not even by raw SQL."""

import pytest
from django.db import ProgrammingError, connection, transaction

from rangkul.commons.people.models import Staff


@pytest.mark.parametrize("change", ["roles = '{pimpinan}'", "unit_id = gen_random_uuid()", "is_active = false"])
@pytest.mark.parametrize("name", ["ayu", "adi", "sari"])
def test_not_even_by_raw_sql(cast, asking, name, change):
    staff = getattr(cast, name)
    with asking(staff), pytest.raises(ProgrammingError, match="only an admin"), transaction.atomic():
        connection.cursor().execute(f"UPDATE people_staff SET {change} WHERE id = %s", [staff.pk])


def test_an_admin_changes_what_another_may_do(cast, asking):
    with asking(cast.adi):
        assert Staff.objects.filter(pk=cast.ayu.pk).update(roles=["junior"]) == 1


def test_one_may_go_off_duty_and_sign_in(cast, asking):
    with asking(cast.ayu):
        assert Staff.objects.filter(pk=cast.ayu.pk).update(on_duty=False, last_login=None) == 1


def test_nobody_calls_themself_trained(cast, asking):
    with asking(cast.ayu), pytest.raises(ProgrammingError), transaction.atomic():
        Staff.objects.filter(pk=cast.ayu.pk).update(trained_violence=True)
