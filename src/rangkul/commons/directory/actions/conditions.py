"""One condition of an entry: written, changed, taken away. Files and the form of the whole entry write
the same rows."""

from __future__ import annotations

from dataclasses import asdict, fields
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.directory import checking, conditions, policy, seeking
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.drafts import RuleDraft
from rangkul.commons.directory.models import Eligibility, Service, ServiceArea


@action("service.rule_added", may=policy.may_keep)
def add_rule(*, by: Asker, service: Service, given: RuleDraft) -> Done:
    """Nobody thereby made sure of the rest of the entry: its day stays."""
    held = _held(service)
    row = Eligibility(service=held)
    _write(row, held, given)
    return _done(row, held)


@action("service.rule_changed", may=policy.may_keep)
def change_rule(*, by: Asker, service: Service, rule: Eligibility, given: RuleDraft) -> Done:
    held = _held(service)
    row = _standing(held, rule.pk)
    before = _draft(row)
    if conditions.only(given) == before:
        return Done(row, silent=True)
    _write(row, held, given)
    return _done(row, held)


@action("service.rule_removed", may=policy.may_keep)
def remove_rule(*, by: Asker, service: Service, rule: Eligibility) -> Done:
    """The history keeps what it said."""
    held = _held(service)
    row = Eligibility.objects.filter(service=held, pk=rule.pk).first()
    if row is None:
        return Done(rule, subject=("service", held.pk), silent=True)
    pk = row.pk
    row.delete()
    row.pk = pk
    _touch(held)
    return _done(row, held)


def _held(service: Service) -> Service:
    return Service.objects.select_for_update(of=("self",)).select_related("organization").get(pk=service.pk)


def _standing(service: Service, pk: UUID) -> Eligibility:
    row = Eligibility.objects.filter(service=service, pk=pk).first()
    if row is None:
        raise Refused(_("Syarat ini sudah dihapus orang lain. Muat ulang halamannya."), code="gone")
    return row


def _draft(row: Eligibility) -> RuleDraft:
    return RuleDraft(**{f.name: getattr(row, f.name) for f in fields(RuleDraft)})


def _write(row: Eligibility, service: Service, given: RuleDraft) -> None:
    given = conditions.only(given)
    others = [_draft(one) for one in Eligibility.objects.filter(service=service).exclude(pk=row.pk)]
    if given in others:
        raise Refused(_("Syarat ini sudah ada."), code="twice")
    areas = list(ServiceArea.objects.filter(service=service).values_list("region_code", flat=True))
    checking.rules([given, *others], areas)
    for name, value in asdict(given).items():
        setattr(row, name, value)
    checked(row)
    row.save()
    _touch(service)


def _touch(service: Service) -> None:
    service.changed_at = now()
    service.save(update_fields=["changed_at"])
    # Ages and sex stand in what a search looks through.
    seeking.refresh([service])


def _done(row: Eligibility, service: Service) -> Done:
    return Done(row, subject=("service", service.pk), payload={"id": str(row.pk), "rule": row.rule})
