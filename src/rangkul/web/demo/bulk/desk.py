"""What one of the loading processes holds: the world, its sheets, its connection."""

import gc
from datetime import datetime

import psycopg

from rangkul.base.postgres import conninfo
from rangkul.web.demo.bulk.cases import CaseRows
from rangkul.web.demo.bulk.offices import keys_of
from rangkul.web.demo.bulk.people import PeopleRows
from rangkul.web.demo.bulk.requests import RequestRows
from rangkul.web.demo.bulk.sealing import Sealer
from rangkul.web.demo.world import world


class Desk:
    def __init__(self, persons: int, now: datetime, session: str):
        # Nothing here forms a cycle, and looking for one among millions of strings would take a tenth of the time.
        gc.disable()
        self.country = world.country(now, persons)
        keys, sealer, seconds = keys_of(self.country.offices), Sealer(), now.timestamp()
        self.keys = keys
        self.people = PeopleRows(keys, sealer, seconds)
        self.requests = RequestRows(keys, sealer, seconds)
        self.cases = CaseRows(keys, sealer, seconds)
        self.connection = psycopg.connect(conninfo("owner"), autocommit=True)
        self.connection.execute(session)

    def write(self, first: int, until: int) -> tuple[int, int, dict[str, int], dict[str, set[tuple[str, str]]]]:
        """Draw and copy these households. Returns persons, cases, rows by table, words by agency."""
        persons = cases = 0
        for household in self.country.all_households(first, until):
            road = self.country.road(household)
            in_danger = road.client.number if road.story.get("restricted") and road.is_case else -1
            worker = self.keys.staff[road.worker.key]
            ids = self.people.add(household, road.unit, worker, self.country.persons, in_danger)
            person_id = ids[road.client.number - household.members[0].number]
            request_id = self.requests.add(road, person_id)
            if road.is_case:
                self.cases.add(road, person_id, request_id)
                cases += 1
            persons += len(ids)
        words, self.people.words = self.people.words, {}
        return persons, cases, self._send(), words

    def _send(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        with self.connection.transaction(), self.connection.cursor() as cursor:
            for sheet in (*self.people.sheets, *self.requests.sheets, *self.cases.sheets):
                counts[sheet.table] = counts.get(sheet.table, 0) + sheet.send(cursor)
        return counts
