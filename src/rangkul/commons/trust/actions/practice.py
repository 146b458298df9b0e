"""An agency's rules on technology are published by version; each worker signs every year, and at each version."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.people.models import Agency
from rangkul.commons.trust import policy as rules
from rangkul.commons.trust import practising
from rangkul.commons.trust.models import PracticePolicy, PracticeSignature
from rangkul.commons.trust.states import PracticePart

LONGEST = 6000


@action("practice.published", may=rules.may_publish_practice)
def publish_practice(*, by: Asker, parts: Mapping[str, str], changed: str = "", seen: int = 0) -> Done:
    """A new version, which everybody signs anew. `seen` is the version on the writer's page, 0 for none. The same words
    again are no version."""
    kept = {part.value: str(parts.get(part, "")).strip()[:LONGEST] for part in PracticePart}
    if empty := next((part for part, words in kept.items() if not words), None):
        raise Refused(_("Isi bagian ini. Pedoman tanpa salah satu bagiannya belum lengkap."), field=empty, code="empty")
    # Whoever publishes at the same moment waits here for the first of the two.
    Agency.objects.select_for_update().get(pk=by.agency_id)
    last = practising.in_force(by.agency_id)
    if (last.version if last else 0) != seen:
        raise Refused(_("Pedoman ini baru saja diubah orang lain. Buka lagi halamannya."), code="overtaken")
    if last is not None and last.parts == kept:
        return Done(last, silent=True)
    row = PracticePolicy.objects.create(
        agency_id=by.agency_id, version=seen + 1, parts=kept, changed=changed.strip()[:400], by_id=by.staff_id
    )
    practising.forget_kept()
    return Done(row, payload={"version": row.version})


@action("practice.signed", may=rules.may_sign_practice)
def sign_practice(*, by: Asker, policy: PracticePolicy) -> Done:
    """The asker has read that version and works by it. Raises Refused where a newer one came meanwhile; signed long ago
    it is signed anew, signed lately it stays as it is."""
    last = practising.in_force(by.agency_id)
    if last is None or last.pk != policy.pk:
        raise Refused(_("Ada versi yang lebih baru. Baca dulu yang itu."), code="overtaken")
    held = PracticeSignature.objects.filter(policy=policy, staff_id=by.staff_id).order_by("-made_at").first()
    if held is not None and now() < held.made_at + practising.HOLDS - practising.REMIND:
        return Done(held, silent=True)
    row = PracticeSignature.objects.create(policy=policy, staff_id=by.staff_id, agency_id=by.agency_id)
    practising.forget_kept()
    return Done(row, payload={"version": policy.version})
