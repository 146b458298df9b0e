"""Bring the house's instruments into the database. Runs as the owner; a second run changes nothing."""

import json
from hashlib import sha256

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from rangkul.base import clock
from rangkul.base.progress import Progress, quiet
from rangkul.base.xforms import check
from rangkul.base.xforms.questions import code
from rangkul.journey.instruments.models import Instrument, InstrumentVersion
from rangkul.journey.instruments.scoring.shipped import Shipped, everything


class Broken(RuntimeError):
    """A form of this release does not stand its own check."""


def load(connection: BaseDatabaseWrapper, progress: Progress = quiet) -> None:
    """New instruments and versions are added; what was loaded once is never changed, because answers refer to it."""
    shipped = list(everything())
    with transaction.atomic(using=connection.alias):
        for done, one in enumerate(shipped, 1):
            if one.publishable:
                _version(connection.alias, _instrument(connection.alias, one), one)
            progress("Memuat instrumen", done, len(shipped))


def _instrument(alias: str, one: Shipped) -> Instrument:
    words = {
        "pack": one.rules.pack,
        "name_id": one.rules.name.id,
        "name_en": one.rules.name.en,
        "purpose_id": one.rules.purpose.id,
        "purpose_en": one.rules.purpose.en,
    }
    held, made = Instrument.objects.using(alias).get_or_create(key=one.key, agency=None, defaults=words)
    if not made and any(getattr(held, name) != value for name, value in words.items()):
        Instrument.objects.using(alias).filter(pk=held.pk).update(**words)
    return held


def _version(alias: str, instrument: Instrument, one: Shipped) -> None:
    rules = one.written
    checksum = sha256(one.form.encode() + b"\0" + json.dumps(rules, sort_keys=True).encode()).hexdigest()
    held = InstrumentVersion.objects.using(alias).filter(instrument=instrument)
    if held.filter(checksum=checksum).exists():
        return
    checked = check(one.form.encode(), "form.md")
    if checked.form is None:
        raise Broken(f"{one.key}: {'; '.join(map(str, checked.faults))}")
    number = one.rules.version
    if held.filter(number=number).exists():
        # The words or the rules moved without a new number: answers before and after are not compared.
        number = f"{number}+{checksum[:6]}"
    InstrumentVersion.objects.using(alias).create(
        instrument=instrument,
        number=number,
        xform=checked.form.xml.decode(),
        source=one.form.encode(),
        source_name=f"{one.key}.md",
        rules=rules,
        languages=[code(language) for language in checked.form.languages],
        licence=one.rules.licence.notice.id[:1000],
        checksum=checksum,
        published_at=clock.now(),
    )
