"""One condition of an entry: written, changed, taken away. Files and the form of the whole entry write
the same rows."""

from __future__ import annotations

from dataclasses import asdict, fields

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.directory import checking, conditions, policy, seeking
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.actions.locking import held, standing, taken_away, touch
from rangkul.commons.directory.drafts import RuleDraft
from rangkul.commons.directory.models import Eligibility, Service, ServiceArea


@action("service.rule_added", may=policy.may_keep)
def add_rule(*, by: Asker, service: Service, given: RuleDraft) -> Done:
    """Nobody thereby made sure of the rest of the entry: its day stays."""
    locked = held(service.pk)
    row = Eligibility(service=locked)
    _write(row, locked, given)
    return _done(row, locked)


@action("service.rule_changed", may=policy.may_keep)
def change_rule(*, by: Asker, service: Service, rule: Eligibility, given: RuleDraft) -> Done:
    locked = held(service.pk)
    gone = _("Syarat ini sudah dihapus orang lain. Muat ulang halamannya.")
    row = standing(Eligibility.objects.filter(service=locked), rule.pk, gone)
    before = _draft(row)
    if conditions.only(given) == before:
        return Done(row, silent=True)
    _write(row, locked, given)
    return _done(row, locked)


@action("service.rule_removed", may=policy.may_keep)
def remove_rule(*, by: Asker, service: Service, rule: Eligibility) -> Done:
    """The history keeps what it said."""
    locked = held(service.pk)
    row = taken_away(Eligibility.objects.filter(service=locked), rule.pk)
    if row is None:
        return Done(rule, subject=("service", locked.pk), silent=True)
    _touch(locked)
    return _done(row, locked)


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
    touch(service)
    # Ages and sex stand in what a search looks through.
    seeking.refresh([service])


def _done(row: Eligibility, service: Service) -> Done:
    return Done(row, subject=("service", service.pk), payload={"id": str(row.pk), "rule": row.rule})
