"""Sample words for the gallery. The people in them do not exist."""


def samples(request):
    return {"sides": ("light", "dark")}
