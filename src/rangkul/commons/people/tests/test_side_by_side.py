"""Two registrations side by side, before somebody decides that they are one person."""

import re

from django.urls import reverse

from rangkul.commons.people.actions import register

NIK, OTHER_NIK = "3273015708900001", "3273014101850001"


def said_of(page: str, label: str) -> str:
    row = re.search(rf'<th scope="row">{label}</th>.*?</tr>', page, re.DOTALL).group(0)
    return re.search(r'data-label="Sama\?">(.*?)</td>', row, re.DOTALL).group(1)


def test_two_numbers_that_are_masked_alike_are_told_apart(cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        kept = register(by=ayu, full_name="Wati Contoh", nik=NIK)
        absorbed = register(by=ayu, full_name="Wati Contoh", nik=OTHER_NIK)
    page = signed_in(cast.ayu).get(reverse("people:decide", args=[kept.pk, absorbed.pk])).content.decode()
    assert "berbeda" in said_of(page, "NIK")
    assert said_of(page, "Nama lengkap") == "sama"
    assert "Mungkin ini dua orang yang berbeda" in page


def test_what_neither_tells_is_not_called_the_same(cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        kept = register(by=ayu, full_name="Wati Contoh", nik=NIK)
        absorbed = register(by=ayu, full_name="Wati Kontoh")
    page = signed_in(cast.ayu).get(reverse("people:decide", args=[kept.pk, absorbed.pk])).content.decode()
    for label in ("NIK", "Nomor KK", "Telepon", "Lahir", "Jenis kelamin"):
        assert "belum diketahui" in said_of(page, label)
    assert "Mungkin ini dua orang yang berbeda" not in page
