"""How an HSDS service and its organisation are reached, and whom one asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rangkul.commons.directory.drafts import ContactDraft
from rangkul.commons.directory.importing import meanings, shapes, unheld
from rangkul.commons.directory.importing.lines import Line
from rangkul.commons.directory.importing.shapes import Given
from rangkul.commons.directory.states import Channel

_SPOKEN = ("", "voice", "cell", "mobile")


@dataclass(frozen=True)
class _Whom:
    """What whoever answers is called; `personal`: it is a person's own name."""

    name: str = ""
    personal: bool = False


def contacts(given: Given, found: Line) -> None:
    """A part that names the organisation and no service belongs to the whole of it. Each number or mailbox once."""
    body = shapes.one(given.get("organization"))
    whom = {shapes.text(one, "id", 80): _whom(one, found) for _shared, one in _named(given, body)}
    seen: set[tuple[str, str]] = set()
    for shared, draft in _all(given, body, whom, found):
        if (draft.channel, draft.value) not in seen:
            seen.add((draft.channel, draft.value))
            (found.shared if shared else found.service.contacts).append(draft)


def _named(given: Given, body: Given) -> Iterator[tuple[bool, Given]]:
    yield from ((_is_shared(one), one) for one in shapes.several(given, "contacts"))
    yield from ((True, one) for one in shapes.several(body, "contacts"))


def _all(given: Given, body: Given, whom: dict[str, _Whom], found: Line) -> Iterator[tuple[bool, ContactDraft]]:
    for shared, one in _named(given, body):
        who = whom[shapes.text(one, "id", 80)]
        yield from ((shared, draft) for row in shapes.several(one, "phones") for draft in _phone(row, who, found))
        yield from ((shared, draft) for draft in _mailbox(one, who))
    for row in shapes.several(given, "phones"):
        who = whom.get(shapes.text(row, "contact_id", 80), _Whom(shapes.text(row, "description", 120)))
        yield from ((_is_shared(row), draft) for draft in _phone(row, who, found))
    yield from ((False, draft) for draft in _mailbox(given, _Whom()))
    for row in shapes.several(body, "phones"):
        who = whom.get(shapes.text(row, "contact_id", 80), _Whom(shapes.text(row, "description", 120)))
        yield from ((True, draft) for draft in _phone(row, who, found))
    yield from ((True, draft) for draft in _mailbox(body, _Whom()))


def _is_shared(row: Given) -> bool:
    return bool(row.get("organization_id")) and not row.get("service_id")


def _whom(one: Given, found: Line) -> _Whom:
    """Whose desk it is. A person's name alone is a person's: workers see it, others once they agreed here too."""
    desk = shapes.text(one, "department", 120) or shapes.text(one, "title", 120)
    person = shapes.text(one, "name", 120)
    if desk:
        if person:
            found.note("contacts.name", unheld.not_kept(person))
        return _Whom(desk)
    if person:
        found.note(
            "contacts.name",
            _("“%(name)s” dicatat untuk petugas saja, sampai orangnya setuju ditampilkan kepada umum.")
            % {"name": person[:60]},
        )
    return _Whom(person, personal=bool(person))


def _draft(channel: str, value: str, who: _Whom, extension: str = "") -> ContactDraft:
    draft = meanings.contact(channel, value)
    draft.name, draft.extension = who.name, extension
    draft.personal, draft.public = who.personal, not who.personal
    return draft


def _phone(row: Given, who: _Whom, found: Line) -> Iterator[ContactDraft]:
    kind, number = shapes.text(row, "type", 20).lower(), shapes.text(row, "number", 40)
    if kind not in (*_SPOKEN, "text"):
        found.note("phones", _("Nomor jenis ini tidak disimpan: %(said)s.") % {"said": f"{kind} {number}"})
        return
    extension = shapes.words(row.get("extension")).removesuffix(".0")[:8]
    yield _draft(Channel.WHATSAPP if kind == "text" else Channel.PHONE, number, who, extension)


def _mailbox(row: Given, who: _Whom) -> Iterator[ContactDraft]:
    if email := shapes.text(row, "email", 120):
        yield _draft(Channel.EMAIL, email, who)
