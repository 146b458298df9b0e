"""Cases of a country as rows: the file, its team and rights, what was done and written on it."""

from datetime import timedelta

from rangkul.base.models import DataKey, Event
from rangkul.commons.trust.models import AccessGrant
from rangkul.journey.cases.models import (
    Activity,
    Case,
    CasePerson,
    CaseTicket,
    Contract,
    Decision,
    Note,
    StageStep,
    Task,
    TeamMember,
)
from rangkul.web.demo.bulk.offices import Keys
from rangkul.web.demo.bulk.sealing import Sealer
from rangkul.web.demo.bulk.sheets import NULL, Sheet, moment, text_of
from rangkul.web.demo.world.roads import CLOSED, STAGES, Road

_DAY = 86_400.0
# The world's words for how people met, in the words of the file.
CHANNELS = {"visit": "visit", "call": "call", "whatsapp": "chat", "walk_in": "office"}
METHODS = {"group": "groupwork", "community": "community"}
# Steps that lead to each stage.
_VERBS = {
    "assessment": "begin_assessment",
    "planning": "begin_planning",
    "intervention": "begin_intervention",
    "evaluation": "begin_evaluation",
    "termination": "begin_termination",
}


class CaseRows:
    def __init__(self, keys: Keys, sealer: Sealer, now: float):
        self.keys, self.sealer, self.now = keys, sealer, now
        self.data_keys = Sheet(DataKey, "id", "wrapped", "destroyed_at")
        self.cases = Sheet(
            Case, "id", "made_at", "key_id", "number", "agency_id", "unit_id", "worker_id", "client_kind", "person_id",
            "request_id", "concern", "region_code", "stage", "stage_since", "state", "level", "opened_at", "closed_at",
            "next_due_at", "last_contact_at",
        )  # fmt: skip
        self.people = Sheet(CasePerson, "id", "made_at", "case_id", "person_id", "role")
        self.tickets = Sheet(CaseTicket, "id", "made_at", "case_id", "request_id", "way", "holder")
        self.team = Sheet(TeamMember, "id", "made_at", "case_id", "staff_id", "role", "since", "until")
        self.grants = Sheet(
            AccessGrant, "id", "made_at", "subject_kind", "subject_id", "grantee_kind", "grantee_id", "basis",
            "valid_from", "valid_to", *_if_there(AccessGrant, "agency_id"),
        )  # fmt: skip
        self.steps = Sheet(
            StageStep, "id", "made_at", "case_id", "key_id", "verb", "from_stage", "to_stage", "at", "by_id"
        )
        self.contracts = Sheet(
            Contract, "id", "made_at", "case_id", "key_id", "version", "state", "purpose", "written_by_id", "mode",
            "witness", "agreed_at", "agreed_before_id",
        )  # fmt: skip
        self.activities = Sheet(
            Activity, "id", "made_at", "case_id", "key_id", "by_id", "at", "method", "level", "channel", "minutes",
            "result", "next_step",
        )  # fmt: skip
        self.notes = Sheet(Note, "id", "made_at", "case_id", "key_id", "by_id", "at", "text")
        self.tasks = Sheet(
            Task, "id", "made_at", "case_id", "key_id", "title", "owner_kind", "owner_id", "due", "state", "made_by_id",
            "ended_at",
        )  # fmt: skip
        self.decisions = Sheet(Decision, "id", "made_at", "case_id", "key_id", "kind", "at", "by_id", "text")
        self.events = Sheet(
            Event, "at", "name", "by_kind", "by_id", "agency_id", "unit_id", "subject_kind", "subject_id"
        )
        self.sheets = (
            self.data_keys, self.cases, self.people, self.tickets, self.team, self.grants, self.steps, self.contracts,
            self.activities, self.notes, self.tasks, self.decisions, self.events,
        )  # fmt: skip

    def add(self, road: Road, person_id: str, request_id: str) -> None:
        _File(self, road, person_id, request_id).write()


def _if_there(model, *columns: str) -> tuple[str, ...]:
    there = {field.column for field in model._meta.concrete_fields}
    return tuple(column for column in columns if column in there)


