from rangkul.journey.pictures.queries.family import Records, records_of
from rangkul.journey.pictures.queries.ties import ties_of

__all__ = ["Records", "records_of", "ties_of"]
