"""The composer: a contact in under a minute, nothing lost when something was wrong, nothing twice."""

from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.journey.cases.actions import open_case
from rangkul.journey.cases.models import Activity, Note
from rangkul.journey.cases.pages.forms.writing import ContactForm

# One stroke a typed character or key; a minute of slow typing on a phone is about 150.
A_MINUTE = 150


def at(case, name, *more):
    return reverse(f"cases:{name}", args=[case.pk, *more])


@pytest.fixture
def ayu(cast, signed_in):
    return signed_in(cast.ayu)


def contact(**more):
    return {"result": "Wati aman di rumah kakaknya.", "channel": "call", "minutes": "15", "once": str(uuid4())} | more


def test_a_contact_has_at_most_five_required_fields_and_all_but_one_are_filled_in():
    form = ContactForm()
    required = [name for name, field in form.fields.items() if field.required]
    assert len(required) <= 5
    assert [name for name in required if form.fields[name].initial is None] == ["result"]


@pytest.mark.parametrize(
    ("kind", "method", "level"), [("group", "groupwork", "mezzo"), ("community", "community", "makro")]
)
def test_a_contact_with_many_is_no_casework(cast, asking, ayu, kind, method, level):
    with asking(cast.ayu):
        many = open_case(by=cast.ayu.asker(), client_kind=kind, name="Ibu-ibu RW 5")
    shown = ayu.get(at(many, "case")).context["contact_form"]
    assert (shown["method"].value(), shown["level"].value()) == (method, level)
    assert ayu.post(at(many, "record"), contact()).status_code == 302
    with asking(cast.ayu):
        row = Activity.objects.get()
    assert (row.method, row.level) == (method, level)


def test_a_contact_fits_into_a_minute():
    words = "Ditelepon. Aman di rumah kakak, besok ke puskesmas."
    choose_channel, reach_minutes, type_minutes, send = 2, 1, 2, 2
    assert len(words) + choose_channel + reach_minutes + type_minutes + send <= A_MINUTE


def test_a_contact_is_recorded(case, ayu, cast, asking):
    assert ayu.post(at(case, "record"), contact()).status_code == 302
    with asking(cast.ayu):
        row = Activity.objects.select_related("key").get()
    assert (row.result, row.channel, row.minutes, row.method) == (
        "Wati aman di rumah kakaknya.",
        "call",
        15,
        "casework",
    )


def test_the_same_contact_twice_is_once(case, ayu, cast, asking):
    sent = contact()
    for _ in range(2):
        ayu.post(at(case, "record"), sent)
    with asking(cast.ayu):
        assert Activity.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": "0"},
        {"minutes": "x"},
        {"channel": "teleport"},
        {"at": "2999-01-01T10:00"},
        {"next_due": "2001-02-30"},
    ],
)
def test_what_was_typed_stays_when_something_is_wrong(case, ayu, cast, asking, wrong):
    answer = ayu.post(at(case, "record"), contact(**wrong))
    assert answer.status_code == 422
    assert "Wati aman di rumah kakaknya." in answer.content.decode()
    with asking(cast.ayu):
        assert not Activity.objects.exists()


def test_htmx_gets_the_desk_alone(case, ayu):
    answer = ayu.post(at(case, "record"), contact(), headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.strip().startswith('<div id="meja-kasus">')
    assert "Wati aman di rumah kakaknya." in page


def test_a_note_and_its_correction(case, ayu, cast, asking):
    ayu.post(at(case, "note"), {"text": "Ke polsek", "kind": "progress"})
    with asking(cast.ayu):
        note = Note.objects.get()
    assert "Ke polsek" in ayu.get(at(case, "correct_note", note.pk)).content.decode()
    assert ayu.post(at(case, "correct_note", note.pk), {"text": "Ke polres"}).status_code == 302
    page = ayu.get(at(case, "case")).content.decode()
    assert "Ke polsek" in page
    assert "Ke polres" in page


def test_markup_is_only_text(case, ayu):
    ayu.post(at(case, "note"), {"text": "<script>alert(1)</script>", "kind": "progress"})
    assert "<script>alert(1)" not in ayu.get(at(case, "case")).content.decode()


@pytest.mark.parametrize("name", ["record", "note"])
def test_reading_does_not_write(case, ayu, name):
    assert ayu.get(at(case, name)).status_code == 405


@pytest.mark.parametrize("name", ["record", "note", "emergency"])
def test_others_find_nothing_to_write_on(case, cast, signed_in, name):
    assert signed_in(cast.budi).post(at(case, name), contact()).status_code == 404


def test_emergency_help_from_the_page(case, ayu, cast, asking):
    words = {"help_given": "Diantar", "reason": "Diancam", "channel": "place", "minutes": "60"}
    assert ayu.post(at(case, "emergency"), words).status_code == 302
    assert "kontrak layanan menyusul" in ayu.get(at(case, "case")).content.decode()
