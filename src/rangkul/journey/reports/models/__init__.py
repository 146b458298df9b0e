from rangkul.journey.reports.models.paper import Paper
from rangkul.journey.reports.models.passage import Passage

__all__ = ["Paper", "Passage"]
