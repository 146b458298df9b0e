from rangkul.journey.pictures.models.life import LifeEvent
from rangkul.journey.pictures.models.problem import Problem, ProblemLink
from rangkul.journey.pictures.models.system import SystemTie
from rangkul.journey.pictures.models.tie import FamilyTie

__all__ = ["FamilyTie", "LifeEvent", "Problem", "ProblemLink", "SystemTie"]
