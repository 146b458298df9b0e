"""The pages of the register: they work, refuse the wrong person, write nothing on GET, and keep what was typed."""

from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.people import actions
from rangkul.commons.people.drafts import AddressDraft, PhoneDraft
from rangkul.commons.people.models import Address, HouseholdMember, Kinship, Merge, Person, Phone, SafeContact

NIK = "3273015708900001"
ONE = ("person", "edit", "contact", "household", "merge", "history")


@pytest.fixture
def wati(register, cast):
    return register(
        cast.ayu,
        nik=NIK,
        phones=[PhoneDraft("081234567890", "family", "Bu Sri")],
        addresses=[AddressDraft(region_code="32.73", rt="1", landmark="Warung biru")],
    )


def at(name, *args):
    return reverse(f"people:{name}", args=args)


@pytest.mark.parametrize("name", ONE)
def test_every_page_of_a_person_opens_and_is_a_reading(wati, cast, asking, signed_in, name):
    assert signed_in(cast.ayu).get(at(name, wati.pk)).status_code == 200
    with asking(cast.sari):
        assert Event.objects.filter(name="file.opened", subject_id=wati.pk).count() == 1


def test_the_title_of_the_window_does_not_name_a_restricted_person(wati, cast, asking, signed_in):
    title = f"<title>{wati.full_name} · Rangkul</title>"
    assert title in signed_in(cast.ayu).get(at("person", wati.pk)).content.decode()
    with asking(cast.ayu):
        Person.objects.update(restricted=True)
    assert "<title>Data orang · Rangkul</title>" in signed_in(cast.sari).get(at("person", wati.pk)).content.decode()


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("who", ["budi", "adi", "agus", "rini"])
def test_who_does_not_see_the_person_finds_no_page(wati, cast, signed_in, name, who):
    assert signed_in(getattr(cast, who)).get(at(name, wati.pk)).status_code == 404


@pytest.mark.parametrize("name", ONE)
def test_a_person_who_is_not_there_is_answered_the_same(cast, signed_in, name):
    assert signed_in(cast.ayu).get(at(name, uuid4())).status_code == 404


@pytest.mark.parametrize("name", ["reveal", "add_name", "add_phone", "add_address", "restrict", "add_kin"])
def test_what_writes_refuses_get(wati, cast, signed_in, name):
    assert signed_in(cast.ayu).get(at(name, wati.pk)).status_code == 405


def test_a_visitor_is_sent_to_the_login(visitor):
    assert visitor.get(at("register")).status_code == 302


