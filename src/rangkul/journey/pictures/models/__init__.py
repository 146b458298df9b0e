from rangkul.journey.pictures.models.tie import FamilyTie

__all__ = ["FamilyTie"]
