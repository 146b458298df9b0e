"""Requests of a country as rows: who asked, what was weighed, what was decided."""

import json
from datetime import UTC, datetime
from functools import lru_cache

from rangkul.base import names
from rangkul.base.clock import zone
from rangkul.base.models import DataKey
from rangkul.entry.intake.actions.submit import blind_name
from rangkul.entry.intake.models import Contact, Decision, Request, RequestKey, Ruling
from rangkul.entry.intake.rules import levels, triage
from rangkul.entry.intake.texts import gist
from rangkul.entry.intake.tickets import ALPHABET, LENGTH
from rangkul.web.demo.bulk.offices import Keys
from rangkul.web.demo.bulk.sealing import Blind, Sealer, bytea
from rangkul.web.demo.bulk.sheets import NULL, Sheet, moment, text_of
from rangkul.web.demo.world.roads import DECLINED, NEW, Road

_HOUR = 3600.0


def ticket_of(number: int) -> str:
    """A ticket of its own for each request: its number in the alphabet of tickets, scattered."""
    # An odd multiplier that shares no factor with 26 visits every ticket once.
    scattered = (number * 40_503_001 + 7) % len(ALPHABET) ** LENGTH
    letters = []
    for _place in range(LENGTH):
        scattered, letter = divmod(scattered, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


_sounds = lru_cache(maxsize=50_000)(names.keys)


class RequestRows:
    def __init__(self, keys: Keys, sealer: Sealer, now: float):
        self.keys, self.sealer, self.now = keys, sealer, now
        self.phone = Blind("phone")
        self._blinded: dict[str, bytes] = {}
        self.data_keys = Sheet(DataKey, "id", "wrapped", "destroyed_at")
        self.requests = Sheet(
            Request, "id", "made_at", "key_id", "ticket", "agency_id", "unit_id", "owner_id", "person_id", "via",
            "received_at", "state", "level", "due_at", "escalate_at", "closed_at", "safe_now", "for_whom", "fields",
            "region_code", "place", "gist", "narrative",
        )  # fmt: skip
        self.contacts = Sheet(
            Contact, "id", "made_at", "key_id", "request_id", "name", "phone", "phone_blind", "phone_owner", "channels"
        )
        self.name_keys = Sheet(RequestKey, "id", "made_at", "request_id", "unit_id", "key")
        self.decisions = Sheet(
            Decision,
            "id",
            "made_at",
            "key_id",
            "request_id",
            "outcome",
            "before",
            "decline_reason",
            "text",
            "no_conflict",
            "by_id",
        )
        self.rulings = Sheet(Ruling, "id", "made_at", "request_id", "rule", "version", "decided")
        self.sheets = (
            self.data_keys, self.requests, self.contacts, self.name_keys, self.decisions, self.rulings,
        )  # fmt: skip

    def add(self, road: Road, person_id: str) -> str:
        """All rows of one request; returns its id."""
        at = road.began_at.timestamp()
        self._new_id = self.sealer.ids(at)
        request_id, key_id = self._new_id(), self._new_id()
        self.data_keys.add(key_id, self.sealer.new_key(key_id), NULL)
        self._request(road, request_id, key_id, person_id, at)
        self._contact(road, request_id, key_id, at)
        if road.standing == NEW:
            self._ruling(road, request_id, at)
        else:
            self._decision(road, request_id, key_id, at)
        return request_id

    def _request(self, road: Road, request_id: str, key_id: str, person_id: str, at: float) -> None:
        when, place = moment(at), road.household.village
        due = levels.due_at(road.story["level"], road.began_at, zone(place.code)).isoformat()
        is_new = road.standing == NEW
        state = "new" if is_new else "declined" if road.standing == DECLINED else "accepted"
        text, seal = road.asked["text"], self.sealer.seal
        self.requests.add(
            request_id, when, key_id, ticket_of(road.number), self.keys.agency_of[road.unit],
            self.keys.unit[road.unit], self.keys.staff[road.worker.key], NULL if is_new else person_id,
            road.asked["channel"], when, state, road.story["level"], due, due if is_new else NULL,
            NULL if is_new else moment(at + 5 * _HOUR), road.story["safe_now"], road.asked["for"],
            text_of(road.story["problems"]), place.code, f"{place.name}, {place.district}, {place.regency}",
            seal(f"intake_request.gist:{request_id}", gist(text)),
            seal(f"intake_request.narrative:{request_id}", text),
        )  # fmt: skip

    def _contact(self, road: Road, request_id: str, key_id: str, at: float) -> None:
        asker, row, when = road.asker, self._new_id(), moment(at)
        name, phone = (asker.full_name, asker.phone) if asker else ("", "")
        self.contacts.add(
            row, when, key_id, request_id, self.sealer.seal(f"intake_contact.name:{row}", name),
            self.sealer.seal(f"intake_contact.phone:{row}", phone), bytea(self.phone(phone)) if phone else NULL,
            "self" if phone else "unknown", "{whatsapp}" if phone else "{ticket}",
        )  # fmt: skip
        for sound in _sounds(name) if name else ():
            key = self._new_id()
            self.name_keys.add(key, when, request_id, self.keys.unit[road.unit], bytea(self._blind(sound)))

    def _blind(self, sound: str) -> bytes:
        found = self._blinded.get(sound)
        if found is None:
            found = self._blinded[sound] = blind_name(sound)
        return found

    def _decision(self, road: Road, request_id: str, key_id: str, at: float) -> None:
        row = self._new_id()
        declined = road.standing == DECLINED
        text = _DECLINED if declined else _ACCEPTED
        self.decisions.add(
            row, moment(at + 5 * _HOUR), key_id, request_id, "declined" if declined else "accepted", "new",
            "helped_elsewhere" if declined else "", self.sealer.seal(f"intake_decision.text:{row}", text),
            "t", self.keys.staff[road.worker.key],
        )  # fmt: skip

    def _ruling(self, road: Road, request_id: str, at: float) -> None:
        """What waits in a queue shows why; of the others only the decision is kept here."""
        decided = triage.decide(
            triage.facts(
                received_at=datetime.fromtimestamp(at, UTC),
                zone=zone(road.household.village.code).key,
                channel=road.asked["channel"],
                safe_now=road.story["safe_now"],
                for_whom=road.asked["for"],
                problem_fields=road.story["problems"],
                own_words=road.asked["text"],
                violence_hours=road.story["violence_hours"],
            )
        )
        row = self._new_id()
        self.rulings.add(row, moment(at), request_id, decided.rule, str(decided.version), _json(decided.to_json()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\\", "\\\\")


_ACCEPTED = "Kami menerima permintaan Anda. Seorang pekerja sosial akan menghubungi Anda dengan cara yang aman."
_DECLINED = "Anda sudah dibantu lembaga lain. Bila keadaan berubah, silakan hubungi kami lagi."
