"""The pictures: some families are drawn through three generations and with the world around them."""

from __future__ import annotations

from datetime import date, timedelta

from django.apps import apps

from rangkul.base.asking import Asker
from rangkul.commons.people.actions import PersonDraft, add_kinship
from rangkul.commons.people.models import HouseholdMember, Kinship, Person
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.world import naming
from rangkul.web.demo.world.chance import Chance

TOLD = 6
_ONE_IN = 4
_AROUND = (
    ("kin", "", "mixed", "both", "client", "Kalau mendesak mereka membantu, tetapi lalu banyak menuntut."),
    ("neighbours", "Bu RT", "strong", "in", "client", "Bu RT yang mengantar kami ke puskesmas."),
    ("aid", "Kantor desa", "stressful", "", "client", "Sudah tiga kali datang, disuruh kembali lagi."),
    ("school", "SDN 3", "tenuous", "", "observation", ""),
    ("friends", "Bu Yuni", "strong", "both", "client", "Di sana saya bisa tertawa."),
    ("work", "Warung nasi", "mixed", "out", "client", "Upahnya kecil, tetapi tidak pernah terlambat."),
    ("health", "Puskesmas", "strong", "in", "significant_other", ""),
    ("online", "Grup tetangga", "tenuous", "both", "observation", ""),
)
_PROBLEMS = (
    ("cause", "Upah harian, tidak tetap", "Upah cukup untuk makan sebulan"),
    ("cause", "Tidak ada yang bisa dimintai tolong", ""),
    ("problem", "Utang ke warung dan rentenir", "Belanja tanpa berutang"),
    ("problem", "Sering bertengkar di rumah", "Bicara baik-baik tentang uang"),
    ("effect", "Anak sering tidak masuk sekolah", ""),
    ("effect", "Sulit tidur, mudah marah", ""),
)
_LEADS = (
    (0, 2, "high", "Kalau tidak dipanggil kerja, kami berutang dulu."),
    (1, 2, "low", "Saudara jauh semua."),
    (2, 3, "high", "Kami ribut setiap penagih datang."),
    (3, 4, "middle", "Kalau malamnya ribut, paginya anak tidak mau bangun."),
    (3, 5, "middle", "Saya tidak bisa tidur sesudahnya."),
    (5, 3, "middle", "Kalau kurang tidur saya cepat marah."),
)
# Years before the case (or since), how exactly it is known, and in whose words.
_LIFE = (
    (22, "year", "significant_other", "Ayahnya meninggal, pindah ke rumah nenek"),
    (17, "about", "client", "Berhenti sekolah dan mulai bekerja"),
    (12, "year", "client", "Menikah"),
    (7, "month", "client", "Pindah ke kota ini"),
    (3, "year", "document", "Rumah terendam banjir, semua barang hilang"),
    (1, "month", "client", "Pekerjaan tetap berakhir"),
    (0, "day", "client", "Anak bungsu masuk rumah sakit tiga hari"),
)
_KINDS = ("couple", "single_mother", "three_generations", "grandparent")


def play(course: Course) -> None:
    """Where the module is there, and for one family in four that has something to draw."""
    if apps.is_installed("rangkul.journey.pictures") and _is_drawn(course):
        course.worker_does(TOLD, lambda by: Drawing(course, by).draw())


def _is_drawn(course: Course) -> bool:
    if course.case.person is None or course.road.household.kind not in _KINDS:
        return False
    return course.road.number % _ONE_IN == 0 or course.road.client.called_name == "Wati"


