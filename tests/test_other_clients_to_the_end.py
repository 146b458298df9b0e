"""A household and a community walk from the first page to the ended case, by the forms that a worker sees."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from rangkul.base.days import today
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Household, HouseholdMember, Person
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage

STAGES = [Stage.ENGAGEMENT, Stage.ASSESSMENT, Stage.PLANNING, Stage.INTERVENTION, Stage.EVALUATION]
LEVELS = ("far_above", "above", "expected", "below", "far_below")


@dataclass
class Desk:
    """A worker's browser without scripts: what a form does not offer is not sent."""

    browser: Client
    at: str = ""
    page: Any = None

    def open(self, address: str) -> str:
        answer = self.browser.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        self.at, self.page = address, html.fromstring(answer.content.decode())
        return self.page.text_content()

    def form(self, mark: str) -> Any:
        """The one whose address ends with `mark`, else the one that has a field of that name."""
        found = [one for one in self.page.forms if (one.action or "").endswith(mark) or mark in one.inputs]
        assert found, (self.at, mark)
        return found[0]

    def send(self, mark: str, **words: Any) -> str:
        form = self.form(mark)
        typed: dict[str, Any] = {}
        for name, value in form.form_values():
            typed.setdefault(name, []).append(value)
        for name, value in words.items():
            assert name in form.inputs, (self.at, mark, name, sorted(form.inputs.keys()))
            typed[name] = value
        answer = self.browser.post(form.action or self.at, typed)
        assert answer.status_code == 302, (self.at, mark, _errors(answer))
        return answer.url

    def first_of(self, mark: str, name: str) -> str:
        return next(value for value in self.form(mark).inputs[name].value_options if value)


def _errors(answer: Any) -> str:
    found = html.fromstring(answer.content.decode()).xpath(
        "//*[@data-rangkul-errors or contains(@class, 'invalid-feedback')]"
    )
    return " ".join(one.text_content().strip() for one in found) or str(answer.status_code)


class Walk:
    """One case from page to page. `client` is what the client is called on every page."""

    def __init__(self, desk: Desk, case: Case, client: str):
        self.desk, self.case, self.client = desk, case, client

    def page(self, name: str, *more: Any) -> str:
        return self.desk.open(reverse(name, args=[self.case.pk, *more]))

    def missing(self) -> list[str]:
        """What the page of stages says is missing. Each leads to a page that is there, and names nobody else."""
        self.page("cases:stage")
        rows = self.desk.page.xpath("//*[contains(@class, 'stage-missing')]//li")
        links = [row.xpath(".//a")[0].get("href") for row in rows]
        said = [row.text_content().strip() for row in rows]
        for link in links:
            assert self.client in self.desk.open(link.split("#")[0])
        return said

    def advance(self, to: Stage) -> None:
        assert self.missing() == []
        self.page("cases:stage")
        steps = [one.action for one in self.desk.page.forms if "/tahap/" in (one.action or "")]
        self.desk.send(steps[0])
        assert str(to.label) in self.page("cases:stage")

    def agree_contract(self, signer: str) -> None:
        self.page("cases:contract")
        self.desk.send("/kontrak/rancangan/")
        self.page("cases:contract")
        self.desk.send("/kontrak/setuju/", mode="spoken", signed_name=signer, witness="Bu RT Nani")

    def assess(self) -> None:
        self.page("assessment:workspace")
        self.desk.send("/masalah/", words="Kami kehabisan air bersih tiap kemarau.", source="client")
        for domain in ("bio", "psiko", "sosial"):
            self.desk.open(reverse("assessment:facts", args=[self.case.pk]) + f"?isi={domain}")
            self.desk.send(f"/{domain}/catat/", text=f"Yang diketahui tentang {domain} mereka.")
        for view in ("client", "worker"):
            here = reverse("assessment:functioning", args=[self.case.pk])
            self.desk.open(f"{here}?isi={view}&saat=baseline")
            levels = {f"{one}_level": "3" for one in ("needs", "roles", "coping")}
            self.desk.send("needs_level", view=view, moment="baseline", **levels)
        self.page("assessment:risks")
        kinds = self.desk.form("/risiko/tanya/").inputs["kinds"]
        self.desk.send("/risiko/tanya/", kinds=[one.get("value") for one in kinds])
        self.page("assessment:categories")
        self.desk.send("code", code=self.desk.first_of("code", "code"))
        self.page("assessment:workspace")
        self.desk.send(reverse("assessment:sign", args=[self.case.pk]))

    def plan(self, signer: str) -> None:
        self.page("plans:plan")
        self.desk.send("/uraian/", wish="Air mengalir sepanjang tahun.")
        self.page("plans:new_goal")
        levels = {level: f"Air ada, tingkat {level}." for level in LEVELS}
        self.desk.send("far_above", title="Air tiap hari", client_words="Kami mau air.", client_view="agrees", **levels)
        for title, chosen in (("Memperbaiki pipa bersama", True), ("Membeli dari tangki", False)):
            self.page("plans:alternatives")
            more = {"chosen": "on"} if chosen else {}
            self.desk.send("/jalan/timbang/", title=title, reason="Ditimbang bersama.", **more)
        self.page("plans:plan")
        self.desk.send(
            "/sepakat/", mode="spoken", signed_name=signer, witness="Bu RT Nani", client_words="Ini yang kami mau."
        )

    def intervene(self) -> None:
        self.page("cases:case")
        self.desk.send("/kontak/", result="Pipa sepanjang dua puluh meter terpasang.")

    def evaluate(self) -> None:
        self.page("plans:review")
        said = {"client_judgement": "better", "worker_judgement": "better", "client_words": "Air sudah mengalir."}
        goals = {"goal1_client": "1", "goal1_worker": "1"}
        self.desk.send("/tinjauan/", kind="final", worker_words="Tiap hari.", next_step="end", **said, **goals)

    def end(self) -> None:
        self.page("cases:terminate")
        self.desk.send(
            "client_words",
            reason="achieved",
            summary="Air mengalir; pipa dirawat bergantian.",
            client_words="Kami berjalan bersama sampai air mengalir.",
            client_informed="on",
            satisfaction="5",
            aftercare_0="Menengok pipa sesudah kemarau",
            aftercare_due_0=str(today() + timedelta(days=30)),
        )

    def to_the_end(self, signer: str) -> None:
        lacking = {Stage.ENGAGEMENT: self.missing()}
        self.agree_contract(signer)
        for stage, following, work in (
            (Stage.ENGAGEMENT, Stage.ASSESSMENT, self.assess),
            (Stage.ASSESSMENT, Stage.PLANNING, lambda: self.plan(signer)),
            (Stage.PLANNING, Stage.INTERVENTION, self.intervene),
            (Stage.INTERVENTION, Stage.EVALUATION, self.evaluate),
        ):
            assert stage in STAGES
            self.advance(following)
            lacking[following] = self.missing()
            work()
        self.advance(Stage.TERMINATION)
        for stage in (Stage.ENGAGEMENT, Stage.ASSESSMENT, Stage.PLANNING, Stage.EVALUATION):
            assert lacking[stage], stage
        self.end()