def test_the_number_is_masked_until_it_is_asked_for(wati, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    page = browser.get(at("person", wati.pk)).content.decode()
    assert "327301******0001" in page
    assert NIK not in page
    answer = browser.post(at("reveal", wati.pk))
    assert NIK in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    with asking(cast.sari):
        assert Event.objects.filter(name="nik.revealed", subject_id=wati.pk).count() == 1


def test_the_register_lists_the_unit_and_finds_without_an_address(wati, cast, signed_in):
    browser = signed_in(cast.ayu)
    assert "Wati Contoh" in browser.get(at("register")).content.decode()
    found = browser.post(at("register"), {"q": NIK}).content.decode()
    assert "Wati Contoh" in found
    assert "NIK sama." in found


def test_a_fragment_answers_htmx(wati, cast, signed_in):
    answer = signed_in(cast.ayu).post(at("register"), {"q": "wati"}, HTTP_HX_REQUEST="true")
    assert "Wati Contoh" in answer.content.decode()
    assert "<html" not in answer.content.decode()


@pytest.mark.parametrize("who", ["adi", "agus", "rini", "putri"])
def test_who_does_not_practise_has_no_register(cast, signed_in, who):
    assert signed_in(getattr(cast, who)).get(at("register")).status_code == 403
    assert signed_in(getattr(cast, who)).get(at("new")).status_code == 403


def test_an_empty_register_says_how_to_begin(cast, signed_in):
    assert "Belum ada orang di unit Anda" in signed_in(cast.ayu).get(at("register")).content.decode()


def test_the_list_pages_by_key(register, cast, signed_in):
    for number in range(27):
        register(cast.ayu, f"Orang {'abcdefghijklmnopqrstuvwxyzå'[number]}")
    browser = signed_in(cast.ayu)
    first = browser.get(at("register"))
    older = first.context["older"]
    assert len(first.context["rows"]) == 25
    assert len(browser.get(older).context["rows"]) == 2
    assert browser.get(at("register") + "?sebelum=kacau_balau").status_code == 200


def test_the_list_keeps_to_its_budget(register, cast, signed_in, django_assert_max_num_queries):
    for _ in range(10):
        register(cast.ayu)
    browser = signed_in(cast.ayu)
    with django_assert_max_num_queries(14):
        browser.get(at("register"))


def test_registering_once_however_often_it_is_sent(cast, asking, signed_in):
    browser, form = signed_in(cast.ayu), {"full_name": "Joko Cahyono", "birth_year": 1990, "once": str(uuid4())}
    first, again = browser.post(at("new"), form), browser.post(at("new"), form)
    assert first.status_code == again.status_code == 302
    assert first["Location"] == again["Location"]
    with asking(cast.ayu):
        assert (Person.objects.get().birth_precision, Person.objects.get().birth_date.year) == ("year", 1990)


def test_what_was_typed_stays_after_a_refusal(cast, signed_in):
    answer = signed_in(cast.ayu).post(at("new"), {"full_name": "Joko Cahyono", "nik": "12"})
    assert answer.status_code == 422
    assert "Joko Cahyono" in answer.content.decode()
    assert "16 angka" in answer.content.decode()


def test_somebody_likely_the_same_is_looked_at_first(wati, cast, asking, signed_in):
    browser, form = signed_in(cast.ayu), {"full_name": "Suminah", "nik": NIK}
    answer = browser.post(at("new"), form)
    assert answer.status_code == 422
    assert "Wati Contoh" in answer.content.decode()
    assert browser.post(at("new"), {**form, "sure": "on"}).status_code == 302
    with asking(cast.ayu):
        assert Person.objects.count() == 2


def test_the_likely_ones_appear_while_one_types(wati, cast, signed_in):
    fragment = signed_in(cast.ayu).post(at("similar"), {"full_name": "Sum", "number": "0812 3456 7890"})
    assert "Wati Contoh" in fragment.content.decode()
    assert "Nomor telepon sama" in fragment.content.decode()


def test_another_agency_gets_no_hint_while_typing(wati, cast, signed_in):
    fragment = signed_in(cast.budi).post(at("similar"), {"full_name": "Wati Contoh", "nik": NIK})
    assert "Wati" not in fragment.content.decode()


def test_a_place_in_words_becomes_a_code(cast, asking, signed_in):
    answer = signed_in(cast.ayu).post(at("new"), {"full_name": "Joko", "place": "Kota Bandung"})
    with asking(cast.ayu):
        assert answer.status_code == 422 or Address.objects.get().region_code.startswith("32.73")


def test_correcting_what_a_colleague_changed_meanwhile_is_refused(wati, cast, asking, signed_in):
    with asking(cast.dimas) as dimas:
        actions.correct(by=dimas, person=wati, birth_place="Garut")
    answer = signed_in(cast.ayu).post(at("edit", wati.pk), {"full_name": "Wati Baru", "edition": 1})
    assert answer.status_code == 422
    assert "baru saja diubah" in answer.content.decode()


def test_correcting_keeps_the_number_unless_it_is_dropped(wati, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    browser.post(at("edit", wati.pk), {"full_name": "Wati Baru", "edition": 1})
    with asking(cast.ayu):
        assert Person.objects.select_related("key").get().nik == NIK
        assert Person.objects.get().full_name == "Wati Baru"
    browser.post(at("edit", wati.pk), {"full_name": "Wati Baru", "edition": 2, "drop_nik": "on"})
    with asking(cast.ayu):
        assert Person.objects.get().nik_blind is None


def test_names_phones_and_addresses_come_and_go(wati, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    assert browser.post(at("add_name", wati.pk), {"name": "Mbak Wati", "kind": "alias"}).status_code == 302
    assert browser.post(at("add_phone", wati.pk), {"number": "0227654321", "owner": "work"}).status_code == 302
    assert (
        browser.post(at("add_address", wati.pk), {"no_fixed_address": "on", "landmark": "Stasiun"}).status_code == 302
    )
    with asking(cast.ayu):
        phone, address = Phone.objects.first(), Address.objects.first()
    assert browser.post(at("end_phone", wati.pk, phone.pk)).status_code == 302
    assert browser.post(at("end_address", wati.pk, address.pk)).status_code == 302
    with asking(cast.ayu):
        assert Phone.objects.filter(ended_at__isnull=True).count() == 1
        assert Address.objects.filter(ended_at__isnull=True).count() == 1


def test_an_empty_address_is_refused_in_words(wati, cast, signed_in):
    answer = signed_in(cast.ayu).post(at("add_address", wati.pk), {})
    assert answer.status_code == 422
    assert "patokannya" in answer.content.decode()


def test_hiding_a_person_from_colleagues(wati, cast, signed_in):
    signed_in(cast.ayu).post(at("restrict", wati.pk), {"reason": "Dicari oleh suaminya."})
    assert signed_in(cast.candra).get(at("person", wati.pk)).status_code == 404
    assert "Dibatasi" in signed_in(cast.ayu).get(at("person", wati.pk)).content.decode()


def test_safe_contact_is_saved_and_shown(wati, cast, asking, signed_in):
    form = {
        "channels": ["whatsapp"],
        "days": ["1", "2"],
        "from_time": "09:00",
        "to_time": "11:30",
        "code_word": "mawar",
    }
    assert signed_in(cast.ayu).post(at("contact", wati.pk), form).status_code == 302
    with asking(cast.ayu):
        assert SafeContact.objects.get().never_leave_message is False
    page = signed_in(cast.ayu).get(at("person", wati.pk)).content.decode()
    assert "Senin, Selasa, 09.00–11.30" in page
    assert "mawar" in page


def test_half_a_time_is_refused_and_kept(wati, cast, signed_in):
    answer = signed_in(cast.ayu).post(at("contact", wati.pk), {"from_time": "09:00", "note": "Ada anjing"})
    assert answer.status_code == 422
    assert "Ada anjing" in answer.content.decode()


def test_a_relative_is_found_and_added_with_the_clients_word(wati, register, cast, asking, signed_in):
    mother, browser = register(cast.ayu, "Sri Wahyuni"), signed_in(cast.ayu)
    assert "Sri Wahyuni" in browser.post(at("household", wati.pk), {"q": "sri wahyuni"}).content.decode()
    form = {"other": str(mother.pk), "relation": "parent", "lives_here": "on", "role": "emergency"}
    assert browser.post(at("add_kin", wati.pk), form).status_code == 302
    with asking(cast.ayu):
        row = Kinship.objects.get()
        member = HouseholdMember.objects.get(person=mother)
        assert row.may_contact is False
    assert browser.post(at("permit", wati.pk, row.pk), {"may_contact": "on"}).status_code == 302
    assert browser.post(at("head", wati.pk, member.pk)).status_code == 302
    assert browser.get(at("household", wati.pk)).status_code == 200
    assert browser.post(at("end_kin", wati.pk, row.pk)).status_code == 302
    assert browser.post(at("leave", wati.pk, member.pk)).status_code == 302


@pytest.mark.parametrize("other", ["", "kacau", "01900000-0000-7000-8000-000000000000"])
def test_an_unknown_relative_is_not_found(wati, cast, signed_in, other):
    assert signed_in(cast.ayu).post(at("add_kin", wati.pk), {"other": other, "relation": "child"}).status_code == 404


def test_merging_side_by_side_and_taking_it_back(wati, register, cast, asking, signed_in):
    other, browser = register(cast.ayu, "Suminah", nik=NIK), signed_in(cast.ayu)
    assert "Suminah" in browser.get(at("merge", wati.pk)).content.decode()
    page = browser.get(at("decide", wati.pk, other.pk)).content.decode()
    assert "NIK sama." in page
    assert browser.post(at("decide", wati.pk, other.pk), {"reason": "ya"}).status_code == 422
    assert browser.post(at("decide", wati.pk, other.pk), {"reason": "KTP-nya sama persis."}).status_code == 302
    assert "sudah digabung ke" in browser.get(at("person", other.pk)).content.decode()
    with asking(cast.ayu):
        merge = Merge.objects.get()
    assert browser.get(at("unmerge", merge.pk)).status_code == 200
    assert browser.post(at("unmerge", merge.pk), {"reason": "Ternyata kakak dan adik."}).status_code == 302
    assert "Dibatalkan oleh" in browser.get(at("merge", wati.pk)).content.decode()


def test_a_junior_sees_both_but_does_not_decide(wati, register, cast, signed_in):
    other = register(cast.ayu, "Suminah")
    page = signed_in(cast.dimas).get(at("decide", wati.pk, other.pk)).content.decode()
    assert "Gabungkan keduanya" not in page
    answer = signed_in(cast.dimas).post(at("decide", wati.pk, other.pk), {"reason": "KTP-nya sama persis."})
    assert answer.status_code == 403


def test_the_history_tells_who_changed_what(wati, cast, asking, signed_in):
    with asking(cast.dimas) as dimas:
        actions.correct(by=dimas, person=wati, birth_place="Garut")
    page = signed_in(cast.ayu).get(at("history", wati.pk)).content.decode()
    assert "Dimas Junior" in page
    assert "Garut" in page
