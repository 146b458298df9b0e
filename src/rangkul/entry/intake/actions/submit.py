"""Handing in a request: the one verb behind the wizard, the staff page and the partner's door."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rangkul.base import crypto, names
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.base.models import DataKey
from rangkul.base.rules import Decision as Ruled
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import policy, rights, weighing
from rangkul.entry.intake.actions import telling
from rangkul.entry.intake.handed_in import HandedIn
from rangkul.entry.intake.models import Contact, Request, RequestKey, Ruling
from rangkul.entry.intake.queries.search import blind_name
from rangkul.entry.intake.texts import gist
from rangkul.entry.intake.tickets import new_ticket


@action("request.submitted", may=policy.may_submit)
def submit(*, by: Asker, given: HandedIn, request_id: UUID | None = None) -> Done:
    """Keep the request, weigh it, give it an owner and a clock; returns the Request with its ticket.

    `request_id` fixes the key, so that a draft knows its request beforehand. Raises Refused when no unit can own it.
    """
    received_at = given.received_at or now()
    triage = weighing.level_of(given, received_at)
    routing = _routed(by, given, triage.value["level"])
    unit, owner = _unit_and_owner(routing)
    due = datetime.fromisoformat(triage.value["due"])
    request = Request(
        key=DataKey.make(),
        agency_id=unit.agency_id,
        unit=unit,
        owner=owner,
        against_id=given.against_id,
        via=given.via,
        entered_by_id=by.staff_id,
        received_at=received_at,
        level=triage.value["level"],
        due_at=due,
        escalate_at=due,
        safe_now=given.safe_now,
        for_whom=given.for_whom,
        fields=list(given.fields),
        ages=list(given.ages),
        violence_hours=given.violence_hours,
        region_code=given.region_code,
        place=wilayah.path(given.region_code) if given.region_code else "",
        wants_sex=given.wants_sex,
        language=given.language,
    )
    if request_id:
        request.id = request_id
    # The seal is bound to the row's id, so texts come after it.
    request.narrative, request.gist = given.narrative, gist(given.narrative)
    insert(request)
    _keep_contact(request, given)
    Ruling.objects.bulk_create([_ruling(request, triage), _ruling(request, routing)])
    _keep_consents(request, by, given)
    if owner.unit_id != unit.pk or not owner.practises:
        rights.let_in(request, owner.pk, Basis.OWNER, _("Penanggung jawab permintaan"))
    telling.at_once(request, by)
    return Done(
        request,
        payload={"level": request.level, "owner": str(owner.pk), "via": request.via} | _partner(given),
        agency_id=unit.agency_id,
        unit_id=unit.pk,
    )


def _partner(given: HandedIn) -> dict[str, str]:
    return {"partner": str(given.partner_id)} if given.partner_id else {}


def _routed(by: Asker, given: HandedIn, level: str) -> Ruled:
    try:
        return weighing.owner_of(given, level, by.agency_id or given.agency_id)
    except ValueError as nobody:
        raise Refused(
            _("Belum ada petugas yang bisa menerima permintaan di sini. Hubungi nomor bantuan di bawah."), code="nobody"
        ) from nobody


def _unit_and_owner(routing: Ruled) -> tuple[Unit, Staff]:
    with acting(job("intake.routing")):
        owner = Staff.objects.get(pk=routing.value["owner_id"])
        return Unit.objects.get(pk=routing.value["unit_id"]), owner


def insert(request: Request) -> None:
    """A ticket that exists already is drawn again; at 26^8 that is a matter of form."""
    for _attempt in range(5):
        request.ticket = new_ticket()
        try:
            with transaction.atomic():
                request.save(force_insert=True)
        except IntegrityError as clash:
            if "ticket" not in str(clash):
                raise
        else:
            return
    raise RuntimeError("five new tickets in a row were taken")


def _keep_contact(request: Request, given: HandedIn) -> None:
    asked, ways = given.asked, given.ways
    contact = Contact(
        key=request.key,
        request=request,
        sex=asked.sex,
        phone_owner=ways.phone_owner,
        phone_blind=crypto.blind("phone", ways.phone) if ways.phone else None,
        channels=list(ways.channels),
        days=list(ways.days),
        from_time=ways.from_time,
        to_time=ways.to_time,
        never_leave_message=ways.never_leave_message,
    )
    contact.name, contact.called_name, contact.about_name = asked.name, asked.called_name, asked.about_name
    contact.relation, contact.place_words = asked.relation, given.place_words
    contact.phone, contact.email, contact.code_word, contact.note = ways.phone, ways.email, ways.code_word, ways.note
    contact.save(force_insert=True)
    keep_keys(request, asked.name, asked.called_name, asked.about_name)


def keep_keys(request: Request, *given_names: str) -> None:
    """What finds the request by a name in any spelling, without keeping the name."""
    sounds = {key for name in given_names if name for key in names.keys(name)}
    RequestKey.objects.bulk_create(
        [RequestKey(request=request, unit_id=request.unit_id, key=blind_name(sound)) for sound in sorted(sounds)]
    )


def _ruling(request: Request, ruled: Ruled) -> Ruling:
    return Ruling(request=request, rule=ruled.rule, version=ruled.version, decided=ruled.to_json())


def _keep_consents(request: Request, by: Asker, given: HandedIn) -> None:
    agreed = given.agreed
    for purpose, answer in agreed.answers.items():
        trust.record_consent(
            by=by,
            subject=("request", request.pk),
            purpose=purpose,
            given=answer,
            mode=agreed.mode,
            text_version=agreed.text_version,
            language=agreed.language,
            witness=agreed.witness,
            agency_id=request.agency_id,
        )
