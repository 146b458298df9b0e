"""What is typed about a person before it is a row: plain values, checked by the verbs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rangkul.commons.people.states import AddressKind, NameKind, PhoneOwner


@dataclass(frozen=True)
class NameDraft:
    name: str = field(repr=False)
    kind: str = NameKind.ALIAS


@dataclass(frozen=True)
class PhoneDraft:
    """`number` as typed; `owner_name` where it is somebody else's."""

    number: str = field(repr=False)
    owner: str = PhoneOwner.UNKNOWN
    owner_name: str = field(default="", repr=False)
    shared: bool = False
    whatsapp: bool = False


@dataclass(frozen=True)
class AddressDraft:
    """`region_code` is `PP[.KK[.CC[.DDDD]]]`; `rt` and `rw` up to three digits; `line` is street and number."""

    kind: str = AddressKind.HOME
    region_code: str = ""
    line: str = field(default="", repr=False)
    hamlet: str = field(default="", repr=False)
    rt: str = field(default="", repr=False)
    rw: str = field(default="", repr=False)
    postal_code: str = ""
    no_fixed_address: bool = False
    landmark: str = field(default="", repr=False)
    hidden: bool = False


@dataclass(frozen=True)
class PersonDraft:
    """All that a registration may know; a name or a called name is enough. `nik` and `kk` are as typed."""

    full_name: str = field(default="", repr=False)
    called_name: str = field(default="", repr=False)
    sex: str = ""
    birth_date: date | None = field(default=None, repr=False)
    birth_precision: str = ""
    birth_place: str = field(default="", repr=False)
    nik: str = field(default="", repr=False)
    kk: str = field(default="", repr=False)
    region_code: str = ""
    other_names: tuple[NameDraft, ...] = ()
    phones: tuple[PhoneDraft, ...] = ()
    addresses: tuple[AddressDraft, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        found = (self.full_name, self.called_name, *(other.name for other in self.other_names))
        return tuple(name.strip() for name in found if name.strip())
