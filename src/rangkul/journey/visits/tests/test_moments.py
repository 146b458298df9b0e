"""Home visits on the timeline: those without a result; a result is an activity and stands there by itself."""

from rangkul.journey.pictures import hooks
from rangkul.journey.pictures.lifeline.reading import road_of
from rangkul.journey.visits import actions, moments
from rangkul.journey.visits.actions import Came


def shown(case) -> list[tuple[str, str]]:
    return [(one.label, one.tone) for one in road_of(case, ()).moments if one.lane == "visit"]


def test_the_picture_asks_for_visits():
    assert moments.of_case in hooks.moments


def test_a_visit_is_planned_then_cancelled(planned, case, cast, asking):
    with asking(cast.ayu) as ayu:
        assert shown(case) == [("Kunjungan rumah direncanakan", "planned")]
        actions.cancel(by=ayu, visit=planned, ending="Hujan deras")
        assert shown(case) == [("Kunjungan rumah dibatalkan", "missed")]


def test_a_visit_with_its_result_stands_there_once(planned, case, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.come_back(by=ayu, visit=planned, came=Came(met="met", result="Bertemu ibu", minutes=30))
        assert shown(case) == [("Kunjungan rumah", "")]
