"""When somebody may be contacted: a pure answer that every notifier asks for, and the verb that writes the rules."""

from datetime import UTC, datetime, time
from types import SimpleNamespace

import pytest

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, job
from rangkul.base.clock import WIB, WIT
from rangkul.base.models import Event
from rangkul.commons.people import actions, queries
from rangkul.commons.people.contact_rules import ONLY_TICKET, Ways, may_contact, next_moment, stricter
from rangkul.commons.people.models import SafeContact


def rules(channels=("whatsapp",), days=(), start=None, end=None):
    return SimpleNamespace(channels=list(channels), days=list(days), from_time=start, to_time=end)


def at(day, hour, minute=0):
    """A moment in November 2026 in WIB; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=WIB)


def allowed(given, channel="whatsapp", when=None, zone=WIB):
    return may_contact(given, channel, when or at(23, 10), zone)[0]


def test_without_rules_only_the_ticket_is_open():
    assert allowed(None, "ticket")
    assert not allowed(None, "call")


def test_with_no_channel_only_the_ticket_is_open():
    assert not allowed(rules(channels=()))
    assert not allowed(rules(channels=("ticket",)))
    assert allowed(rules(channels=()), "ticket", at(23, 3))


def test_another_channel_is_refused_by_name():
    assert may_contact(rules(), "call", at(23, 10), WIB) == (False, "Telepon tidak aman bagi orang ini.")


@pytest.mark.parametrize(("hour", "answer"), [(8, False), (9, True), (11, True), (12, False)])
def test_the_hours_include_their_beginning_and_not_their_end(hour, answer):
    assert allowed(rules(start=time(9), end=time(12)), when=at(23, hour)) is answer


@pytest.mark.parametrize(("day", "hour", "answer"), [(27, 23, True), (28, 1, True), (28, 2, False), (28, 23, False)])
def test_hours_over_midnight_belong_to_the_day_they_began(day, hour, answer):
    friday = rules(days=[5], start=time(22), end=time(2))
    assert allowed(friday, when=at(day, hour)) is answer


def test_other_days_are_refused_by_name():
    assert may_contact(rules(days=[2, 3]), "whatsapp", at(23, 10), WIB) == (
        False,
        "Hari Senin tidak aman bagi orang ini.",
    )


@pytest.mark.parametrize(("hour", "answer"), [(3, False), (7, False), (8, True), (19, True), (20, False)])
def test_without_hours_nobody_rings_at_night(hour, answer):
    assert allowed(rules(), when=at(23, hour)) is answer


def test_the_clock_is_that_of_the_persons_place():
    morning = rules(start=time(9), end=time(10))
    when = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    assert allowed(morning, when=when, zone=WIT)
    assert not allowed(morning, when=when, zone=WIB)


@pytest.mark.parametrize(
    ("given", "moment", "expected"),
    [
        ([], (23, 2), (23, 8)),
        ([], (23, 21), (24, 8)),
        ([], (23, 9, 30), (23, 9, 30)),
        # 23 November 2026 is a Monday.
        ([rules(days=[3])], (23, 9), (25, 8)),
        ([rules(start=time(22), end=time(2))], (23, 1), (23, 1)),
        ([rules(start=time(22), end=time(2))], (23, 3), (23, 22)),
        ([rules(days=[5], start=time(22), end=time(2))], (28, 1), (28, 1)),
        ([rules(start=time(9), end=time(12)), rules(start=time(11), end=time(15))], (23, 9), (23, 11)),
        ([rules(days=[1]), rules(days=[2])], (23, 9), None),
    ],
)
def test_the_next_moment_suits_all_that_was_said(given, moment, expected):
    found = next_moment(given, at(*moment), WIB)
    assert found == (at(*expected) if expected else None)
    for one in given if found else []:
        assert may_contact(one, "whatsapp", found, WIB)[0]


def test_a_moment_without_a_zone_is_a_mistake():
    with pytest.raises(ValueError, match="zone"):
        may_contact(rules(), "call", datetime(2026, 11, 23), WIB)  # noqa: DTZ001


def written(by, person, **values):
    return actions.set_safe_contact(by=by, person=person, **{"channels": ["call"], **values})


def test_is_written_once_and_rewritten(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu:
        written(ayu, person, code_word="mawar", days=[1, 2, 2])
        written(ayu, person, channels=["sms"], code_word="melati")
        row = SafeContact.objects.select_related("key").get()
        assert (row.channels, row.code_word, row.never_leave_message) == (["sms"], "melati", True)
        assert Event.objects.filter(name="safe_contact.set").count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"channels": ["merpati"]},
        {"days": [0]},
        {"from_time": time(9)},
        {"from_time": time(9), "to_time": time(9)},
    ],
)
def test_refuses_what_cannot_be(register, cast, asking, wrong):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        written(ayu, person, **wrong)


def test_the_code_word_is_sealed(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu:
        written(ayu, person, code_word="mawar")
        raw = SafeContact.objects.values_list("code_word", flat=True).get()
    assert b"mawar" not in bytes(raw)


def test_the_clock_alone_learns_the_hours_and_of_a_merged_person_too(register, cast, asking):
    kept, gone = register(cast.ayu), register(cast.ayu, "Wati C.")
    with asking(cast.ayu) as by:
        actions.set_safe_contact(by=by, person=gone, channels=["call"], days=[2], code_word="mawar")
        actions.merge(by=by, kept=kept, absorbed=gone, reason="Orang yang sama, tanggal lahir sama")
    with asking(job("uji")):
        (found,) = queries.safe_hours(kept.pk)
        assert (found.channels, found.days, found.never_leave_message) == (["call"], [2], True)
        assert "mawar" not in repr(found)
        assert queries.safe_hours(None) == []
    for asker in (cast.ayu, cast.budi, None, Asker("ticket", ticket_id=kept.pk)):
        with asking(asker):
            assert queries.safe_hours(gone.pk) == []


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (rules(), rules(), Ways(("whatsapp",))),
        (rules(channels=("call", "whatsapp", "ticket")), rules(channels=("call", "visit")), Ways(("call",))),
        (rules(), rules(channels=("ticket",)), ONLY_TICKET),
        (rules(), rules(channels=()), ONLY_TICKET),
        (rules(channels=("call",)), rules(channels=("sms",)), ONLY_TICKET),
        (rules(days=(3, 1, 2)), rules(days=(2, 3, 4)), Ways(("whatsapp",), (2, 3))),
        (rules(days=(1, 2)), rules(), Ways(("whatsapp",), (1, 2))),
        (rules(days=(1, 2)), rules(days=(6, 7)), ONLY_TICKET),
        (rules(start=time(8), end=time(12)), rules(), Ways(("whatsapp",), (), time(8), time(12))),
        (
            rules(start=time(8), end=time(12)),
            rules(start=time(10), end=time(20)),
            Ways(("whatsapp",), (), time(10), time(12)),
        ),
        (rules(start=time(8), end=time(10)), rules(start=time(10), end=time(12)), ONLY_TICKET),
        (rules(start=time(22), end=time(2)), rules(), Ways(("whatsapp",), (), time(22), time(2))),
        (rules(start=time(22), end=time(2)), rules(start=time(21), end=time(23)), ONLY_TICKET),
    ],
)
def test_of_two_rules_holds_what_both_allow(one, other, both):
    assert stricter(one, other) == stricter(other, one) == both
