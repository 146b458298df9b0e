"""Who belongs to whom in a household."""

from rangkul.web.demo.world.people import Household


def kinship(household: Household) -> list[tuple[int, int, str]]:
    """(person, relative, relation) by place in the household: `person` is <relation> of `relative`."""
    places = {member.role: place for place, member in enumerate(household.members) if member.role != "child"}
    found = []
    if "father" in places and "mother" in places:
        found.append((places["father"], places["mother"], "spouse"))
    for place, member in enumerate(household.members):
        if member.role != "child":
            continue
        found += [(places[role], place, "parent") for role in ("father", "mother") if role in places]
        if "grandparent" in places:
            found.append((places["grandparent"], place, "grandparent"))
    return found
