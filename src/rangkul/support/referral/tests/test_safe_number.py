"""A number goes only where it is the person's own and a call or a message is safe, with all that makes it safe."""

from datetime import time

import pytest

from rangkul.commons.people import actions as people
from rangkul.commons.people.drafts import PhoneDraft
from rangkul.commons.people.models import Phone
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.support.referral import dataset
from rangkul.support.referral.behind import RequestFile

OWN, OTHER = "081234567890", "081298765432"


@pytest.fixture
def may(cast, case, asking):
    """Writes down how Wati may be reached."""

    def allow(*channels: str, **rules) -> None:
        with asking(cast.ayu) as by:
            people.set_safe_contact(by=by, person=case.person, channels=channels, **rules)

    return allow


@pytest.fixture
def has(cast, case, asking):
    """Gives Wati a number."""

    def give(number: str, **whose) -> Phone:
        with asking(cast.ayu) as by:
            return people.add_phone(by=by, person=case.person, phone=PhoneDraft(number, **whose))

    return give


@pytest.fixture
def offered(cast, need, asking):
    def read() -> dict[str, str]:
        with asking(cast.ayu):
            return {one.name: one.value for one in dataset.offered(need.case, need)}

    return read


def test_the_own_number_goes_with_days_hours_and_what_never_to_do(may, has, offered):
    has(OWN, owner="self")
    may("call", "sms", days=[3, 1], from_time=time(9), to_time=time(11), never_leave_message=True)
    said = "telepon, sms, hanya Senin, Rabu, pukul 09.00–11.00, jangan meninggalkan pesan"
    assert offered()["phone"] == f"+62{OWN[1:]} ({said})"
    assert offered()["contact"] == said


@pytest.mark.parametrize("owner", ["family", "neighbour", "work", "unknown"])
def test_the_number_of_somebody_else_stays_here(may, has, offered, owner):
    may("call")
    has(OTHER, owner=owner)
    assert "phone" not in offered()
    has(OWN, owner="self")
    has("081311112222", owner=owner)
    assert offered()["phone"].startswith(f"+62{OWN[1:]}")


def test_a_number_on_which_others_listen_stays_here(may, has, offered):
    may("call")
    has(OWN, owner="self", shared=True)
    assert "phone" not in offered()


@pytest.mark.parametrize("channels", [(), ("ticket",), ("visit",), ("email",), ("visit", "ticket")])
def test_where_no_call_and_no_message_is_safe_no_number_goes(may, has, offered, channels):
    has(OWN, owner="self")
    may(*channels)
    assert "phone" not in offered()


@pytest.mark.parametrize("channel", ["call", "sms", "whatsapp"])
def test_each_way_that_uses_the_number_lets_it_go(may, has, offered, channel):
    has(OWN, owner="self")
    may(channel)
    assert offered()["phone"].startswith(f"+62{OWN[1:]}")


@pytest.mark.parametrize(
    ("channels", "owner", "goes"),
    [(["call"], "self", True), (["ticket"], "self", False), (["visit"], "self", False), (["call"], "family", False)],
)
def test_of_a_request_too(cast, asking, channels, owner, goes):
    row = handed_in(HUNGRY)
    with asking(cast.ayu):
        file = RequestFile(Request.objects.select_related("key", "person").get(pk=row.pk))
        file.contact.phone, file.contact.phone_owner, file.contact.channels = OWN, owner, channels
        file.contact.days = [7]
        value = dataset.BY_NAME["phone"].value(file, None)
    assert bool(value) is goes
    assert ("hanya Minggu" in value) is goes
