"""Pages over WSGI, for the production server."""

import os

from django.core.wsgi import get_wsgi_application

from rangkul.web.collector import collect_seldom, loading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")
with loading():
    pages = get_wsgi_application()

from django.urls import get_resolver
from django.utils import translation

from rangkul.web.file_addresses import edition
from rangkul.web.middleware.limits import CollectedBody, FewAtOnce

application = CollectedBody(FewAtOnce(pages))


def load_all() -> None:
    """Load every page and every word now, before the process is forked: the collector leaves it alone, so that it stays
    shared."""
    with loading():
        _walk(get_resolver().url_patterns)
        edition()
        for language in ("id", "en"):
            with translation.override(language):
                translation.gettext("")
    collect_seldom()


def _walk(patterns: list) -> None:
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            _walk(pattern.url_patterns)
