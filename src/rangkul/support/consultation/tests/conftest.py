"""Ayu asks about Wati without saying who she is; Sari, Dimas and Budi answer."""

from datetime import timedelta

import pytest
from tests.support.cases import opened

from rangkul.base import days
from rangkul.support.consultation import actions, queries
from rangkul.support.consultation.actions.articles import Written
from rangkul.support.consultation.actions.questions import To

SOON = days.today() + timedelta(days=7)
WORDS = {"topic": "child", "title": "Anak menolak bertemu ayahnya", "text": "Bagaimana memulainya?", "answer_by": SOON}
WRITTEN = Written(
    topic="child",
    body="skill",
    title="Memulai pertemuan anak dengan ayah yang lama pergi",
    text="Mulai dari surat atau gambar, tentukan tempat yang netral, dan beri anak hak untuk berhenti kapan saja.",
    source="Pengalaman tim, 2026",
    categories=("PPKS-02",),
)


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Anak dan ayah", region_code="32.73.01")


@pytest.fixture
def draft(cast, case, asking):
    with asking(cast.ayu) as by:
        return actions.ask(by=by, to=To("forum"), case=case, facts=["Klien"], **WORDS)


@pytest.fixture
def sent(cast, draft, asking):
    with asking(cast.ayu) as by:
        return actions.send(by=by, question=draft, read=True)


@pytest.fixture
def answered(cast, sent, asking):
    with asking(cast.budi) as by:
        return actions.answer(by=by, question=sent, text="Mulai dari surat.")


@pytest.fixture
def proposed(cast, asking):
    with asking(cast.ayu) as by:
        return actions.propose(by=by, given=WRITTEN)


@pytest.fixture
def published(cast, proposed, asking):
    with asking(cast.sari) as by:
        return actions.publish(by=by, article=proposed, review_on=SOON)


def fresh(row):
    return queries.get(row.pk)
