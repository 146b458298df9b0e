"""What later packages tell the case: they fill these lists in their AppConfig.ready().

hooks.criteria.append(fn)         fn(case) -> [Missing]: what a stage still needs before it is entered or left
hooks.closing_checks.append(fn)   fn(case) -> [Missing]: what must not stand open when the case ends
hooks.tabs.append(Tab(...))       a page of yours beside the timeline
hooks.goal_choices.append(fn)     fn(case) -> [(goal id, words)]: what an activity or a task can serve
hooks.presenters["goal.set"] = Presenter(...)   how an event whose subject is the case reads on the timeline
hooks.closing_words.append(fn)    fn(case) -> [(what was wanted, how far it came)]: beside the form that ends the case
hooks.plan_checks.append(fn)      fn(case ids) -> set of those that have a plan (quality flag A31)
hooks.late_kinds["visit"] = LateKind(...)   what else can stand open after its time, and climbs until a person takes it
hooks.children_called.append(fn)  fn(case) -> [what a child in the matter is called]: others are not told who it is
hooks.programme_checks["conference"].append(fn)   fn(case) -> whether this is done that a programme's template wants
hooks.known_facts.append(fn)      fn(case) -> {name: fact}, as the list of services asks for them, that was heard
hooks.known_partners.append(fn)   fn(case) -> [Offer]: organisations of the record that may take part in the help
hooks.violence.append(fn)         fn(case) -> [what tells of violence, in a few words]: both sides are kept apart then
hooks.to_read["document"] = fn    fn(signature) -> the address of what a supervisor is asked to sign; else the case
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.base.ready import ready
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.models import Case, Signature


@dataclass(frozen=True)
class Missing:
    """One thing that a stage needs. `when` is "entry" or "exit"; `sentence` says it to the worker, `url` leads there.

    `firm` cannot be passed over by anybody; the rest a supervisor may pass over with a reason, because judgement
    stands above the form (A62).
    """

    stage: str
    when: str
    code: str
    sentence: str
    url: str = ""
    firm: bool = False


@dataclass(frozen=True)
class Tab:
    """A page about a case. `url_name` is reversed with the id of the case; `count(case)` may say how many.

    `road`: it is walked every week and always in sight; what is not lies behind one word until somebody is there.
    `unnamed`: the title of the window does not say what is looked at, because others may read it.
    """

    label: Any
    url_name: str
    icon: str = ""
    count: Callable[[Case], int] | None = None
    road: bool = False
    unnamed: bool = False


@dataclass(frozen=True)
class Entry:
    """One event as the timeline shows it, in plain words."""

    title: str
    icon: str = "notes"
    kind: str = ""
    text: str = ""
    tags: Sequence[str] = ()
    url: str = ""
    at: Any = None
    corrections: Sequence[Mapping[str, Any]] = ()
    # Where a correction of this entry is written; empty where nothing can be corrected.
    correct_url: str = ""


Load = Callable[[Collection[UUID]], Mapping[UUID, Any]]


@cache
def by_id(model: type[Model], *related: str, without: tuple[str, ...] = ()) -> Load:
    """Rows by id in one statement, `related` joined: what `Presenter.load` wants. The same asked for twice is the same
    loader, so that a page fetches the rows of several kinds of events together."""

    @ready
    def rows(ids: list[UUID]) -> QuerySet[Any]:
        return model._default_manager.filter(pk__among=ids).select_related(*related).defer(*without)

    return lambda ids: {row.pk: row for row in rows(list(ids))}


@dataclass(frozen=True)
class Presenter:
    """`load` fetches in one query the rows of all events of this kind on a page: ids from the payload's `load_key`
    to rows by id. `show(event, row)` makes the entry; it returns None to leave the event out."""

    show: Callable[[Event, Any], Entry | None]
    load: Load | None = None
    load_key: str = "id"


@dataclass(frozen=True)
class Matter:
    """One thing that is late, known by both: `kind` is one of `MatterKind` or of `late_kinds`, `id` as in
    `Escalation.matter`. What belongs to no case has an `owner_id`: who answers for it, and above whom it climbs."""

    kind: str
    case_id: UUID | None
    id: UUID
    due_at: datetime
    owner_id: UUID | None = None


@dataclass(frozen=True)
class LateKind:
    """`label` says what is late, `verb` what is done about it; `url_name`, reversed with the id of the case (with
    nothing where there is none), leads there. It climbs at the pace of `level`.

    A day is kept by `actions.remind`, and nothing else is needed. What is no day brings both of these: `find(now,
    untold)` yields what somebody above is to be told of (`untold(rows, due)` leaves out of a queryset what they were
    told of already; `due` names its moment where that can move), and `stands(matter)` says whether it is late still.
    """

    label: Any
    verb: Any
    url_name: str
    level: str = Level.KUNING
    find: Callable[[datetime, Callable[..., Any]], Iterable[Matter]] | None = None
    stands: Callable[[Matter], bool] | None = None


@dataclass(frozen=True)
class Offer:
    """Somebody who may take part in the help and is known already: `source` says in which list, `id` is theirs there.
    A private person is offered by the case alone, so that no name is kept twice."""

    source: str
    id: UUID
    name: str
    sector: str = ""
    part: str = ""


criteria: list[Callable[[Case], Iterable[Missing]]] = []
closing_checks: list[Callable[[Case], Iterable[Missing]]] = []
closing_words: list[Callable[[Case], Iterable[tuple[str, str]]]] = []
tabs: list[Tab] = []
goal_choices: list[Callable[[Case], Iterable[tuple[UUID, str]]]] = []
presenters: dict[str, Presenter] = {}
children_called: list[Callable[[Case], Iterable[str]]] = []
plan_checks: list[Callable[[Collection[UUID]], set[UUID]]] = []
late_kinds: dict[str, LateKind] = {}
programme_checks: defaultdict[str, list[Callable[[Case], bool]]] = defaultdict(list)
known_facts: list[Callable[[Case], Mapping[str, Any]]] = []
known_partners: list[Callable[[Case], Iterable[Offer]]] = []
violence: list[Callable[[Case], Iterable[str]]] = []
to_read: dict[str, Callable[[Signature], str]] = {}


def facts_of(case: Case) -> dict[str, Any]:
    """What later packages know of whom the case is about, each fact with its day where it can grow old."""
    return {name: value for tell in known_facts for name, value in tell(case).items()}


def where_to_read(signature: Signature) -> str:
    found = to_read.get(signature.subject_kind)
    return found(signature) if found else reverse("cases:case", args=[signature.case_id])


def on_page(url_name: str) -> Callable[[Signature], str]:
    """For `to_read`: what is signed stands on this page of the case."""
    return lambda signature: reverse(url_name, args=[signature.case_id])
