"""What an agency handed in lately, and the pictures of its forms."""

from __future__ import annotations

from uuid import UUID

from rangkul.base.asking import Asker
from rangkul.journey.instruments.models import FormPicture, FormUpload, InstrumentVersion
from rangkul.journey.instruments.states import UploadState

# Lists of faults that are still worth reading.
SHOWN = 10


def uploads(by: Asker) -> list[FormUpload]:
    """What waits for its check or has to be mended, newest first."""
    rows = FormUpload.objects.filter(agency_id=by.agency_id).exclude(state=UploadState.SOUND)
    return list(rows.select_related("by").defer("parcel").order_by("-made_at", "-id")[:SHOWN])


def upload_or_none(by: Asker, upload_id: UUID) -> FormUpload | None:
    rows = FormUpload.objects.filter(agency_id=by.agency_id, pk=upload_id)
    return rows.select_related("by", "version__instrument").defer("parcel", "version__xform", "version__source").first()


def notices_of(version: InstrumentVersion) -> list[dict]:
    """What the check remarked on this version without refusing it."""
    found = version.uploads.order_by("-made_at").values_list("notices", flat=True).first()
    return found or []


def picture_or_none(version_id: UUID, name: str) -> FormPicture | None:
    return FormPicture.objects.filter(version_id=version_id, name=name).first()
