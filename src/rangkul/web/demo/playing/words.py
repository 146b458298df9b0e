"""The world's short words in the words of the verbs."""

# Which risk a story is about; stories not named here have none to look after.
RISK_KIND = {
    "violence_home": "violence",
    "school": "exploitation",
    "older_person": "neglect",
    "disability": "health",
    "grandparents": "other",
    "illness": "health",
    "mental_health": "health",
    "drugs": "substance",
    "migrant": "exploitation",
    "flood": "shelter",
    "teenager": "self_harm",
    "debt": "to_others",
    "child_law": "other",
    "homeless": "shelter",
    "livelihood": "hunger",
}
CHANNEL = {"visit": "visit", "call": "call", "whatsapp": "chat", "walk_in": "office"}
METHOD = {"group": "groupwork", "community": "community"}
WORKER_ROLE = {"advocacy": "advocate", "brokering": "broker", "group": "facilitator", "community": "enabler"}
END_REASON = {"goals_met": "achieved", "referred": "referred"}
DIMENSIONS = {"needs": "needs", "roles": "roles", "problems": "coping"}
DOMAINS = ("bio", "psiko", "sosial", "spiritual")
WITNESS = "Ketua RT setempat"
