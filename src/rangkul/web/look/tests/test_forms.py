import pytest
from django import forms

from rangkul.web.look.forms import LookRenderer, PicturedCheckboxes, PicturedRadio, SignaturePad, counted, suggest


class Ask(forms.Form):
    default_renderer = LookRenderer()
    what = forms.MultipleChoiceField(
        label="Apa",
        choices=[("food", "Lapar"), ("ill", "Sakit")],
        widget=PicturedCheckboxes(pictures={"food": "bowl-spoon"}, hints={"ill": "di rumah"}),
    )
    whom = forms.ChoiceField(label="Siapa", choices=[("a", "A")], widget=PicturedRadio())
    story = forms.CharField(
        label="Cerita", required=False, help_text="Supaya kami paham.", widget=forms.Textarea(attrs=counted(50))
    )
    place = forms.CharField(label="Desa", widget=forms.TextInput(attrs=suggest("/wilayah/", "code")))
    sign = forms.CharField(label="Tanda tangan", required=False, widget=SignaturePad)


@pytest.fixture
def wrong():
    return str(Ask({"story": "x"}))


def test_an_error_is_bound_to_its_field(wrong):
    assert 'id="id_place_error"' in wrong
    assert 'aria-describedby="id_place_error"' in wrong
    assert 'aria-invalid="true"' in wrong


def test_the_reason_why_we_ask_is_bound_too(wrong):
    assert 'aria-describedby="id_story_helptext"' in wrong


def test_a_group_of_choices_has_a_legend(wrong):
    assert '<legend class="field-legend">Apa' in wrong


def test_the_form_says_in_words_what_is_required(wrong):
    assert "(wajib)" in wrong
    assert "(boleh kosong)" in wrong


def test_pictured_choices_keep_what_was_chosen():
    html = str(Ask({"what": ["ill"]}))
    assert 'value="ill" id="id_what_1"' in html
    assert html.count("checked") == 1
    assert "di rumah" in html
    assert "#bowl-spoon" in html


def test_the_signature_pad_keeps_its_label_and_its_value():
    html = str(Ask({"sign": "data:image/png;base64,AAAA"}))
    assert "Tanda tangan" in html
    assert 'value="data:image/png;base64,AAAA"' in html


def test_fields_of_scripts_are_plain_fields_without_them():
    html = str(Ask())
    assert 'data-rangkul-suggest="/wilayah/"' in html
    assert 'maxlength="50"' in html