@pytest.fixture
def desk(cast, signed_in):
    return Desk(signed_in(cast.ayu))


def _household(ayu) -> Household:
    where = {"agency": ayu.agency, "unit": ayu.unit}
    key = DataKey.make()
    client = Person.objects.create(key=key, registered_by=ayu, full_name="Wati Contoh", **where)
    home = Household.objects.create(name="Keluarga Wati", **where)
    HouseholdMember.objects.create(household=home, person=client, is_head=True)
    return home


def _ended(walk: Walk, asking, worker) -> None:
    with asking(worker):
        row = Case.objects.get(pk=walk.case.pk)
    assert row.closed_at is not None
    said = walk.page("cases:case")
    for words in (walk.client, "Sudah diakhiri"):
        assert words in said


def test_a_household_is_walked_from_its_page_to_the_end(desk, cast, asking):
    with asking(cast.ayu):
        home = _household(cast.ayu)
    desk.open(f"{reverse('cases:open')}?rumah={home.pk}")
    opened = desk.send("concern", concern="Kami kehabisan air.")
    with asking(cast.ayu):
        case = Case.objects.get(pk=opened.split("/kasus/")[1].split("/")[0])
        client = case.client_name
    assert case.client_kind == "household"
    walk = Walk(desk, case, client)
    walk.to_the_end("Wati Contoh")
    _ended(walk, asking, cast.ayu)


def test_a_community_is_walked_from_the_first_page_to_the_end(desk, cast, asking):
    desk.open(reverse("cases:open"))
    opened = desk.send("concern", client_kind="community", name="Warga RW 04", concern="Air tidak mengalir.")
    with asking(cast.ayu):
        case = Case.objects.get(pk=opened.split("/kasus/")[1].split("/")[0])
    assert (case.client_kind, case.client_name) == ("community", "Warga RW 04")
    walk = Walk(desk, case, case.client_name)
    asked = walk.page("assessment:facts") + walk.page("assessment:functioning")
    for ours, one_persons in (
        ("Penyakit apa yang sering di sini?", "Bagaimana badan Anda"),
        ("bergotong royong", "pelajar"),
    ):
        assert ours in asked
        assert one_persons not in asked
    walk.to_the_end("Pak Ketua RW")
    _ended(walk, asking, cast.ayu)
