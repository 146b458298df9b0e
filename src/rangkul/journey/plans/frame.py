"""What pages of other packages show of plans: how the client finds the working together."""

from rangkul.journey.plans.pages.alliance_view import AllianceView, alliance_rows

__all__ = ["AllianceView", "alliance_rows"]
