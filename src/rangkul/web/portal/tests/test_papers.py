"""Letters reach the holder of the ticket when a person gave them, and only then."""

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.journey.reports import actions, queries
from rangkul.web.portal.tests.test_case_parts import case, page, request_, wati  # noqa: F401  the same situation


@pytest.fixture
def paper(case, cast, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        made = actions.start_paper(by=by, case=case, kind="social_report", reader="house")
        for one in queries.passages_of(made):
            if one.part.own:
                actions.write_passage(by=by, paper=made, passage=one, text="Kami menyarankan pendampingan.")
        return actions.sign_paper(by=by, paper=made)


@pytest.fixture
def given(paper, cast, asking):
    with asking(cast.ayu) as by:
        for _turn in range(2):
            actions.give_paper(by=by, paper=paper)
    return paper


def test_what_was_not_given_is_not_there(wati, paper):  # noqa: F811
    assert "Surat untuk Anda" not in page(wati)
    assert wati.get(reverse("portal:paper", args=[paper.pk])).status_code == 404


def test_what_was_given_is_read_and_noted(wati, given, cast, asking):  # noqa: F811
    assert "Surat untuk Anda" in page(wati)
    answer = wati.get(reverse("portal:paper", args=[given.pk]))
    assert answer.content.startswith(b"%PDF")
    assert "Wati" not in answer.headers["Content-Disposition"]
    with asking(cast.ayu):
        assert Event.objects.get(name="document.downloaded").by_kind == "ticket"
        assert Event.objects.filter(name="document.given").count() == 1


def test_a_stranger_is_shown_the_door(client, given):
    assert client.get(reverse("portal:paper", args=[given.pk])).headers["Location"] == reverse("portal:door")


def test_the_copy_of_a_person_names_what_was_given(given, cast, asking):
    from rangkul.commons.trust.hooks import Whose
    from rangkul.journey.reports.keeping import copy_of_papers

    with asking(cast.ayu):
        (section,) = copy_of_papers(Whose((given.case.person_id,)))
    assert section.rows[0][0] == "Laporan sosial"
