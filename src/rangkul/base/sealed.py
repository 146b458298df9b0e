"""Text that is sealed in the database and plain in Python, as long as the row's data key lives."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from rangkul.base import crypto


class SealedText(models.BinaryField):
    """A text column sealed with the data key in the row's `key` relation; "" is stored as NULL.

    Give lists `select_related("key")`, or each row costs a query. The context binds the bytes to table, column and
    row, so that a sealed text copied to another row cannot be opened there.
    """

    def __init__(self, *args: Any, key_attribute: str = "key", **kwargs: Any):
        self.key_attribute = key_attribute
        kwargs.setdefault("null", True)
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        if self.key_attribute != "key":
            kwargs["key_attribute"] = self.key_attribute
        return name, path, args, kwargs

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        setattr(cls, self.attname, _Sealed(self))

    def context(self, row: models.Model) -> str:
        return f"{row._meta.db_table}.{self.column}:{row.pk}"

    def pre_save(self, row, add):
        return row.__dict__.get(self.attname)


class _Sealed:
    """Descriptor: bytes in `__dict__`, text at the attribute."""

    def __init__(self, field: SealedText):
        self.field = field

    def __get__(self, row, owner=None):
        if row is None:
            return self.field
        name = self.field.attname
        if name not in row.__dict__:
            row.refresh_from_db(fields=[name])
        raw = row.__dict__[name]
        if raw is None:
            return ""
        key = getattr(row, self.field.key_attribute)
        if key.wrapped is None:
            return _("(dihapus atas hak orang yang bersangkutan)")
        plain = crypto.unseal(crypto.unwrap(bytes(key.wrapped), key.pk), raw, self.field.context(row))
        return plain.decode()

    def __set__(self, row, value):
        if isinstance(value, str):
            value = self._sealed(row, value) if value else None
        row.__dict__[self.field.attname] = value

    def _sealed(self, row, text: str) -> bytes:
        key = getattr(row, self.field.key_attribute)
        return crypto.seal(crypto.unwrap(bytes(key.wrapped), key.pk), text.encode(), self.field.context(row))
