"""Which lines fit a chosen problem. Keys are the problem codes of a request, values the topics of a line."""

_TOPICS = {
    "violence_home": ("violence_women", "child", "violence", "victim"),
    "violence_sexual": ("violence_women", "child", "violence", "victim"),
    "child_safety": ("child", "violence"),
    "self_harm": ("suicide", "mental_health"),
    "mental_health": ("mental_health", "suicide"),
    "basic_needs": ("bansos",),
    "housing": ("bansos",),
    "health": ("medical",),
    "disability": ("disability", "bansos"),
    "older_person": ("abuse", "bansos"),
    "migrant": ("migrant",),
    "trafficking": ("migrant", "violence", "victim"),
    "drugs": ("drugs", "medical"),
    "documents": ("bansos",),
    "disaster": ("disaster", "emergency"),
    "online_harm": ("online_scam", "online_content", "violence_women"),
    "legal": ("victim", "witness"),
    "missing_person": ("violence", "emergency"),
}


def for_problems(problems: list[str] | tuple[str, ...]) -> list[str]:
    """Topics of all chosen problems, the first problem's first, each once."""
    return list(dict.fromkeys(topic for problem in problems for topic in _TOPICS.get(problem, ())))
