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
    "correct_member",
    "correct_system_tie",
    "draw_tie",
    "end_link",
    "end_pregnancy",
    "end_system_tie",
    "end_tie",
    "link_members",
    "move_home",
    "record_pregnancy",
    "take_institution",
    "tie_system",
]
