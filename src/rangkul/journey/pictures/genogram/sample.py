"""An invented family with nearly every symbol, for the gallery."""

from datetime import date

from rangkul.journey.pictures.genogram.family import (
    EXPECTED,
    MISCARRIED,
    Carer,
    Couple,
    Family,
    Home,
    Member,
    Parent,
    Sibling,
    Tie,
)


def _one(name: str, sex: str, born: int, **more) -> Member:
    return Member(
        name, name, f"{name} Contoh", sex, born=date(born, 1, 1), age=str(2026 - born), years=str(born), **more
    )


def sample_family() -> Family:
    people = (
        _one("Wati", "P", 1992, index=True),
        _one("Joko", "L", 1988),
        _one("Dinda", "P", 2012),
        _one("Rafi", "L", 2015),
        _one("Tono", "L", 2018),
        _one("Tini", "P", 2018),
        _one("Sastro", "L", 1955, dead=True),
        _one("Minah", "P", 1958),
        _one("Karyo", "L", 1950),
        _one("Yati", "P", 1953),
        _one("Bambang", "L", 1984),
        _one("Lastri", "P", 1990),
        _one("Nita", "P", 1995),
        _one("Hari", "L", 1991),
        _one("Gita", "P", 2020),
        _one("Jatmiko", "X", 1999),
        Member("gugur", "keguguran", kind=MISCARRIED, born=date(2016, 1, 1), years="2016"),
        Member("kandung", "sedang mengandung", kind=EXPECTED, born=date(2027, 1, 1)),
    )
    of = {
        ("Joko", "Wati"): ("Dinda", "Rafi", "Tono", "Tini", "gugur", "kandung"),
        ("Sastro", "Minah"): ("Wati", "Nita", "Jatmiko"),
        ("Karyo", "Yati"): ("Bambang", "Joko"),
    }
    born = [Parent(one, child) for pair, children in of.items() for child in children for one in pair]
    return Family(
        people,
        (
            Couple("Joko", "Wati", "married", since="2010"),
            Couple("Sastro", "Minah", "married", "widowed", "1980", "2015"),
            Couple("Karyo", "Yati", "married"),
            Couple("Bambang", "Lastri", "cohabiting", "separated", "2012", "2019"),
            Couple("Hari", "Nita", "married", since="2018"),
        ),
        (*born, Parent("Hari", "Gita", "adopted"), Parent("Nita", "Gita", "adopted")),
        (Sibling("Tono", "Tini", "twin"),),
        (Carer("Minah", "Rafi", "placed"),),
        homes=(Home("1", "Keluarga Wati", ("Joko", "Wati", "Dinda")), Home("2", "Rumah Minah", ("Minah", "Rafi"))),
        ties=(Tie("Joko", "Wati", "violence"), Tie("Minah", "Wati", "close"), Tie("Karyo", "Joko", "cut_off")),
    )