class Drawing:
    """One family; `members` are the rows of the household by role, children in their order."""

    def __init__(self, course: Course, by: Asker):
        from rangkul.journey.pictures import actions

        self.actions, self.course, self.by, self.case = actions, course, by, course.case
        self.rng = Chance(course.road.number * 7 + 3)
        self.told_on = course.today()
        home = HouseholdMember.objects.filter(person=course.case.person, until=None).first()
        rows = HouseholdMember.objects.filter(household=home.household_id, until=None).select_related("person__key")
        by_name = {row.person.full_name: row.person for row in rows}
        self.members: dict[str, list[Person]] = {}
        for one in course.road.household.members:
            if one.full_name in by_name:
                self.members.setdefault(one.role, []).append(by_name[one.full_name])

    def draw(self) -> None:
        mother, father = self._one("mother"), self._one("father")
        if father and (elder := self._one("grandparent")):
            self._link(father, elder, "parent:birth")
        if mother:
            self._parents_of(mother, dead=True)
            self._sister_of(mother)
        if father:
            self._parents_of(father, dead=False)
        if mother and not father:
            self._former_husband_of(mother)
        if not mother and (elder := self._one("grandparent")):
            self._children_are_with(elder)
        self._lines(mother, father)
        self._around()
        self._problems()
        self._life()

    def _around(self) -> None:
        """The ecomap: neighbours, the aid office, a school, worship, work; some families have few."""
        for system, name, strength, flow, source, words in _AROUND[: self.rng.between(3, len(_AROUND))]:
            self.actions.tie_system(
                by=self.by, case=self.case, system=system, name=name, strength=strength, flow=flow,
                source=source, source_date=self.told_on, words=words,
            )  # fmt: skip

    def _problems(self) -> None:
        """What leads to what, with a circle in it; two wishes are written. A case that has come far has looked back."""
        told = {"source": "client", "source_date": self.told_on}
        named = [
            self.actions.name_problem(by=self.by, case=self.case, role=role, words=words, **told)
            for role, words, _wish in _PROBLEMS
        ]
        for problem, (_role, _words, wish) in zip(named, _PROBLEMS, strict=True):
            if wish:
                self.actions.wish(by=self.by, case=self.case, problem=problem, wish=wish)
            if problem.role == "problem" and self.course.road.reached("evaluation"):
                self.actions.review_problem(by=self.by, case=self.case, problem=problem, outcome="eased")
        for cause, effect, confidence, evidence in _LEADS:
            self.actions.link_problems(
                by=self.by, case=self.case, cause=named[cause], effect=named[effect], confidence=confidence,
                evidence=evidence, **told,
            )  # fmt: skip

    def _life(self) -> None:
        """What the client told of the years before, some of it only roughly dated."""
        for ago, exactness, source, words in _LIFE[self.rng.between(0, 2) :]:
            day = self.told_on - timedelta(days=365 * ago + 40 + self.rng.between(0, 90))
            self.actions.record_life_event(
                by=self.by, case=self.case, words=words, happened_on=day, exactness=exactness, source=source,
                source_date=self.told_on,
            )  # fmt: skip

    def _one(self, role: str) -> Person | None:
        return next(iter(self.members.get(role, [])), None)

    def _add(self, chosen: Person, what: str, sex: str, born: int, kind: str = "", **more) -> Person:
        beside, since, died = more.get("beside", ()), more.get("since"), more.get("died")
        name = naming.full_name(self.course.road.household.culture, sex, born, self.rng)
        draft = PersonDraft(full_name=name, sex=sex, birth_date=date(born, 1, 1), birth_precision="year")
        bonded = self.actions.Bonded(what, kind, date(since, 1, 1) if since else None, tuple(p for p in beside if p))
        death = {"died_on": date(died, 1, 1), "died_precision": "year"} if died else None
        return self.actions.add_relative(
            by=self.by, case=self.case, chosen=chosen, bonded=bonded, draft=draft, died=death
        )  # fmt: skip

    def _link(self, chosen: Person, other: Person, bond: str) -> None:
        what, _colon, kind = bond.partition(":")
        bonded = self.actions.Bonded(what, kind)
        self.actions.link_members(by=self.by, case=self.case, chosen=chosen, other=other, bonded=bonded)

    def _born(self, person: Person, otherwise: int = 1985) -> int:
        return person.birth_date.year if person.birth_date else otherwise

    def _parents_of(self, person: Person, *, dead: bool) -> None:
        born = self._born(person)
        there = Kinship.objects.filter(relative=person, relation="parent").select_related("person").first()
        elder = there.person if there else self._add(person, "parent", "P", born - 24, "birth")
        sex = "L" if elder.sex == "P" else "P"
        died = self.told_on.year - self.rng.between(2, 9) if dead else None
        other = self._add(person, "parent", sex, born - 27, "birth", beside=(elder,), died=died)
        couple = Kinship.objects.get(person=other, relative=elder, relation="spouse")
        words = {"kind": "married", "since": date(born - 5, 1, 1)}
        if died:
            words |= {"standing": "widowed", "until": date(died, 1, 1)}
        self.actions.change_link(by=self.by, case=self.case, row=couple, **words)
        setattr(self, f"parent_of_{'mother' if dead else 'father'}", elder)

    def _sister_of(self, mother: Person) -> None:
        parents = [
            row.person for row in Kinship.objects.filter(relative=mother, relation="parent").select_related("person")
        ]
        sister = self._add(mother, "sibling", "P", self._born(mother) - 3, beside=parents)
        husband = self._add(sister, "partner", "L", self._born(mother) - 6, "married", since=self._born(mother) + 20)
        self._add(sister, "child", "L", self._born(mother) + 23, "adopted", beside=(husband,))

    def _former_husband_of(self, mother: Person) -> None:
        married = self._born(mother) + 21
        former = self._add(mother, "partner", "L", self._born(mother) - 4, "married", since=married)
        row = Kinship.objects.get(person=former, relative=mother, relation="spouse")
        ended = date(min(married + 9, self.told_on.year - 1), 1, 1)
        self.actions.change_link(
            by=self.by, case=self.case, row=row, kind="married", standing="divorced", since=row.since, until=ended
        )
        for child in self.members.get("child", []):
            add_kinship(by=self.by, person=former, relative=child, relation="parent")
        self._tie(former, mother, "cut_off", "client", "Sejak berpisah ia tidak pernah menelepon anak-anak.")

    def _children_are_with(self, elder: Person) -> None:
        """The parents work far away; the children were placed with their grandmother."""
        children = self.members.get("child", [])
        if not children:
            return
        mother = self._add(elder, "child", "P", self._born(elder) + 22, "birth")
        father = self._add(mother, "partner", "L", self._born(elder) + 20, "married", since=self._born(elder) + 42)
        for child in children:
            for parent in (mother, father):
                add_kinship(by=self.by, person=parent, relative=child, relation="parent")
            self._link(child, elder, "carer:placed")
        self._tie(elder, children[0], "close", "observation", "")
        self._tie(mother, children[0], "distant", "significant_other", "Ibunya menelepon sebulan sekali.")

    def _lines(self, mother: Person | None, father: Person | None) -> None:
        violent = self.course.story["key"] == "violence_home"
        if mother and (elder := getattr(self, "parent_of_mother", None)):
            self._tie(elder, mother, "close", "client", "Kepada ibu saya bisa cerita apa saja.")
        if mother and father:
            words = "Suami saya memukul kalau uang habis." if violent else ""
            self._tie(father, mother, "violence" if violent else "conflict", "client", words)
        if father and (children := self.members.get("child", [])):
            self._tie(father, children[0], "distant", "observation", "")

    def _tie(self, one: Person, other: Person, kind: str, source: str, words: str) -> None:
        self.actions.draw_tie(
            by=self.by,
            case=self.case,
            one=one,
            other=other,
            kind=kind,
            source=source,
            source_date=self.told_on,
            words=words,
        )
