"""From the answers of the wizard to what is handed in."""

from datetime import time
from typing import Any

from rangkul.entry.intake import consents
from rangkul.entry.intake.handed_in import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.states import ForWhom, Safe, Via
from rangkul.entry.intake.wizard.steps import path

HOURS = {"24": 24, "72": 72, "720": 720}


def handed_in(answers: dict[str, Any], language: str) -> HandedIn:
    """Answers of questions that are no longer asked do not count."""
    asked = {step.slug: answers.get(step.slug, {}) for step in path(answers)}
    where, who, what = asked["dimana"], asked["siapa"], asked["apa"]
    return HandedIn(
        narrative=what.get("narrative", ""),
        fields=tuple(what.get("fields_chosen", ())),
        safe_now=asked["aman"].get("safe_now", Safe.UNKNOWN),
        for_whom=who.get("for_whom", ForWhom.UNKNOWN),
        ages=tuple(who.get("ages", ())),
        violence_hours=HOURS.get(asked.get("kejadian", {}).get("violence_when", "")),
        region_code=where.get("region_code", ""),
        place_words=_place_words(where),
        wants_sex=asked["nama"].get("wants_sex", ""),
        # The language of the page is the only hint at the language of the person.
        language="" if language == "id" else language,
        via=Via.WEB,
        asked=_asked(asked["nama"]),
        ways=_ways(asked["hubungi"].get("channels", ()), asked.get("kontak", {})),
        agreed=Agreed(
            {text.purpose: bool(asked["setuju"].get(text.purpose)) for text in consents.TEXTS},
            mode="screen",
            text_version=consents.VERSION,
            language=language,
        ),
    )


def _place_words(where: dict[str, Any]) -> str:
    """What was typed is kept where no region code says it better."""
    typed = "" if where.get("region_code") else where.get("place", "")
    return ". ".join(words for words in (typed, where.get("place_words", "")) if words)


def _asked(given: dict[str, Any]) -> Asked:
    return Asked(**{name: given.get(name, "") for name in ("name", "called_name", "about_name", "relation")})


def _ways(channels: Any, contact: dict[str, Any]) -> SafeWays:
    return SafeWays(
        channels=tuple(channels) or ("ticket",),
        days=tuple(contact.get("days", ())),
        from_time=_time(contact.get("from_time")),
        to_time=_time(contact.get("to_time")),
        code_word=contact.get("code_word", ""),
        never_leave_message=not contact.get("may_leave_message", False),
        note=contact.get("note", ""),
        phone=contact.get("phone", ""),
        phone_owner=contact.get("phone_owner") or "unknown",
        email=contact.get("email", ""),
    )


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
