"""Every sentence that a screen says exists in English too, and the collector misses none of them."""

import pytest

from rangkul.web import catalogues


@pytest.fixture
def package(tmp_path):
    """A package with one file of each kind; returns the strings found in it."""

    def said(python="", template="", po=""):
        (tmp_path / "templates").mkdir()
        (tmp_path / "locale/en/LC_MESSAGES").mkdir(parents=True)
        (tmp_path / "code.py").write_text(python)
        (tmp_path / "templates/page.html").write_text(template)
        head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        (tmp_path / "locale/en/LC_MESSAGES/django.po").write_text(head + po)
        return tmp_path

    return said


def test_every_sentence_on_a_screen_has_an_english_one():
    lacking = [f"{path}: {text!r}" for (_, text), path in sorted(catalogues.missing().items(), key=lambda m: m[1])]
    assert not lacking, "add these to the package's locale/en/LC_MESSAGES/django.po:\n" + "\n".join(lacking)


@pytest.mark.parametrize(
    "code",
    ['_("Halo")', 'gettext_lazy("Halo")', 'ngettext("Halo", "Halo semua", n)', 'gettext_noop("Halo")', '_("Ha" "lo")'],
)
def test_strings_are_found_in_python(package, code):
    assert set(catalogues.said(package(python=code))) == {(None, "Halo")}


@pytest.mark.parametrize(
    "text",
    [
        '{% translate "Halo" %}',
        "{% translate 'Halo' as salam %}",
        '{{ _("Halo") }}',
        '{% button label=_("Halo") %}',
        "{% blocktranslate trimmed %}\n  Halo\n{% endblocktranslate %}",
        "{% blocktranslate count n=1 %}Halo{% plural %}Halo semua{% endblocktranslate %}",
    ],
)
def test_strings_are_found_in_templates(package, text):
    assert set(catalogues.said(package(template="{% load i18n %}" + text))) == {(None, "Halo")}


def test_a_context_makes_it_another_string(package):
    found = catalogues.said(package('pgettext("hari", "Minggu")', '{% translate "Minggu" context "lama" %}'))
    assert set(found) == {("hari", "Minggu"), ("lama", "Minggu")}


@pytest.mark.parametrize("entry", ['msgstr ""', '#, fuzzy\nmsgid "Halo"\nmsgstr "Hello"'])
def test_an_empty_or_uncertain_entry_does_not_count(package, entry):
    po = entry if entry.startswith("#") else f'msgid "Halo"\n{entry}'
    assert catalogues.missing(package(python='_("Halo")', po=po + "\n")) == {(None, "Halo"): "code.py"}


def test_a_catalogue_is_compiled_once(package):
    root = package(python='_("Halo")', po='msgid "Halo"\nmsgstr "Hello"\n')
    assert catalogues.missing(root) == {}
    assert [catalogues.compile_all(root), catalogues.compile_all(root)] == [1, 0]
