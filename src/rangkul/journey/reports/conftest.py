"""Wati's case with a full record, and documents on the way."""

from datetime import date, timedelta

import pytest

from rangkul.base.days import today
from rangkul.base.models import DataKey
from rangkul.commons.people.actions import add_kinship
from rangkul.commons.people.models import Address, Person
from rangkul.commons.trust.actions import record_consent
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions import Agreement
from rangkul.journey.plans import actions as plans
from rangkul.journey.plans.actions.reviews import Reached
from rangkul.journey.reports import actions, queries

LADDER = {level: f"Dinda masuk {level + 3} hari seminggu" for level in (-2, -1, 0, 1, 2)}
HIDDEN = "Jalan Kenanga Rahasia 9"


def somebody(worker, name, **given):
    return Person.objects.create(
        key=DataKey.make(), agency=worker.agency, unit=worker.unit, registered_by=worker, full_name=name, **given
    )


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        wati = somebody(cast.ayu, "Wati Contoh", sex="P", birth_date=date(1990, 3, 3), birth_precision="day")
        return cases.open_case(by=cast.ayu.asker(), person=wati, concern="Suami sering memukul")


@pytest.fixture
def told(cast, asking, case):
    """The assessment: the client's words, facts with different sources, a risk, two views, a conclusion."""
    by = cast.ayu.asker()
    facts = (
        ("sosial", "statement", "client", "", "Anak berhenti sekolah sejak Januari", False),
        ("sosial", "statement", "significant_other", "ibu klien", "Suaminya pernah mengancam dengan pisau", False),
        ("psiko", "observation", "observation", "", "Menangis saat bercerita", False),
        ("sosial", "statement", "client", "", "Tetangga mau menjaga anaknya", True),
    )
    with asking(cast.ayu):
        assessment.state_presenting(by=by, case=case, words="Saya takut pulang", source="client", said_on=today())
        for domain, kind, source, note, text, strength in facts:
            assessment.record_fact(
                by=by, case=case, domain=domain, kind=kind, source=source, source_note=note, text=text,
                source_date=today(), is_strength=strength,
            )  # fmt: skip
        for kind in ("violence", "visit"):
            soon = today() + timedelta(days=3)
            assessment.rate_risk(by=by, case=case, kind=kind, level="kuning", seen=f"Tanda {kind}", next_look=soon)
        assessment.summarise(by=by, case=case, summary="Menurut saya keselamatan anak perlu didahulukan")
    return case


@pytest.fixture
def planned(cast, asking, told):
    """An agreed plan with a review in two voices."""
    by = cast.ayu.asker()
    with asking(cast.ayu):
        plans.describe_plan(by=by, case=told, wish="Anak saya sekolah lagi", review_on=today() + timedelta(days=30))
        plans.set_goal(
            by=by, case=told, title="Dinda kembali bersekolah", purpose="capacity", responsible="together",
            client_view="agrees", client_words="Saya ingin Dinda sekolah lagi", levels=LADDER,
        )  # fmt: skip
        for title, chosen in (("Sekolah lama dengan pendampingan", True), ("Kejar paket B", False)):
            plans.weigh_alternative(by=by, case=told, title=title, chosen=chosen, reason="Dinda punya teman di sana")
        agreement = Agreement("spoken", "Wati Contoh", witness="Bu RT")
        plan = plans.agree_plan(by=by, case=told, agreement=agreement, client_words="Saya setuju")
        plans.hold_review(
            by=by, case=told, kind="review", held_on=today(), reached={plan.goals.get().pk: Reached(1, 0, "")},
            client_judgement="better", client_words="Dinda lebih ceria", worker_judgement="same",
            worker_words="Kehadiran mulai teratur", next_step="go_on",
        )  # fmt: skip
        cases.record_activity(by=by, case=told, channel="visit", minutes=45, result="Bertemu guru Dinda di rumah")
    return told


@pytest.fixture
def start(cast, asking):
    """`start(case, "social_report", "court")` begins a draft as Ayu."""

    def begin(case, kind="social_report", reader="court", by=None, **given):
        worker = by or cast.ayu
        with asking(worker):
            return actions.start_paper(by=worker.asker(), case=case, kind=kind, reader=reader, **given)

    return begin


@pytest.fixture
def passage(cast, asking):
    """`passage(paper, "identity")` is one part as Ayu sees it."""

    def of(paper, code):
        with asking(cast.ayu):
            return next(one for one in queries.passages_of(paper) if one.code == code)

    return of


@pytest.fixture
def write(cast, asking, passage):
    def change(paper, code, text):
        with asking(cast.ayu):
            return actions.write_passage(by=cast.ayu.asker(), paper=paper, passage=passage(paper, code), text=text)

    return change


@pytest.fixture
def sign(cast, asking):
    def put(paper, by=None, **given):
        worker = by or cast.ayu
        with asking(worker):
            return actions.sign_paper(
                by=worker.asker(), paper=paper, check_at="https://contoh.example/periksa-dokumen/", **given
            )

    return put


@pytest.fixture
def signed(planned, start, write, sign):
    """A laporan sosial for a court, signed by Ayu."""
    paper = start(planned)
    write(paper, "recommendation", "Kami menyarankan pendampingan selama sidang.")
    return sign(paper)


@pytest.fixture
def hides(cast, asking):
    """Wati lives somewhere that nobody may learn."""

    def move(case):
        with asking(cast.ayu):
            place = Address(key=case.person.key, person=case.person, hidden=True)
            place.line = HIDDEN
            place.save(force_insert=True)

    return move


@pytest.fixture
def mother(cast, asking, case):
    with asking(cast.ayu):
        siti = somebody(cast.ayu, "Siti Contoh")
        add_kinship(by=cast.ayu.asker(), person=siti, relative=case.person, relation="parent", influence="helps")
    return siti


@pytest.fixture
def agree_to_share(cast, asking):
    def say_yes(case):
        with asking(cast.ayu):
            record_consent(
                by=cast.ayu.asker(), subject=("case", case.pk), purpose="share", given=True, text_version="1"
            )

    return say_yes


@pytest.fixture
def words(cast, asking, start):
    """Everything that a draft of this kind for this reader says."""

    def of(case, kind, reader):
        paper = start(case, kind, reader)
        with asking(cast.ayu):
            return "\n".join(f"{one.part.title}\n{one.now}" for one in queries.passages_of(paper))

    return of
