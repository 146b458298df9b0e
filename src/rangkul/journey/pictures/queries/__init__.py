from rangkul.journey.pictures.queries.family import Records, records_of
from rangkul.journey.pictures.queries.systems import AT_HOME, household_of, not_taken, system_ties_of
from rangkul.journey.pictures.queries.ties import ties_of

__all__ = ["AT_HOME", "Records", "household_of", "not_taken", "records_of", "system_ties_of", "ties_of"]
