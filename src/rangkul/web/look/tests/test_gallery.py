import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory

from rangkul.web.look import parts, views
from rangkul.web.look.samples import samples


def test_it_is_closed_on_a_working_site(settings):
    settings.DEBUG, settings.DEMO = False, False
    with pytest.raises(Http404):
        views.gallery(RequestFactory().get("/galeri/"))


def test_it_shows_every_component():
    from pathlib import Path

    folder = Path(views.__file__).parent / "templates" / "look"
    shown = "".join(file.read_text() for file in [*folder.glob("gallery/*.html"), folder / "gallery.html"])
    # The drawer is part of the case page's layout and would cover the gallery.
    assert {name for name in parts.PARTS if f'"{name}"' not in shown} <= {"drawer"}


def test_it_is_drawn_without_a_gap():
    page = render_to_string("look/gallery.html", samples(None))
    assert "TIDAK ADA" not in page
