"""What never changes is drawn once a language, and nothing else is kept."""

import pytest
from django.template import Context, engines
from django.template.base import VariableNode
from django.utils.translation import override

from rangkul.web.look.still import Still, go_through, is_still


def made(words: str):
    template = engines.all()[0].engine.from_string("{% load i18n static look %}" + words)
    go_through(template.nodelist)
    return template


def kinds(template) -> list[str]:
    return [type(node).__name__ for node in template.nodelist][1:]


def test_words_icons_and_addresses_next_to_each_other_become_one():
    template = made('<b>{% translate "Simpan" %}</b>{% icon "check" %}{% url "intake:queue" %}{% static "x.svg" %}')
    assert kinds(template) == ["Still"]
    with override("id"):
        first = template.render(Context())
        assert template.render(Context()) == first
    assert "Simpan" in first
    assert "/kerja/antrean/" in first


def test_each_language_has_its_own():
    template = made('{% translate "Simpan" %}')
    said = {}
    for language in ("id", "en", "id"):
        with override(language):
            said.setdefault(language, template.render(Context()))
            assert template.render(Context()) == said[language]
    assert said["id"] != said["en"]


@pytest.mark.parametrize(
    "words",
    [
        "{{ name }}",
        "{% icon name %}",
        "{% translate name %}",
        '{% translate "Simpan" as saved %}',
        '{% url "intake:request" key %}',
        '{% url "intake:queue" as there %}',
        "{% csrf_token %}",
        "{% due name %}",
        '{{ _("Simpan")|upper }}',
    ],
)
def test_what_hangs_on_the_page_stays_as_it_is(words):
    template = made(words)
    assert not any(isinstance(node, Still) for node in template.nodelist)
    assert not is_still(template.nodelist[-1])


def test_inside_conditions_loops_and_parts_too():
    template = made('{% for one in many %}{% if one %}{% icon "check" %}{% endif %}{{ one }}{% endfor %}')
    text = template.render(Context({"many": ["a", "", "<b>"]}))
    assert text.count("<svg") == 2
    assert "&lt;b&gt;" in text


@pytest.mark.parametrize("value", ["biasa", "a & b", "<script>", 'kata "itu"', "Ma'ruf", 1_500, 2.5, None, ["<"]])
@pytest.mark.parametrize("escaping", [True, False])
def test_what_changes_is_said_as_django_says_it(value, escaping):
    ours, theirs = (engines.all()[0].engine.from_string("{{ one }}") for _ in range(2))
    go_through(ours.nodelist)
    assert type(ours.nodelist[0]) is not VariableNode
    context = {"one": value}
    assert ours.render(Context(context, autoescape=escaping)) == theirs.render(Context(context, autoescape=escaping))
