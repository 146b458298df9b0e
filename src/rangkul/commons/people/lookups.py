"""`person__registered_as=[…]`: one of these persons, or a registration that was merged into one of them."""

from typing import Any

from django.db.models import ForeignObject

from rangkul.base.lookups import Among

# An array, so that the statement around it finds by the index of its column, as with `among`.
_AND_ABSORBED = """ARRAY(
  WITH RECURSIVE whole AS (
    SELECT unnest(%s::uuid[]) AS id
    UNION SELECT p.id FROM people_person p JOIN whole ON p.merged_into_id = whole.id
  )
  SELECT id FROM whole
)"""


@ForeignObject.register_lookup
class RegisteredAs(Among):
    lookup_name = "registered_as"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = self.process_lhs(compiler, connection)
        values = [self.lhs.output_field.get_prep_value(value) for value in self.rhs]
        return f"{column} = ANY ({_AND_ABSORBED})", (*params, values)
