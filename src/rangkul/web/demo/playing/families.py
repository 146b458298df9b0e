"""Registering a household: its people, who belongs to whom, how they may be reached."""

from datetime import datetime, time, timedelta

from rangkul.base.asking import Asker
from rangkul.commons.people import actions
from rangkul.commons.people.drafts import AddressDraft, NameDraft, PersonDraft, PhoneDraft
from rangkul.commons.people.models import Household as HouseholdRow
from rangkul.commons.people.models import Person as PersonRow
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world.kin import kinship
from rangkul.web.demo.world.people import Household, Person
from rangkul.web.demo.world.roads import NEW, Road

# People whose request still waits were helped before, so that a worker finds them known already.
_EARLIER = timedelta(days=240)


def register(office: Office, road: Road) -> tuple[list[PersonRow], HouseholdRow]:
    """Persons in the order of the household, by the worker who first heard them."""
    household = road.household
    moment = _registered_at(office, road)
    with office.at(moment, road.worker.key) as by:
        rows = [actions.register(by=by, draft=_draft(household, one)) for one in household.members]
        home = actions.make_household(by=by, name=household.name, region_code=household.village.code, head=rows[0])
        for row in rows[1:]:
            actions.add_member(by=by, household=home, person=row)
        for one, other, relation in kinship(household):
            kind = "married" if relation == "spouse" else ""
            actions.add_kinship(by=by, person=rows[one], relative=rows[other], relation=relation, kind=kind)
        _safe_contact(by, road, rows)
    return rows, home


def _registered_at(office: Office, road: Road) -> datetime:
    began = road.began_at - _EARLIER if road.standing == NEW else road.began_at + timedelta(minutes=50)
    return office.working(began, road.household.village.code)


def _draft(household: Household, person: Person) -> PersonDraft:
    homeless = household.no_fixed_address
    address = AddressDraft(
        region_code=household.village.code,
        line="" if homeless else household.street,
        rt=household.rt,
        rw=household.rw,
        postal_code=household.village.postal,
        no_fixed_address=homeless,
        landmark="Bangku depan stasiun, pukul 09.00" if homeless else "",
    )
    phones = (PhoneDraft(person.phone, person.phone_owner, whatsapp=person.whatsapp),) if person.phone else ()
    return PersonDraft(
        full_name=person.full_name,
        called_name=person.called_name,
        sex=person.sex,
        birth_date=person.birth_date,
        birth_precision=person.birth_precision,
        birth_place=person.birth_place,
        nik=person.nik,
        kk=household.kk,
        region_code=household.village.code,
        other_names=tuple(NameDraft(other, "document") for other in person.other_names),
        phones=phones,
        addresses=(address,),
    )


def _safe_contact(by: Asker, road: Road, rows: list[PersonRow]) -> None:
    client = rows[road.household.members.index(road.client)]
    asked = road.story.get("safe")
    if asked is None:
        actions.set_safe_contact(
            by=by, person=client, channels=["call", "whatsapp", "visit"], never_leave_message=False
        )
        return
    actions.set_safe_contact(
        by=by,
        person=client,
        channels=asked["channels"],
        days=asked["days"],
        from_time=time.fromisoformat(asked["from"]),
        to_time=time.fromisoformat(asked["to"]),
        code_word=asked["word"],
        note=road.said(asked["note"]),
    )
