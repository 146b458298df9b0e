"""A house without an agency has nobody who may open an account: the first admin is written by whoever owns the
database, and by nobody else."""

from django.db import transaction

from rangkul.base import events
from rangkul.base.asking import asking_as, job
from rangkul.base.wilayah.models import Region
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.commons.people.states import Role
from rangkul.web.accounts.actions import give_first_password

_OWNER = "owner"


class AlreadyBegunError(Exception):
    """There is an agency: its admin opens accounts."""


class UnknownAreaError(Exception):
    """No such region code."""


def begin(*, agency: str, unit: str, area: str, username: str, full_name: str) -> str:
    """The first password of the first admin."""
    if Agency.objects.using(_OWNER).exists():
        raise AlreadyBegunError
    if not Region.objects.using(_OWNER).filter(code=area).exists():
        raise UnknownAreaError
    with transaction.atomic(using=_OWNER):
        house = Agency.objects.using(_OWNER).create(name=agency, region_code=area)
        team = Unit.objects.using(_OWNER).create(agency=house, name=unit, areas=[area])
        admin = Staff(
            username=username, full_name=full_name, called_name=full_name.split()[0], agency=house, unit=team,
            roles=[Role.ADMIN],
        )  # fmt: skip
        password = give_first_password(admin)
        admin.save(using=_OWNER, force_insert=True)
    with asking_as(by := job("accounts.begin")):
        events.write(
            "staff.account_opened", by=by, subject=("staff", admin.pk), agency_id=house.pk, payload={"first": True}
        )
    return password
