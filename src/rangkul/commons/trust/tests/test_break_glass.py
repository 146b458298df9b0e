"""Breaking the glass: hours, a reason, a log line, and somebody else who looks at it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people.models import Person, Staff
from rangkul.commons.trust import actions, queries
from rangkul.commons.trust.models import BreakGlass

REASON = "Ibu ini menelepon dan terancam malam ini."


@pytest.fixture
def subject(wati, cast, asking):
    with asking(cast.ayu):
        Person.objects.update(restricted=True)
    return "person", wati.pk


def broken(cast, asking, subject, name="candra", **more):
    with asking(getattr(cast, name)) as asker:
        return actions.break_glass(by=asker, subject=subject, reason=REASON, **more)


def test_opens_the_file_to_who_asked_and_to_nobody_else(subject, cast, asking):
    broken(cast, asking, subject)
    with asking(cast.candra):
        assert Person.objects.exists()
    with asking(cast.dimas):
        assert not Person.objects.exists()


def test_is_logged_with_its_reviewer(subject, cast, asking):
    glass = broken(cast, asking, subject)
    with asking(cast.agus):
        event = Event.objects.get(name="glass.broken")
    assert event.subject_id == subject[1]
    assert event.payload["reviewer"] == str(glass.reviewer_id)


@pytest.mark.parametrize(
    ("name", "reviewer"), [("ayu", "sari"), ("candra", "dewi"), ("sari", "dewi"), ("putri", "sari")]
)
def test_is_reviewed_by_the_nearest_other_supervisor(subject, cast, asking, name, reviewer):
    assert broken(cast, asking, subject, name).reviewer_id == getattr(cast, reviewer).pk


def test_falls_to_the_data_officer_where_no_other_supervisor_is(subject, cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.dewi.pk).update(is_active=False)
    assert broken(cast, asking, subject, "sari").reviewer_id == cast.putri.pk


@pytest.mark.parametrize("name", ["adi", "rini", "agus"])
def test_is_not_for_admins_heads_and_auditors(subject, cast, asking, name):
    with pytest.raises(PermissionDenied):
        broken(cast, asking, subject, name)


def test_another_agency_finds_no_such_file(subject, cast, asking):
    with pytest.raises(Refused) as refusal:
        broken(cast, asking, subject, "budi")
    assert refusal.value.code == "unknown"


def test_an_invented_file_is_answered_the_same_way(subject, cast, asking):
    with pytest.raises(Refused) as refusal:
        broken(cast, asking, ("person", uuid4()))
    assert refusal.value.code == "unknown"


@pytest.mark.parametrize("hours", [0, -1, 4.5, 100])
def test_lasts_at_most_four_hours(subject, cast, asking, hours):
    with pytest.raises(Refused):
        broken(cast, asking, subject, hours=hours)


def test_needs_a_sentence(subject, cast, asking):
    with asking(cast.candra) as candra, pytest.raises(Refused):
        actions.break_glass(by=candra, subject=subject, reason="perlu")


def test_a_second_request_gets_the_open_one(subject, cast, asking):
    assert broken(cast, asking, subject).pk == broken(cast, asking, subject).pk
    with asking(cast.agus):
        assert BreakGlass.objects.count() == 1


def test_is_given_back_early(subject, cast, asking):
    glass = broken(cast, asking, subject)
    with asking(cast.candra) as candra:
        assert queries.open_glass(candra) == glass
        actions.close_glass(by=candra, glass=glass)
        assert not Person.objects.exists()
        assert queries.open_glass(candra) is None


def test_the_named_reviewer_decides_once(subject, cast, asking):
    glass = broken(cast, asking, subject)
    with asking(cast.dewi) as dewi:
        assert list(queries.glass_to_review(dewi)) == [glass]
        assert actions.review_break_glass(by=dewi, glass=glass, justified=True).justified
        with pytest.raises(Refused):
            actions.review_break_glass(by=dewi, glass=glass, justified=False, note="berubah pikiran")


@pytest.mark.parametrize("name", ["candra", "ayu", "sari"])
def test_nobody_else_reviews(subject, cast, asking, name):
    glass = broken(cast, asking, subject)
    with asking(getattr(cast, name)) as asker, pytest.raises(PermissionDenied):
        actions.review_break_glass(by=asker, glass=glass, justified=True)


def test_the_data_officer_may_stand_in(subject, cast, asking):
    glass = broken(cast, asking, subject)
    with asking(cast.putri) as putri:
        assert actions.review_break_glass(by=putri, glass=glass, justified=False, note="Tidak mendesak.").reviewed_at


def test_a_no_needs_a_note(subject, cast, asking):
    glass = broken(cast, asking, subject)
    with asking(cast.dewi) as dewi, pytest.raises(Refused):
        actions.review_break_glass(by=dewi, glass=glass, justified=False)
