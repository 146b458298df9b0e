"""What applications add to a person's copy: what was asked for them, and how it went."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.commons.trust.hooks import Section, Whose
from rangkul.support.entitlements.models import Application, Known


def copy_of_applications(whose: Whose) -> Iterator[Section]:
    mine = Q(case__person_id__in=whose.person_ids) | Q(
        case__request_id=whose.request_id, case__request_id__isnull=False
    )
    for row in Application.objects.filter(mine).select_related("key").order_by("made_at"):
        yield Section(_("Bantuan yang diurus: %(name)s") % {"name": row.name}, tuple(_rows(row)))
    known = Known.objects.filter(mine).select_related("key").order_by("made_at")
    said = tuple((str(row.get_name_display()), f"{row.answer_label}, {row.on:%d-%m-%Y}") for row in known)
    if said:
        yield Section(_("Yang ditanyakan untuk hak Anda"), said)


def _rows(row: Application) -> Iterator[tuple[str, str]]:
    yield _("Keadaan"), str(row.get_state_display())
    if row.whose:
        yield _("Untuk siapa"), row.whose
    if row.applied_on:
        yield _("Diajukan"), ", ".join(part for part in (f"{row.applied_on:%d-%m-%Y}", row.place, row.number) if part)
    if row.reason:
        yield _("Alasan dari kantor"), row.reason
    for step in row.steps.select_related("key").order_by("made_at"):
        yield f"{step.get_verb_display()}, {step.on:%d-%m-%Y}", step.words
