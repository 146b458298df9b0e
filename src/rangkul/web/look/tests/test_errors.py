import pytest
from django.template.loader import render_to_string


@pytest.mark.parametrize("code", [400, 403, 404, 405, 409, 413, 429, 500])
def test_it_says_what_happened_what_was_kept_and_what_to_do(code):
    page = render_to_string(f"{code}.html")
    for heading in ("Yang terjadi", "Yang tersimpan", "Yang bisa Anda lakukan"):
        assert heading in page
    assert "TIDAK ADA" not in page


def test_a_refusal_says_its_reason():
    assert "Kasus sudah diakhiri." in render_to_string("409.html", {"message": "Kasus sudah diakhiri."})


def test_a_stale_page_is_told_as_such():
    assert "terlalu lama terbuka" in render_to_string("400.html", {"stale": True})
