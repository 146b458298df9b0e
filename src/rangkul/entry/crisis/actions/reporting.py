"""Somebody fears for somebody: it becomes a red request at once, with what was brought as evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.files import sniff, vault
from rangkul.base.files.preview import preview_of
from rangkul.entry.crisis import policy
from rangkul.entry.crisis.models import Evidence, Report
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import HandedIn

MOST_FILES = 4


@dataclass(frozen=True)
class Brought:
    """A file that came with a report: open, with the name and size that it came with."""

    file: BinaryIO
    size: int
    name: str = ""


@action("report.made", may=policy.may_report)
def report(*, by: Asker, given: HandedIn, link: str = "", files: Iterable[Brought] = ()) -> Done:
    """Returns the Report; its `request` has the ticket. Raises Refused for a file that is not accepted: then nothing
    is kept, and the reporter sends again without it. Nobody near the person is told of it by the machine."""
    brought = list(files)
    if len(brought) > MOST_FILES:
        raise Refused(_("Paling banyak empat berkas."), field="files")
    kinds = [sniff.kind_of(one.file, one.size) for one in brought]
    request = intake.submit(by=by, given=given)
    made = Report(key=request.key, request=request)
    made.link = link
    made.save(force_insert=True)
    for one, kind in zip(brought, kinds, strict=True):
        _keep(made, one, kind)
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(made, subject=("request", request.pk), payload={"files": len(brought)}, **where)


def _keep(made: Report, one: Brought, kind: sniff.Kind) -> None:
    row = Evidence(key=made.key, report=made, media_type=kind.media_type, size=one.size)
    row.name = f"{_('bukti')}.{kind.extension}" if not one.name.strip() else _named(one.name, kind)
    row.sha256 = vault.keep(row.pk, made.key, one.file)
    if row.is_image and (drawn := preview_of(one.file)) is not None:
        vault.keep(row.pk, made.key, drawn, "preview")
        row.has_preview = True
    row.save(force_insert=True)


def _named(name: str, kind: sniff.Kind) -> str:
    """A readable name that ends in what the file is, whatever it was called."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].strip().strip(".")
    return f"{stem[:120] or _('bukti')}.{kind.extension}"
