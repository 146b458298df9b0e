"""`field__among=[…]`: one of many values as one array, so that the statement stays the same however many there are.

`field__in` writes each value as a parameter of its own: a statement of another length is planned anew.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Field, ForeignObject
from django.db.models.lookups import Lookup


@ForeignObject.register_lookup
@Field.register_lookup
class Among(Lookup):
    lookup_name = "among"
    prepare_rhs = False

    def __init__(self, lhs, rhs: Iterable[Any]) -> None:
        super().__init__(lhs, list(rhs))

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = self.process_lhs(compiler, connection)
        field = self.lhs.output_field
        values = [field.get_prep_value(value) for value in self.rhs]
        return f"{column} = ANY (%s::{field.db_type(connection)}[])", (*params, values)
