"""Between an entry, the form that shows most of it, and the draft that a verb takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base import opening
from rangkul.commons.directory.drafts import (
    ContactDraft,
    HoursDraft,
    PaperDraft,
    PlaceDraft,
    RuleDraft,
    ServiceDraft,
)
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.redrafting import draft_of, moved
from rangkul.commons.directory.states import Channel, Dtsen, Paper, Rule, Season

_ON_FORM = {
    "name", "alternate_name", "description", "status", "helps", "categories", "atensi", "ways", "application_process",
    "cost", "amount", "fees_description", "wait_time", "languages", "url", "public",
}  # fmt: skip
_CONTACTS = {"phone": Channel.PHONE, "whatsapp": Channel.WHATSAPP, "email": Channel.EMAIL}


def initial(entry: Entry) -> dict[str, Any]:
    """What the form shows of it."""
    draft = draft_of(entry)
    organization = entry.service.organization
    place = draft.places[0] if draft.places else PlaceDraft()
    age, sex, other = (
        next((r for r in draft.rules if _firm(r, rule)), None) for rule in (Rule.AGE, Rule.SEX, Rule.OTHER)
    )
    paper = next((p for p in draft.papers if p.paper == Paper.OTHER), None)
    first = {name: next((c for c in draft.contacts if _shown(c, channel)), None) for name, channel in _CONTACTS.items()}
    return {name: getattr(draft, name) for name in _ON_FORM} | {
        "organization": organization.name,
        "legal_status": organization.legal_status,
        "psks": organization.psks,
        "consented_on": organization.consented_on,
        "place": entry.regions.get(place.region_code, ""),
        "region_code": place.region_code,
        "address": place.address,
        "directions": place.directions,
        "accessibility": place.accessibility,
        "secret": not place.public,
        "further": "\n".join(_line_of(one, entry) for one in draft.places[1:]),
        "areas": "\n".join(f"{code} {entry.regions.get(code, '')}" if code else "Indonesia" for code in draft.areas),
        "hours": _typed(draft, Season.USUAL),
        "ramadan": _typed(draft, Season.RAMADAN),
        "age_from": age and age.age_from,
        "age_to": age and age.age_to,
        "sex": sex.sex if sex else "",
        "dtsen": any(_dtsen(r) for r in draft.rules),
        "other": other.text if other else "",
        "papers": [p.paper for p in draft.papers if p.paper != Paper.OTHER and p.needed],
        "welcome": [p.paper for p in draft.papers if p.paper != Paper.OTHER and not p.needed],
        "other_paper": paper.document if paper else "",
        "other_welcome": paper is not None and not paper.needed,
        "contact_name": next((c.name for c in first.values() if c), ""),
        **{name: contact.value if contact else "" for name, contact in first.items()},
        "receives": any(c.receives_referrals for c in first.values() if c),
    }


def _firm(rule: RuleDraft, kind: str) -> bool:
    return rule.rule == kind and not rule.preferred


def _dtsen(rule: RuleDraft) -> bool:
    """The one condition of DTSEN that a box can show."""
    return rule.rule == Rule.DTSEN and rule.preferred and rule.codes == [Dtsen.REGISTERED]


def _shown(contact: ContactDraft, channel: str) -> bool:
    return contact.channel == channel and not contact.personal


def _usual(row: HoursDraft, season: str) -> bool:
    return row.season == season and row.at is None and row.valid_from is None and row.valid_to is None


def _typed(draft: ServiceDraft, season: str) -> str:
    row = next((row for row in draft.hours if _usual(row, season)), None)
    if row is None:
        return ""
    try:
        return "; ".join(opening.in_words(opening.parse(row.opening_hours)))
    except opening.HoursError:
        return row.opening_hours


def filled(words: dict[str, Any], before: ServiceDraft | None = None) -> ServiceDraft:
    """What the form says, over what stood there and the form does not show."""
    before = before or ServiceDraft(name="")
    places = _places(words, before)
    return replace(
        before,
        **{name: words[name] for name in _ON_FORM},
        areas=words["areas"],
        places=places,
        hours=moved(_hours(words, before), before.places, places),
        rules=_rules(words, before),
        papers=_papers(words, before),
        contacts=_contacts(words, before),
    )


def _line_of(place: PlaceDraft, entry: Entry) -> str:
    parts = [place.address, f"{place.region_code} {entry.regions.get(place.region_code, '')}".strip()]
    return "; ".join([*filter(None, parts), *([] if place.public else [_("rahasia")])])


def _further(words: dict[str, Any], before: ServiceDraft) -> list[PlaceDraft]:
    """Each line, with what its place says beyond it where it stood there before."""
    stood = {(one.address, one.region_code): one for one in before.places[1:]}
    return [
        replace(found, public=one.public) if (found := stood.get((one.address, one.region_code))) else one
        for one in words["further"]
    ]


def _places(words: dict[str, Any], before: ServiceDraft) -> list[PlaceDraft]:
    further = _further(words, before)
    if not (words["address"] or words["region_code"]):
        return further
    stood = before.places[0] if before.places else PlaceDraft()
    first = replace(
        stood.moved_to(words["region_code"], words["address"]),
        directions=words["directions"],
        accessibility=words["accessibility"],
        public=not words["secret"],
    )
    return [first, *further]


def _hours(words: dict[str, Any], before: ServiceDraft) -> list[HoursDraft]:
    said = {Season.USUAL: words["hours"], Season.RAMADAN: words["ramadan"]}
    kept = [row for row in before.hours if not any(_usual(row, season) for season in said)]
    notes = {row.season: row.notes for row in before.hours if row not in kept}
    stood = {row.season: row.opening_hours for row in before.hours if row not in kept}
    new = [
        HoursDraft(_unchanged(text, stood.get(season, "")), season=season, notes=notes.get(season, ""))
        for season, text in said.items()
        if text
    ]
    return [*new, *kept]


def _unchanged(typed: str, stood: str) -> str:
    """The notation that stood there where the same hours were typed in other words: the history shows no change."""
    before = opening.known(stood) if stood else None
    after = opening.known(typed)
    return stood if before and after and before.same_as(after) else typed


def _rules(words: dict[str, Any], before: ServiceDraft) -> list[RuleDraft]:
    """The first firm age, sex and other condition, and DTSEN as a preference; whatever else stands there stays, with
    the words beside it."""
    first = {kind: next((r for r in before.rules if _firm(r, kind)), None) for kind in (Rule.AGE, Rule.SEX, Rule.OTHER)}
    dtsen = next((r for r in before.rules if _dtsen(r)), None)
    shown = [one for one in (*first.values(), dtsen) if one]
    new = []
    if words["age_from"] is not None or words["age_to"] is not None:
        age = first[Rule.AGE] or RuleDraft(Rule.AGE)
        new.append(replace(age, age_from=words["age_from"], age_to=words["age_to"]))
    if words["sex"]:
        new.append(replace(first[Rule.SEX] or RuleDraft(Rule.SEX), sex=words["sex"]))
    if words["dtsen"]:
        new.append(dtsen or RuleDraft(Rule.DTSEN, codes=[Dtsen.REGISTERED], preferred=True))
    if words["other"]:
        new.append(replace(first[Rule.OTHER] or RuleDraft(Rule.OTHER), text=words["other"]))
    return [*new, *(r for r in before.rules if not any(r is one for one in shown))]


def _papers(words: dict[str, Any], before: ServiceDraft) -> list[PaperDraft]:
    known = {row.paper: row for row in before.papers if row.paper != Paper.OTHER}
    found = [
        replace(known.get(code, PaperDraft(code)), needed=needed)
        for name, needed in (("papers", True), ("welcome", False))
        for code in words[name]
    ]
    others = [row for row in before.papers if row.paper == Paper.OTHER]
    if words["other_paper"]:
        first = others[0] if others else PaperDraft(Paper.OTHER)
        first = replace(first, document=words["other_paper"], needed=not words["other_welcome"])
        return [*found, first, *others[1:]]
    return [*found, *others[1:]]


def _contacts(words: dict[str, Any], before: ServiceDraft) -> list[ContactDraft]:
    found, kept = [], list(before.contacts)
    for name, channel in _CONTACTS.items():
        old = next((c for c in kept if _shown(c, channel)), None)
        if old is not None:
            kept.remove(old)
        if words[name]:
            new = replace(old, value=words[name]) if old else ContactDraft(channel, words[name])
            found.append(replace(new, name=words["contact_name"], receives_referrals=words["receives"]))
    return [*found, *kept]
