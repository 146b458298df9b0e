"""How the client finds the working together: optional, for client and team; numbers for the supervisor, words for
nobody else, and nothing from which workers could be ranked."""

import json
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, job
from rangkul.base.models import Event
from rangkul.commons.trust.actions import grant
from rangkul.journey.plans import actions, alliance, queries
from rangkul.journey.plans.models import AllianceRating, AllianceWords
from rangkul.journey.plans.models.alliance import ANSWERS, EVERY
from rangkul.journey.plans.pages.alliance_view import AllianceView


@pytest.fixture
def holder(cast, asking, case):
    with asking(cast.ayu):
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("ticket", case.pk), basis="client")
    return Asker("ticket", ticket_id=case.pk)


@pytest.fixture
def rate(asking, case, holder):
    def give(by=None, words="", **answers):
        who = by or holder
        with asking(who):
            asker = who if isinstance(who, Asker) else who.asker()
            return actions.rate_alliance(by=asker, case=case, answers=answers, words=words)

    return give


def test_every_question_has_words_of_our_own():
    assert set(alliance.QUESTIONS) == set(ANSWERS)
    assert set(alliance.SHORT) == set(EVERY)
    assert len(ANSWERS) == 4


def test_what_was_asked_before_is_read_and_never_asked_again(case, cast, asking, rate):
    with asking(cast.ayu) as ayu:
        AllianceRating.objects.create(case=case, given_on="2026-10-01", given_by="device", heard=6, useful=4)
    rate(heard=8)
    with pytest.raises(Refused):
        rate(useful=9)
    with asking(cast.ayu) as ayu:
        found = AllianceView.of(case, ayu)
        assert "Cara bekerja" in found.names
        assert [dict(row["values"])["Cara bekerja"] for row in found.rows] == [None, 4]
        assert "Rasa aman" not in found.names


def test_the_client_answers_as_many_as_they_like(case, cast, asking, rate):
    rate(heard=8, words="Enak diajak bicara")
    with asking(cast.ayu):
        (row,) = queries.ratings(case)
        assert (row.answers(), row.given_by, row.said.text) == ({"heard": 8}, "portal", "Enak diajak bicara")
        event = Event.objects.get(name="alliance.rated")
        assert set(event.payload) == {"id"}
        assert "8" not in json.dumps({key: value for key, value in event.payload.items() if key != "id"})


def test_on_the_device_it_says_so(case, cast, asking, rate):
    rate(by=cast.ayu, free=3)
    with asking(cast.ayu):
        assert AllianceRating.objects.get().given_by == "device"


@pytest.mark.parametrize("wrong", [{}, {"heard": None}, {"heard": 11}, {"heard": -1}, {"worker": 5}])
def test_what_is_no_answer_is_refused(rate, wrong):
    with pytest.raises(Refused):
        rate(**wrong)


@pytest.mark.parametrize("bad", [{}, {"heard": 11}])
def test_the_database_refuses_it_too(case, cast, asking, bad):
    with asking(cast.ayu), pytest.raises(IntegrityError), transaction.atomic():
        AllianceRating.objects.create(case=case, given_on="2026-01-01", given_by="device", **bad)


def test_nothing_is_changed_or_taken_away(cast, asking, rate):
    rate(heard=8, words="Enak")
    with asking(cast.ayu):
        for write in (
            lambda: AllianceRating.objects.update(heard=10),
            lambda: AllianceWords.objects.all().delete(),
            lambda: AllianceRating.objects.all()._raw_delete("default"),
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                write()


def test_the_supervisor_sees_the_numbers_and_not_the_words(case, cast, asking, rate):
    rate(heard=8, words="Kadang saya takut menjawab")
    with asking(cast.sari):
        (row,) = queries.ratings(case)
        assert row.answers() == {"heard": 8}
        assert getattr(row, "said", None) is None
        assert not AllianceWords.objects.exists()


@pytest.mark.parametrize("name", ["budi", "candra", "putri", "adi", "dewi", "agus", "rini"])
def test_nobody_else_sees_anything(cast, asking, rate, name):
    rate(heard=8, words="Enak")
    with asking(getattr(cast, name)):
        assert not AllianceRating.objects.exists()
        assert not AllianceWords.objects.exists()


def test_a_partner_or_an_emergency_opens_the_case_and_not_this(case, cast, asking, rate):
    rate(heard=8, words="Enak")
    with asking(cast.ayu):
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("staff", cast.candra.pk), basis="referral")
    with asking(cast.candra):
        assert case.__class__.objects.filter(pk=case.pk).exists()
        assert not AllianceRating.objects.exists()
        assert not AllianceWords.objects.exists()


def test_no_job_reads_it_so_nothing_can_count_it(asking, rate):
    rate(heard=8, words="Enak")
    with asking(job("insight")):
        assert not AllianceRating.objects.exists()
        assert not AllianceWords.objects.exists()


def test_no_row_names_a_worker():
    for model in (AllianceRating, AllianceWords):
        assert not [
            field.name
            for field in model._meta.fields
            if field.related_model and "Staff" in field.related_model.__name__
        ]


@pytest.mark.parametrize("name", ["sari", "candra", "budi"])
def test_nobody_answers_for_the_client(case, cast, asking, name):
    other = getattr(cast, name)
    with asking(other), pytest.raises(PermissionDenied):
        actions.rate_alliance(by=other.asker(), case=case, answers={"heard": 10})


def test_another_ticket_writes_nothing_here(case, asking):
    stranger = Asker("ticket", ticket_id=uuid4())
    with asking(stranger), pytest.raises(DatabaseError), transaction.atomic():
        actions.rate_alliance(by=stranger, case=case, answers={"heard": 10})


@pytest.mark.parametrize(
    ("ratings", "names"),
    [
        ([], []),
        ([{"heard": 2}], []),
        ([{"heard": 8}, {"heard": 7}], []),
        ([{"heard": 8}, {"heard": 6}], ["heard"]),
        ([{"heard": 8}, {"free": 1}], []),
        ([{"heard": 8, "free": 5}, {"free": 5}, {"heard": 5, "free": 4}], ["heard"]),
        ([{"heard": 2}, {"heard": 9}], []),
    ],
)
def test_a_fall_by_two_is_an_invitation_to_talk(ratings, names):
    assert alliance.to_talk_about(ratings) == names
    assert bool(alliance.suggestion(names)) == bool(names)


def test_the_suggestion_alarms_nobody(rate, cast, asking, case):
    rate(heard=9)
    before = _open(case, cast, asking)
    rate(heard=2)
    assert _open(case, cast, asking) == before


def _open(case, cast, asking):
    with asking(cast.sari):
        return (case.tasks.count(), case.escalations.count(), case.signatures.count())
