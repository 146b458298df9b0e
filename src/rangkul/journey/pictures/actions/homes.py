"""Who lives with whom, changed on the picture."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Household, HouseholdMember, Person
from rangkul.journey.cases.actions.rows import about, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import policy
from rangkul.journey.pictures.actions.bonding import name_in_case


@action("family.home_moved", may=policy.may_draw)
def move_home(*, by: Asker, case: Case, person: Person, home: Household | None = None, name: str = "") -> Done:
    """`person` lives in `home` from today, or in a new household called `name`; where they lived before, they left."""
    case = lock_open(case)
    if home is None and not name.strip():
        raise Refused(_("Pilih rumah tangga, atau beri nama yang baru."), field="home")
    present = list(HouseholdMember.objects.filter(person=person, until__isnull=True))
    if home is not None and [row.household_id for row in present] == [home.pk]:
        return about(case, present[0], person=person.pk, silent=True)
    for row in present:
        if home is None or row.household_id != home.pk:
            people.end_member(by=by, member=row)
    if home is None:
        home = people.make_household(by=by, name=name[:120], region_code=person.region_code)
    member = people.add_member(by=by, household=home, person=person)
    name_in_case(by, case, person)
    return about(case, member, person=person.pk, home=home.pk)
