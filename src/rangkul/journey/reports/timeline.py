"""How the events of documents read on the timeline of the case."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter
from rangkul.journey.reports import hooks
from rangkul.journey.reports.models import Paper


def load(ids: Collection[UUID]) -> Mapping[UUID, Any]:
    return {row.pk: row for row in Paper.objects.filter(pk__in=ids).defer("frozen", "opening")}


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
    "document.drafted": Presenter(drafted, load),
    "document.version_begun": Presenter(drafted, load),
    "document.signed": Presenter(signed, load),
    "document.given": Presenter(given, load),
}
