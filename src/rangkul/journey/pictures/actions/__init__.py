from rangkul.journey.pictures.actions.family import (
    Bonded,
    add_relative,
    change_link,
    correct_member,
    end_link,
    end_pregnancy,
    link_members,
    record_pregnancy,
)
from rangkul.journey.pictures.actions.homes import move_home
from rangkul.journey.pictures.actions.life import correct_life_event, record_life_event, take_back_life_event
from rangkul.journey.pictures.actions.problems import (
    correct_problem,
    drop_problem,
    link_problems,
    name_problem,
    review_problem,
    unlink_problems,
    wish,
)
from rangkul.journey.pictures.actions.systems import (
    correct_system_tie,
    end_system_tie,
    take_institution,
    tie_system,
)
from rangkul.journey.pictures.actions.ties import draw_tie, end_tie

__all__ = [
    "Bonded",
    "add_relative",
    "change_link",
    "correct_life_event",
    "correct_member",
    "correct_problem",
    "correct_system_tie",
    "draw_tie",
    "drop_problem",
    "end_link",
    "end_pregnancy",
    "end_system_tie",
    "end_tie",
    "link_members",
    "link_problems",
    "move_home",
    "name_problem",
    "record_life_event",
    "record_pregnancy",
    "review_problem",
    "take_back_life_event",
    "take_institution",
    "tie_system",
    "unlink_problems",
    "wish",
]
