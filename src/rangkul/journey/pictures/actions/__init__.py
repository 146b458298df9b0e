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
from rangkul.journey.pictures.actions.ties import draw_tie, end_tie

__all__ = [
    "Bonded",
    "add_relative",
    "change_link",
    "correct_member",
    "draw_tie",
    "end_link",
    "end_pregnancy",
    "end_tie",
    "link_members",
    "move_home",
    "record_pregnancy",
]
