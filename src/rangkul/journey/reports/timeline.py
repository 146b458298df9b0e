"""How the events of documents read on the timeline of the case."""

from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.reports import hooks
from rangkul.journey.reports.models import Paper

_load = by_id(Paper, without=("frozen", "opening"))


def _words(paper: Paper) -> dict[str, Any]:
    kind = hooks.kinds.get(paper.kind)
    return {"what": kind.label if kind else paper.kind, "version": paper.version}


def _entry(title: str, icon: str, paper: Paper) -> Entry:
    return Entry(title=title % _words(paper), icon=icon, kind="quiet", url=paper.get_absolute_url())


def drafted(event: Event, paper: Paper) -> Entry:
    return _entry(_("%(what)s mulai disusun"), "file-plus", paper)


def signed(event: Event, paper: Paper) -> Entry:
    return _entry(_("%(what)s versi %(version)d ditandatangani"), "signature", paper)


def given(event: Event, paper: Paper) -> Entry:
    return _entry(_("%(what)s diberikan kepada klien"), "user-heart", paper)


PRESENTERS = {
    "document.drafted": Presenter(drafted, _load),
    "document.version_begun": Presenter(drafted, _load),
    "document.signed": Presenter(signed, _load),
    "document.given": Presenter(given, _load),
}
