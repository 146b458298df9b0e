"""Which questions stand before a conversation, and what the answers become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.base.forms import RangkulForm
from rangkul.base.wilayah import queries as wilayah
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.queries import consent_texts
from rangkul.entry.intake.states import ForWhom, Safe, Via
from rangkul.support.counselling.actions import CONSENT, Begun
from rangkul.support.counselling.pages import forms
from rangkul.support.counselling.states import RoomKind

Answers = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Step:
    slug: str
    question: Any
    why: Any
    skippable: bool = False


STEPS = (
    Step(
        "cara",
        _("Bagaimana Anda ingin berbicara?"),
        _("Caranya bisa diganti nanti, di ruang yang sama."),
    ),
    Step(
        "aman",
        _("Amankah berbicara sekarang?"),
        _("Supaya kami tahu bagaimana menjawab tanpa membahayakan Anda."),
        skippable=True,
    ),
    Step(
        "dimana",
        _("Di mana Anda sekarang?"),
        _("Supaya petugas yang dekat menjawab, dan pertolongan bisa sampai bila perlu."),
    ),
    Step(
        "siapa",
        _("Siapa yang bisa mendatangi Anda di sana?"),
        _("Bila keadaan memburuk, seseorang perlu bisa sampai ke Anda."),
    ),
    Step(
        "kata",
        _("Kata rahasia untuk menutup ruang"),
        _(
            "Bila ada yang datang, kirim kata ini saja: ruang langsung tertutup, dan petugas tahu."
            " Anda masuk lagi dengan tiket dan PIN."
        ),
        skippable=True,
    ),
    Step("cerita", _("Sebelum mulai"), _("Semuanya boleh dikosongkan. Anda tetap dibantu tanpa nama."), skippable=True),
    Step("setuju", _("Sudah siap?"), _("Anda boleh mengubah keputusan ini kapan saja di ruang.")),
)
BY_SLUG = {step.slug: step for step in STEPS}
FIRST, LAST = STEPS[0].slug, STEPS[-1].slug
NEEDED = ("cara", "dimana", "siapa", "setuju")
FORMS: dict[str, type[RangkulForm]] = {
    "cara": forms.HowForm,
    "aman": forms.SafeForm,
    "dimana": forms.WhereForm,
    "siapa": forms.NearForm,
    "kata": forms.CodeForm,
    "cerita": forms.StoryForm,
    "setuju": forms.AgreeForm,
}


def after(slug: str) -> str:
    order = list(BY_SLUG)
    return order[min(order.index(slug) + 1, len(order) - 1)]


def before(slug: str) -> str:
    order = list(BY_SLUG)
    return order[max(order.index(slug) - 1, 0)]


def handed_in(answers: Answers, language: str) -> HandedIn:
    """The request that stands behind the conversation: nothing but what was said, and where an answer goes."""
    where, story = answers["dimana"], answers["cerita"]
    return HandedIn(
        narrative=story.get("first_words", ""),
        safe_now=answers["aman"].get("safe", Safe.UNKNOWN),
        for_whom=ForWhom.UNKNOWN,
        region_code=where.get("region_code", ""),
        place_words=_place(where),
        language=story.get("language") or ("" if language == "id" else language),
        wants_sex=story.get("wants_sex", ""),
        via=Via.CHAT,
        asked=Asked(called_name=story.get("called_name", "")),
        ways=SafeWays(channels=("ticket",), code_word=answers["kata"].get("code_word", "")),
        agreed=Agreed(
            {text.purpose: text.needed for text in consent_texts()},
            mode="screen",
            text_version=CONSENT,
            language=language,
        ),
    )


def _place(where: dict[str, Any]) -> str:
    typed = "" if where.get("region_code") else where.get("place", "")
    return ". ".join(words for words in (typed, where.get("place_words", "")) if words)


def begun(answers: Answers) -> Begun:
    where, story = answers["dimana"], answers["cerita"]
    named = wilayah.path(where["region_code"]) if where.get("region_code") else ""
    return Begun(
        kind=answers["cara"].get("kind", RoomKind.LIVE),
        agreed=bool(answers["setuju"].get("agreed")),
        place=", ".join(words for words in (_place(where), named) if words),
        nearby=answers["siapa"].get("nearby", ""),
        safe=answers["aman"].get("safe", Safe.UNKNOWN),
        code_word=answers["kata"].get("code_word", ""),
        called_name=story.get("called_name", ""),
        in_file=bool(answers["setuju"].get("in_file")),
        first_words=story.get("first_words", ""),
    )


def begun_now(given: dict[str, Any]) -> Begun:
    """Nobody in danger is held up by questions; what is missing stays to be seen, and the worker asks it first."""
    unsaid = str(_("Belum disebut. Tanyakan lebih dulu."))
    return Begun(kind=RoomKind.LIVE, agreed=True, place=given["place"] or unsaid, nearby=given["nearby"] or unsaid)
