"""Case conferences on the timeline: planned, held, cancelled, without a word of what was said."""

from rangkul.journey.conferences import actions, moments
from rangkul.journey.pictures import hooks


def test_the_picture_asks_for_conferences():
    assert moments.of_case in hooks.moments


def test_a_conference_is_planned_then_cancelled(called, case, cast, asking):
    with asking(cast.ayu) as ayu:
        (planned,) = moments.of_case(case)
        assert (planned.label, planned.tone) == ("Pembahasan kasus direncanakan", "planned")
        assert "aman" not in planned.words, "the question stays on its own page"
        actions.cancel(by=ayu, conference=called, because="Dokter sakit")
        (gone,) = moments.of_case(case)
        assert gone.tone == "missed"
