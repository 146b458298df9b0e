"""A form answers in plain words: the house's own, unless a field has a sentence that was written for it."""

from django import forms

from rangkul.base.forms.kit import RangkulForm


class Agree(RangkulForm):
    agree = forms.BooleanField(error_messages={"required": "Tanpa persetujuan ini kita tidak bisa mulai."})
    name = forms.CharField(max_length=3)
    count = forms.IntegerField(max_value=5, error_messages={"max_value": "Paling banyak lima orang."})


def test_a_sentence_written_for_a_field_is_the_one_that_is_shown():
    for _again in range(2):
        form = Agree({"count": "7"})
        assert form.errors["agree"] == ["Tanpa persetujuan ini kita tidak bisa mulai."]
        assert form.errors["count"] == ["Paling banyak lima orang."]


def test_else_the_house_speaks_and_not_the_library():
    form = Agree({"agree": "on", "name": "Wati", "count": "x"})
    assert form.errors["name"] == ["Terlalu panjang: paling banyak 3 huruf, sekarang 4."]
    assert form.errors["count"] == ["Isian ini belum bisa dibaca. Periksa lagi."]
    assert Agree({}).errors["name"] == ["Bagian ini belum diisi."]
