"""An agency's own forms: handed in, checked in the background, kept as a version that nobody can use yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.work import later
from rangkul.base.xforms import Fault, Form
from rangkul.base.xforms.questions import code
from rangkul.journey.instruments import parcel, policy
from rangkul.journey.instruments.models import FormPicture, FormUpload, Instrument, InstrumentVersion
from rangkul.journey.instruments.receiving import Ready
from rangkul.journey.instruments.states import Pack, UploadState

# So many forms of an agency may wait for their check at once; a person hands in one after another.
WAITING = 5


@action("form.handed_in", may=policy.may_keep_forms)
def hand_in(*, by: Asker, files: Sequence[tuple[str, bytes]], licence: str) -> Done:
    """Take what came, unlooked at, and have it checked in the background. `files` are (name, bytes)."""
    if not licence.strip():
        raise Refused(_("Tulis dari mana formulir ini dan atas izin siapa dipakai."), field="licence", code="empty")
    if not any(data for _name, data in files):
        raise Refused(_("Berkas ini kosong."), field="files", code="empty")
    if sum(len(data) for _name, data in files) > parcel.LARGEST:
        said = _("Berkasnya terlalu besar: paling besar %s MB.") % (parcel.LARGEST // 1024**2)
        raise Refused(said, field="files", code="size")
    if FormUpload.objects.filter(agency_id=by.agency_id, state=UploadState.WAITING).count() >= WAITING:
        raise Refused(_("Masih ada formulir yang sedang diperiksa. Tunggu sebentar."), field="files", code="waiting")
    upload = FormUpload.objects.create(
        agency_id=by.agency_id,
        by_id=by.staff_id,
        name=parcel.called(name for name, _data in files),
        licence=licence.strip()[:1000],
        language=get_language() or "id",
        parcel=parcel.pack(files),
    )
    later("instruments.check", upload_id=str(upload.pk))
    return Done(upload, subject=("formupload", upload.pk))


@action("form.uploaded", may=policy.may_keep_forms)
def keep_upload(*, by: Asker, ready: Ready) -> Done:
    """Keep a form that stands its check as a version that nobody can use yet. Raises Refused for a number in use."""
    instrument = _instrument(by, ready.form)
    version = _version(by, instrument, ready)
    FormPicture.objects.bulk_create(
        FormPicture(
            version=version,
            name=name,
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
            data=picture.data,
        )
        for name, picture in ready.pictures.items()
    )
    return Done(version, subject=("instrument", instrument.pk), payload={"version": version.number})


def _instrument(by: Asker, form: Form) -> Instrument:
    held = Instrument.objects.filter(agency_id=by.agency_id, key=form.key).first()
    return held or Instrument.objects.create(
        agency_id=by.agency_id, key=form.key[:60], pack=Pack.OWN, name_id=(form.title or form.key)[:160]
    )


def _version(by: Asker, instrument: Instrument, ready: Ready) -> InstrumentVersion:
    form = ready.form
    # What was looked at and never published makes room for what comes after it.
    instrument.versions.filter(number=form.version or "1", published_at=None).delete()
    try:
        with transaction.atomic():
            return InstrumentVersion.objects.create(
                instrument=instrument,
                number=(form.version or "1")[:40],
                xform=form.xml.decode(),
                rules=ready.rules,
                source=ready.data,
                source_name=ready.name[:120],
                languages=[code(language) for language in form.languages],
                licence=ready.licence[:1000],
                checksum=_checksum(ready),
                uploaded_by_id=by.staff_id,
            )
    except IntegrityError:
        raise Refused(
            _("Versi %(number)s sudah terbit. Beri nomor baru di lembar settings, kolom version.")
            % {"number": form.version or "1"},
            field="files",
            code="version",
        ) from None


def _checksum(ready: Ready) -> str:
    """Over the workbook, which holds form and rules, and over what it shows."""
    digest = sha256(ready.data)
    for name in sorted(ready.pictures):
        digest.update(name.encode() + b"\0" + ready.pictures[name].data)
    return digest.hexdigest()


@action("form.checked", may=policy.is_machine)
def settle(*, by: Asker, upload: FormUpload, faults: Iterable[Fault], ready: Ready | None, version: Any) -> Done:
    """Write down what the check said; a machine's word, for who handed it in. What came is not needed any more."""
    upload.state = UploadState.SOUND if version else UploadState.FAULTY
    upload.version, upload.checked_at, upload.parcel = version, clock.now(), b""
    upload.faults, upload.notices = _plain(faults), _plain(ready.notices if ready else ())
    upload.save(update_fields=["state", "version", "checked_at", "parcel", "faults", "notices"])
    return Done(
        upload,
        subject=("formupload", upload.pk),
        payload={"sound": version is not None},
        agency_id=upload.agency_id,
        unit_id=upload.by.unit_id,
    )


def _plain(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    return [{"message": one.message, "sheet": one.sheet, "row": one.row, "column": one.column} for one in faults]


@action("form.taken_back", may=policy.may_keep_forms)
def forget_upload(*, by: Asker, upload: FormUpload) -> Done:
    """Put the list of faults away. A version that came of it stays."""
    if upload.version_id is not None:
        raise Refused(_("Formulir ini sudah menjadi versi. Hapus versinya bila belum jadi."), code="version")
    where = ("formupload", upload.pk)
    FormUpload.objects.filter(pk=upload.pk).delete()
    return Done(upload, subject=where)
