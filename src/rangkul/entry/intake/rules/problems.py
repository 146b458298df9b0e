"""The problem fields a person may choose from, and how soon each calls for an answer by itself.

The codes are what is stored; the words for the screen belong to the pages.
"""

VIOLENCE_HOME = "violence_home"
VIOLENCE_SEXUAL = "violence_sexual"
CHILD_SAFETY = "child_safety"
SELF_HARM = "self_harm"
MENTAL_HEALTH = "mental_health"
BASIC_NEEDS = "basic_needs"
HOUSING = "housing"
DEBT = "debt"
HEALTH = "health"
DISABILITY = "disability"
OLDER_PERSON = "older_person"
EDUCATION = "education"
WORK = "work"
MIGRANT = "migrant"
TRAFFICKING = "trafficking"
DRUGS = "drugs"
FAMILY = "family"
DOCUMENTS = "documents"
DISASTER = "disaster"
ONLINE_HARM = "online_harm"
LEGAL = "legal"
MISSING_PERSON = "missing_person"
INFORMATION = "information"
OTHER = "other"

ALL = (
    VIOLENCE_HOME, VIOLENCE_SEXUAL, CHILD_SAFETY, SELF_HARM, MENTAL_HEALTH, BASIC_NEEDS, HOUSING, DEBT, HEALTH,
    DISABILITY, OLDER_PERSON, EDUCATION, WORK, MIGRANT, TRAFFICKING, DRUGS, FAMILY, DOCUMENTS, DISASTER,
    ONLINE_HARM, LEGAL, MISSING_PERSON, OTHER, INFORMATION,
)  # fmt: skip

# Violence means: special confidentiality, a trained worker of the wished sex, never mediation.
VIOLENCE = frozenset({VIOLENCE_HOME, VIOLENCE_SEXUAL, CHILD_SAFETY, TRAFFICKING})

# Can wait for an ordinary appointment where the person is safe and nothing else was said.
PATIENT = frozenset({EDUCATION, WORK, DOCUMENTS})
