"""An agency's own forms: checked, looked at, published, and from then on unchanged."""

from __future__ import annotations

from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.xforms import Checked, Form, check
from rangkul.base.xforms.questions import code
from rangkul.journey.instruments import policy
from rangkul.journey.instruments.models import Instrument, InstrumentVersion
from rangkul.journey.instruments.scoring.fitting import unfit
from rangkul.journey.instruments.scoring.shipped import keys, shipped
from rangkul.journey.instruments.states import Pack


class Faulty(Refused):
    """The file does not stand its check; `checked` says where."""

    def __init__(self, checked: Checked):
        said = _("Formulir ini belum bisa dipakai. Perbaiki yang disebut di bawah.")
        super().__init__(said, field="file", code="faults")
        self.checked = checked


@action("form.uploaded", may=policy.may_keep_forms)
def keep_upload(*, by: Asker, data: bytes, name: str, licence: str) -> Done:
    """Keep a form that stands its check as a version that nobody can use yet. A faulty or hostile file leaves nothing.

    Raises Faulty with the list of what must be mended, Refused for what is wrong beside the form itself.
    """
    checked = check(data, name)
    if checked.form is None:
        raise Faulty(checked)
    if not licence.strip():
        raise Refused(_("Tulis dari mana formulir ini dan atas izin siapa dipakai."), field="licence", code="empty")
    rules = _rules_of_slot(checked.form)
    instrument = _instrument(by, checked.form)
    version = _version(by, instrument, checked.form, data, name, licence.strip(), rules)
    return Done(version, subject=("instrument", instrument.pk), payload={"version": version.number})


def _rules_of_slot(form: Form) -> dict | None:
    """The rules of an instrument of ours that waits for its official words, where this form brings them.

    Raises Refused for the name of an instrument that needs no words, and for words that its rules do not fit."""
    if form.key not in keys():
        return None
    ours = shipped(form.key)
    if ours.publishable:
        raise Refused(
            _("Nama kunci %(key)s dipakai instrumen bawaan. Pilih form_id lain di lembar settings.")
            % {"key": form.key},
            field="file",
            code="key",
        )
    choices = {one.name: [choice.name for choice in one.choices] for one in form.all_questions() if one.choices}
    labels = [label for one in form.all_questions() for label in one.labels.values()]
    if faults := unfit(ours.rules, choices, labels):
        raise Refused(str(faults[0].id), field="file", code="slot")
    return ours.written


def _instrument(by: Asker, form: Form) -> Instrument:
    held = Instrument.objects.filter(agency_id=by.agency_id, key=form.key).first()
    return held or Instrument.objects.create(
        agency_id=by.agency_id, key=form.key[:60], pack=Pack.OWN, name_id=(form.title or form.key)[:160]
    )


def _version(
    by: Asker, instrument: Instrument, form: Form, data: bytes, name: str, licence: str, rules: dict | None
) -> InstrumentVersion:
    # What was looked at and never published makes room for what comes after it.
    instrument.versions.filter(number=form.version or "1", published_at=None).delete()
    try:
        with transaction.atomic():
            return InstrumentVersion.objects.create(
                instrument=instrument,
                number=(form.version or "1")[:40],
                xform=form.xml.decode(),
                rules=rules,
                source=data,
                source_name=name[:120],
                languages=[code(language) for language in form.languages],
                licence=licence[:1000],
                checksum=sha256(data).hexdigest(),
                uploaded_by_id=by.staff_id,
            )
    except IntegrityError:
        raise Refused(
            _("Versi %(number)s sudah terbit. Beri nomor baru di lembar settings, kolom version.")
            % {"number": form.version or "1"},
            field="file",
            code="version",
        ) from None


@action("form.published", may=policy.may_change_version)
def publish_version(*, by: Asker, version: InstrumentVersion) -> Done:
    """From now on workers choose this version; earlier ones stay for the answers that were given to them."""
    row = InstrumentVersion.objects.select_for_update(of=("self",)).select_related("instrument").get(pk=version.pk)
    where = ("instrument", row.instrument_id)
    if row.published_at is not None:
        return Done(row, subject=where, silent=True)
    row.published_at = clock.now()
    row.save(update_fields=["published_at"])
    name = _title_of(row)
    if name and name != row.instrument.name_id:
        Instrument.objects.filter(pk=row.instrument_id).update(name_id=name)
    return Done(row, subject=where, payload={"version": row.number})


def _title_of(version: InstrumentVersion) -> str:
    """A form is called what its newest published version is called."""
    return Form.from_xml(version.xform.encode()).title[:160]


@action("form.discarded", may=policy.may_change_version)
def discard_version(*, by: Asker, version: InstrumentVersion) -> Done:
    """Take back what was never published."""
    if version.published_at is not None:
        raise Refused(_("Versi yang sudah terbit tidak dihapus, karena ada jawaban yang merujuknya."), code="published")
    instrument_id = version.instrument_id
    InstrumentVersion.objects.filter(pk=version.pk, published_at=None).delete()
    return Done(version, subject=("instrument", instrument_id), payload={"version": version.number})


@action("form.switched", may=policy.may_change_form)
def switch(*, by: Asker, instrument: Instrument, on: bool) -> Done:
    """Workers may choose it, or no longer. Twice the same does nothing."""
    if instrument.active == on:
        return Done(instrument, subject=("instrument", instrument.pk), silent=True)
    instrument.active = on
    instrument.save(update_fields=["active"])
    return Done(instrument, subject=("instrument", instrument.pk), payload={"on": on})