class _File:
    """The rows of one case, with what they all need at hand."""

    def __init__(self, rows: CaseRows, road: Road, person_id: str, request_id: str):
        self.rows, self.road, self.seal = rows, road, rows.sealer.seal
        self.person_id, self.request_id = person_id, request_id
        self.opened = road.began_at.timestamp() + 0.2 * _DAY
        self.closed = road.standing == CLOSED
        self.ended = min(self.opened + 110 * _DAY, rows.now - _DAY)
        self.new_id = rows.sealer.ids(self.opened)
        self.case_id, self.key_id = self.new_id(), self.new_id()
        self.agency, self.unit = rows.keys.agency_of[road.unit], rows.keys.unit[road.unit]
        self.worker = rows.keys.staff[road.worker.key]

    def write(self) -> None:
        rows = self.rows
        rows.data_keys.add(self.key_id, rows.sealer.new_key(self.key_id), NULL)
        self._case()
        self._rights()
        self._steps()
        self._contract()
        self._practice()
        self._tasks()
        self._decided()
        self._events()

    def _case(self) -> None:
        road, opened = self.road, moment(self.opened)
        stage = "termination" if self.closed else road.standing
        since = self.ended if self.closed else self._reached_at(STAGES.index(stage))
        due = self.rows.now + (road.number % 40 - 6) * 0.5 * _DAY
        self.rows.cases.add(
            self.case_id, opened, self.key_id, f"K{road.began_at:%y}-{road.number:06d}", self.agency, self.unit,
            self.worker, "person", self.person_id, self.request_id,
            self.seal(f"cases_case.concern:{self.case_id}", road.asked["text"][:500]), road.household.village.code,
            stage, moment(since), "closed" if self.closed else "open",
            "hijau" if self.closed else road.story["level"], opened, moment(self.ended) if self.closed else NULL,
            NULL if self.closed else moment(due), moment(self._last_contact()),
        )  # fmt: skip

    def _reached_at(self, stage: int) -> float:
        """When the case came to a stage of the path, by its place."""
        return min(self.opened + (0, 4, 14, 26, 95, 120)[min(stage, 5)] * _DAY, self.rows.now - 0.1 * _DAY)

    def _last_contact(self) -> float:
        return self.ended if self.closed else self.rows.now - (1 + self.road.number % 9) * _DAY

    def _rights(self) -> None:
        opened, until = moment(self.opened), moment(self.ended) if self.closed else NULL
        self.rows.people.add(self.new_id(), opened, self.case_id, self.person_id, "client")
        self.rows.tickets.add(self.new_id(), opened, self.case_id, self.request_id, "opened", "client")
        self.rows.team.add(self.new_id(), opened, self.case_id, self.worker, "worker", opened, until)
        grants = (("staff", self.worker, "team", until), ("ticket", self.request_id, "client", NULL))
        for kind, grantee, basis, end in grants:
            self.rows.grants.add(
                self.new_id(), opened, "case", self.case_id, kind, grantee, basis, opened, end,
                *((self.agency,) if "agency_id" in self.rows.grants.columns else ()),
            )  # fmt: skip

    def _steps(self) -> None:
        last = 5 if self.closed else STAGES.index(self.road.standing)
        for place in range(last + 1):
            at = self._reached_at(place)
            verb, before = ("open", "") if place == 0 else (_VERBS[STAGES[place]], STAGES[place - 1])
            self.rows.steps.add(
                self.new_id(), moment(at), self.case_id, self.key_id, verb, before, STAGES[place],
                moment(at), self.worker,
            )  # fmt: skip

    def _contract(self) -> None:
        if not self.road.reached("assessment"):
            return
        at = self._reached_at(1) - 0.5 * _DAY
        row = self.new_id()
        self.rows.contracts.add(
            row, moment(at), self.case_id, self.key_id, "1", "agreed",
            self.seal(f"cases_contract.purpose:{row}", self.road.said(self.road.story["contract"]["purpose"])),
            self.worker, "spoken", self.seal(f"cases_contract.witness:{row}", self.road.supervisor.full_name),
            moment(at), self.worker,
        )  # fmt: skip

    def _practice(self) -> None:
        road = self.road
        if road.reached("assessment"):
            self._note(road.said(road.story["presenting"]), 0, self._reached_at(1) + 0.2 * _DAY)
        if not road.reached("intervention"):
            return
        start, end = self._reached_at(3), self._last_contact()
        done = road.story["activities"][:2]
        for place, activity in enumerate(done):
            at = start + (end - start) * place / len(done)
            row = self.new_id()
            self.rows.activities.add(
                row, moment(at), self.case_id, self.key_id, self.worker, moment(at),
                METHODS.get(activity["method"], "casework"), activity["level"], CHANNELS[activity["channel"]],
                str(activity["minutes"]), self.seal(f"cases_activity.result:{row}", road.said(activity["text"])),
                self.seal(f"cases_activity.next_step:{row}", road.said(activity["next"])),
            )  # fmt: skip
        self._note(road.said(road.story["notes"][0]), 1, end - 0.3 * _DAY)

    def _note(self, text: str, place: int, at: float) -> None:
        row = self.new_id()
        sealed = self.seal(f"cases_note.text:{row}", text)
        self.rows.notes.add(row, moment(at), self.case_id, self.key_id, self.worker, moment(at), sealed)

    def _tasks(self) -> None:
        if not self.road.reached("planning"):
            return
        at = self._reached_at(2)
        for place, task in enumerate(self.road.story["tasks"][:2]):
            row, mine = self.new_id(), task["owner"] == "worker"
            done = self.closed or place == 0
            due = self.road.began_at.date() + timedelta(days=task["days"] + 14)
            if not done:
                due = self.road.began_at.date() + timedelta(days=140)
            self.rows.tasks.add(
                row, moment(at), self.case_id, self.key_id,
                self.seal(f"cases_task.title:{row}", self.road.said(task["text"])),
                "staff" if mine else "client", self.worker if mine else NULL, text_of(due),
                "done" if done else "open", self.worker, moment(at + _DAY) if done else NULL,
            )  # fmt: skip

    def _decided(self) -> None:
        row = self.new_id()
        text = f"Kasus Anda dibuka. {self.road.worker.called_name} mendampingi Anda."
        self.rows.decisions.add(
            row, moment(self.opened), self.case_id, self.key_id, "opened", moment(self.opened), self.worker,
            self.seal(f"cases_decision.text:{row}", text),
        )  # fmt: skip

    def _events(self) -> None:
        log = [("request.accepted", "request", self.request_id, self.opened)]
        log.append(("case.opened", "case", self.case_id, self.opened))
        if self.closed:
            log.append(("case.closed", "case", self.case_id, self.ended))
        for name, kind, subject, at in log:
            self.rows.events.add(moment(at), name, "staff", self.worker, self.agency, self.unit, kind, subject)
