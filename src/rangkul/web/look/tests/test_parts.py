import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import timezone

from rangkul.web.look import parts


def draw(source, **values):
    return Template("{% load look %}" + source).render(Context(values))


def test_every_part_has_a_template_and_every_template_a_part(settings):
    from pathlib import Path

    folder = Path(parts.__file__).parent / "templates" / "look" / "components"
    # The list of stages is drawn twice by `stages` and is no part of its own.
    assert {file.stem for file in folder.glob("*.html")} - {"stage_list"} == set(parts.PARTS)


def test_a_part_sees_only_what_it_is_given():
    assert "rahasia" not in draw('{% part "notice" text="isi" %}', title="rahasia")


def test_a_missing_value_fails_at_once():
    with pytest.raises(TemplateSyntaxError, match="missing"):
        draw('{% part "empty" %}')


def test_an_unknown_value_fails_at_once():
    with pytest.raises(TemplateSyntaxError, match="unknown"):
        draw('{% part "notice" colour="red" %}')


def test_an_unknown_part_fails_at_once():
    with pytest.raises(TemplateSyntaxError, match="no component"):
        draw('{% part "carousel" %}')


def test_wrap_draws_its_body_inside():
    html = draw('{% wrap "card" title="Tim" %}<p>{{ name }}</p>{% endwrap %}', name="Ayu & Sari")
    assert "<h2>Tim</h2>" in html
    assert "<p>Ayu &amp; Sari</p>" in html


def test_given_words_are_escaped():
    assert "<script>" not in draw('{% part "notice" text=text %}', text="<script>alert(1)</script>")


def test_the_danger_notice_is_announced():
    assert 'role="alert"' in draw('{% part "notice" tone="danger" text="Awas" %}')


def test_the_present_stage_is_told_to_screen_readers():
    stages = [{"name": "Asesmen", "state": "now", "missing": [], "url": ""}]
    assert 'aria-current="step"' in draw('{% part "stages" stages=stages %}', stages=stages)


def test_a_clock_carries_its_exact_time():
    due = timezone.now()
    assert due.isoformat() in draw('{% part "clock" due=due %}', due=due)
