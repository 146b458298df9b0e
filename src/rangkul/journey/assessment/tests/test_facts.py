"""Recording and correcting facts: each with its kind, source and day, appended and never changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Assessment, Fact
from rangkul.journey.assessment.prompts import guide_of
from rangkul.journey.assessment.states import Domain


def test_a_fact_begins_the_first_round_and_leaves_an_event(case, cast, asking, record):
    with asking(cast.ayu):
        fact = record(text="Tidur tiga jam", is_strength=False)
        assert Assessment.objects.get(case=case).number == 1
        assert Fact.objects.select_related("key").get().text == "Tidur tiga jam"
        event = Event.objects.get(name="fact.recorded")
        assert event.subject_id == case.pk
        assert event.payload == {"id": str(fact.pk), "domain": "bio", "kind": "statement"}


@pytest.mark.parametrize(
    ("kind", "source"),
    [("statement", "observation"), ("statement", "worker"), ("observation", "client"), ("opinion", "client")],
)
def test_what_was_seen_and_what_is_thought_are_not_mixed(cast, asking, record, kind, source):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        record(kind=kind, source=source)
    assert refusal.value.field == "source"


def test_the_database_refuses_the_mixture_too(case, cast, asking, record):
    with asking(cast.ayu):
        fact = record()
        values = {f.attname: getattr(fact, f.attname) for f in Fact._meta.fields if f.attname not in ("id", "text")}
        with pytest.raises(DatabaseError, match="source_fits_kind"), transaction.atomic():
            Fact.objects.create(**{**values, "kind": "observation", "text": b"x"})


@pytest.mark.parametrize(("kind", "source"), [("observation", "observation"), ("opinion", "worker")])
def test_where_only_one_source_fits_it_need_not_be_named(cast, asking, record, kind, source):
    with asking(cast.ayu):
        assert record(kind=kind, source="").source == source


def test_a_day_that_has_not_come_is_refused(cast, asking, record):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        record(source_date=today() + timedelta(days=2))
    assert refusal.value.field == "source_date"


def test_a_topic_of_another_domain_is_refused(cast, asking, record):
    with asking(cast.ayu), pytest.raises(Refused):
        record(domain="bio", topic="mood")


def test_a_correction_keeps_both_wordings(case, cast, asking, record):
    with asking(cast.ayu):
        fact = record(text="Anak tiga")
        actions.correct_fact(by=cast.ayu.asker(), case=case, fact=fact, text="Anak dua", reason="Salah dengar")
        (line,) = queries.facts(case)
        assert line.now.text == "Anak dua"
        assert [old.text for old in line.before] == ["Anak tiga"]
        assert Event.objects.filter(name="fact.corrected").count() == 1


def test_a_fact_can_be_taken_back_and_stays_readable(case, cast, asking, record):
    with asking(cast.ayu):
        fact = record(text="Punya utang")
        actions.correct_fact(by=cast.ayu.asker(), case=case, fact=fact, reason="Tertukar orang")
        (line,) = queries.facts(case)
        assert line.taken_back
        assert line.before[0].text == "Punya utang"
        assert queries.domains([line])[0].is_empty


def test_only_the_last_wording_is_corrected(case, cast, asking, record):
    with asking(cast.ayu):
        fact = record()
        actions.correct_fact(by=cast.ayu.asker(), case=case, fact=fact, text="Lain", reason="Keliru")
        with pytest.raises(Refused):
            actions.correct_fact(by=cast.ayu.asker(), case=case, fact=fact, text="Lagi", reason="Keliru")


def test_a_fact_cannot_be_changed_or_removed(cast, asking, record):
    with asking(cast.ayu):
        record()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Fact.objects.update(domain="psiko")
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Fact.objects.all().delete()


@pytest.mark.parametrize("name", ["sari", "candra", "budi", "adi"])
def test_only_the_team_writes(case, cast, asking, record, name):
    """The supervisor signs or sends back; nobody above edits what a worker wrote (A62)."""
    somebody = getattr(cast, name)
    with asking(somebody), pytest.raises(PermissionDenied):
        record(by=somebody)


@pytest.mark.parametrize("domain", Domain)
def test_many_are_asked_of_the_same_topics_in_other_words(domain):
    one, many = (guide_of(domain, kind) for kind in ("person", "community"))
    names = {topic.code: str(topic.name) for topic in one.topics}
    assert many.topics
    for topic in many.topics:
        assert names[topic.code] == str(topic.name)
        assert "Anda" not in str(topic.prompt)
    assert guide_of(domain, "household") is one
