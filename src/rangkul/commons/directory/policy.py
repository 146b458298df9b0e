"""Who may do which verb. Everybody may read what is public; an entry of an agency is kept by its own people."""

from rangkul.base.asking import Asker
from rangkul.commons.directory.models import Asset, Organization, Service, Suggestion

_KEEPERS = ("admin", "supervisor", "pimpinan")


def may_edit(*, by: Asker, **_: object) -> bool:
    """Whoever practises, and who answers for a team or the house; not who only looks on."""
    return by.kind == "staff" and (by.practises or by.has(*_KEEPERS))


def may_keep_organization(*, by: Asker, organization: Organization, **_: object) -> bool:
    return may_edit(by=by) and organization.agency_id in (None, by.agency_id)


def may_keep(*, by: Asker, service: Service, **_: object) -> bool:
    return may_keep_organization(by=by, organization=service.organization)


def may_name_keeper(*, by: Asker, service: Service, **_: object) -> bool:
    """Work is given to others by who answers for a team; anybody may take it on."""
    return may_keep(by=by, service=service)


def may_agree(*, by: Asker, **_: object) -> bool:
    """What the house promises and is promised is its head's to sign, or its admin's to write down."""
    return by.kind == "staff" and by.has("admin", "pimpinan", "supervisor")


def may_suggest(*, by: Asker, **_: object) -> bool:
    """Anybody, without an account."""
    return by.kind in ("public", "ticket", "staff", "job")


def may_decide(*, by: Asker, suggestion: Suggestion, **_: object) -> bool:
    """Somebody else than whoever suggested it, and no junior alone."""
    own = by.staff_id is not None and by.staff_id == suggestion.by_id
    return may_keep(by=by, service=suggestion.service) and not own and not by.has("junior")


def may_import(*, by: Asker, **_: object) -> bool:
    return by.kind == "staff" and by.has(*_KEEPERS)


def may_map(*, by: Asker, **_: object) -> bool:
    """What carries a neighbourhood is written down by who works in it, and by who answers for them."""
    return by.kind == "staff" and (by.practises or by.has("pimpinan"))


def may_take_off(*, by: Asker, asset: Asset, **_: object) -> bool:
    """Any colleague, at once: whoever takes their consent back waits for nobody."""
    return may_map(by=by) and asset.agency_id == by.agency_id
