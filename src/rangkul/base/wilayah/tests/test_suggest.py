"""A few letters of a village become its code, in any spelling, in no time."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.wilayah import queries

pytestmark = pytest.mark.django_db


def labels(text, limit=8):
    return [place.label for place in queries.suggest(text, limit)]


CIMAHI = "Kel. Cibeureum, Kec. Cimahi Selatan, Kota Cimahi, Jawa Barat"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cibeureum cimahi", CIMAHI),
        ("cimahi cibeureum", CIMAHI),
        ("cibereum cimahi", CIMAHI),
        ("tjibeureum tjimahi", CIMAHI),
        ("Kel. Cibeureum, Kota Cimahi", CIMAHI),
        ("cibeurum cimahi", CIMAHI),
        ("cibeu cima", CIMAHI),
        ("bandung", "Kab. Bandung, Jawa Barat"),
        ("kota bandung", "Kota Bandung, Jawa Barat"),
        ("kab bandung", "Kab. Bandung, Jawa Barat"),
        ("jogja", "Daerah Istimewa Yogyakarta"),
        ("jawa barat", "Jawa Barat"),
        ("ubud", "Kec. Ubud, Kab. Gianyar, Bali"),
        ("soebang", "Kab. Subang, Jawa Barat"),
        ("tanggerang", "Kab. Tangerang, Banten"),
        ("karang anyar", "Kab. Karanganyar, Jawa Tengah"),
        ("wamena", "Distrik Wamena, Kab. Jayawijaya, Papua Pegunungan"),
        (
            "kebayoran baru jaksel",
            "Kec. Kebayoran Baru, Kota Administrasi Jakarta Selatan, Daerah Khusus Ibukota Jakarta",
        ),
        ("keude bak", "Desa Keude Bakongan, Kec. Bakongan, Kab. Aceh Selatan, Aceh"),
    ],
)
def test_the_place_that_is_meant_comes_first(typed, first):
    assert labels(typed)[0] == first
    assert queries.named(typed).label == first


def test_a_gap_in_the_name_does_not_matter():
    assert labels("suka maju bogor") == labels("sukamaju bogor")


def test_a_later_word_of_the_name_finds_it():
    assert "Desa Keude Bakongan, Kec. Bakongan, Kab. Aceh Selatan, Aceh" in labels("bakongan")


def test_a_wrong_last_word_does_not_hide_the_place():
    assert labels("cibeureum xyzzy")


def test_where_nobody_chooses_a_wrong_word_names_no_place():
    assert queries.named("cibeureum xyzzy") is None
    assert queries.named("Kota Entah Berantah") is None


@pytest.mark.parametrize("typed", ["", "a", " ", "%", "__", "'; DROP TABLE wilayah_region; --", "\x00", "xyzzy", "🏠"])
def test_nothing_useful_finds_nothing(typed):
    assert labels(typed) == []


def test_an_endless_question_is_cut():
    assert labels("cibeureum " + "a" * 1_000_000) == labels("cibeureum " + "a" * 90)


@pytest.mark.parametrize("typed", ["su", "ma su", "cibeureum", "sukamaju bogor", "sidomulyo", "kampung baru"])
def test_it_asks_the_database_at_most_twice(typed, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        queries.suggest(typed)


@pytest.mark.parametrize("typed", ["su", "suka", "sukamaju bogor", "ma su", "kota bandung", "jawa barat"])
def test_only_a_range_of_an_index_is_read(typed):
    with CaptureQueriesContext(connection) as asked:
        queries.suggest(typed)
    with connection.cursor() as cursor:
        for query in [query["sql"] for query in asked]:
            cursor.execute(f"EXPLAIN {query}")
            assert "Seq Scan" not in "".join(line for (line,) in cursor.fetchall())


def test_paths_of_a_list_cost_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        found = queries.paths(["32.77.01.1002", "32.04", "99.99"])
    assert found == {"32.77.01.1002": CIMAHI, "32.04": "Kab. Bandung, Jawa Barat"}
    assert queries.path("99.99") == ""


def test_an_area_is_known_or_not():
    assert queries.known_area("32.73.01")
    assert not queries.known_area("99.99.99")
    assert not queries.known_area("32.73")


def test_the_page_answers_a_visitor_with_a_list(visitor):
    answer = visitor.get(reverse("wilayah:suggest"), {"q": "cibeureum cimahi"})
    assert answer.status_code == 200
    assert 'role="listbox"' in answer.content.decode()
    assert 'data-code="32.77.01.1002"' in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


def test_the_page_answers_json_to_who_asks_for_it(visitor):
    answer = visitor.get(reverse("wilayah:suggest"), {"q": "cibeureum cimahi"}, headers={"Accept": "application/json"})
    assert answer.json() == [
        {
            "code": "32.77.01.1002",
            "name": "Kel. Cibeureum",
            "hint": "Kec. Cimahi Selatan, Kota Cimahi, Jawa Barat",
            "level": 4,
            "postal_code": "40535",
        }
    ]


def test_an_empty_answer_says_what_to_try(visitor):
    assert "Coba nama kecamatan" in visitor.get(reverse("wilayah:suggest"), {"q": "xyzzy"}).content.decode()
    assert visitor.get(reverse("wilayah:suggest"), {"q": "", "format": "json"}).json() == []


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_the_page_only_reads(visitor, method):
    assert getattr(visitor, method)(reverse("wilayah:suggest")).status_code == 405


@pytest.mark.parametrize("typed", ["\x00", "a" * 5_000, "<script>", "%F0%28%8C%28", "=HYPERLINK(1)"])
def test_hostile_letters_get_an_ordinary_answer(visitor, typed):
    answer = visitor.get(reverse("wilayah:suggest"), {"q": typed})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()
