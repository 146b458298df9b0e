"""Which questions there are, in which order, and when one is left out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.commons.people.states import Channel
from rangkul.entry.intake.rules import problems, words

Answers = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """`follows`: a further question to the one before, asked of some; it is no step of its own, so that the number of
    steps that was named at the beginning stays true."""

    slug: str
    question: Any
    why: Any = ""
    follows: bool = False
    asked: Callable[[Answers], bool] = lambda answers: True
    skippable: bool = True


def _violence(answers: Answers) -> bool:
    chosen = set(answers.get("apa", {}).get("fields_chosen", ()))
    told = words.flags(answers.get("apa", {}).get("narrative", ""))
    return bool(chosen & problems.VIOLENCE or {words.VIOLENCE, words.SEXUAL_VIOLENCE} & set(told))


def reached_otherwise(answers: Answers) -> bool:
    """Whether the asker chose a way of contact besides the ticket."""
    return bool(set(answers.get("hubungi", {}).get("channels", ())) - {Channel.TICKET})


STEPS = (
    Step("aman", _("Apakah Anda aman sekarang?"), _("Supaya kami tahu seberapa cepat harus menjawab.")),
    Step("siapa", _("Bantuan ini untuk siapa?"), _("Supaya kami menyiapkan petugas yang tepat.")),
    Step("apa", _("Apa yang terjadi?"), _("Supaya kami mengerti. Anda yang memilih seberapa banyak yang diceritakan.")),
    Step(
        "kejadian",
        _("Kapan terakhir terjadi?"),
        _("Dalam tiga hari pertama dokter dan polisi bisa berbuat lebih banyak."),
        follows=True,
        asked=_violence,
    ),
    Step("dimana", _("Di mana kejadiannya atau tempat tinggalnya?"), _("Supaya petugas terdekat yang menjawab.")),
    Step(
        "hubungi",
        _("Bagaimana kami boleh menghubungi Anda?"),
        _("Kami hanya memakai cara yang Anda pilih, supaya Anda tetap aman."),
    ),
    Step(
        "kontak",
        _("Kapan dan ke mana yang aman?"),
        _("Di luar waktu ini kami tidak menghubungi Anda."),
        follows=True,
        asked=reached_otherwise,
        skippable=False,
    ),
    Step("nama", _("Siapa Anda?"), _("Semuanya boleh dikosongkan. Anda tetap dibantu tanpa nama.")),
    Step(
        "setuju",
        _("Apa yang boleh kami lakukan dengan jawaban Anda?"),
        _("Anda boleh mengubahnya nanti dengan tiket Anda."),
        skippable=False,
    ),
    Step("periksa", _("Sudah benar?"), _("Anda masih bisa mengubah jawaban."), skippable=False),
)
BY_SLUG = {step.slug: step for step in STEPS}


def path(answers: Answers) -> list[Step]:
    """The questions that these answers lead through."""
    return [step for step in STEPS if step.asked(answers)]


COUNT = sum(not step.follows for step in STEPS)


def number_of(slug: str) -> int:
    """From 1 to COUNT; a further question has the number of the one that it follows."""
    until = list(BY_SLUG).index(slug) + 1
    return sum(not step.follows for step in STEPS[:until])


def next_after(slug: str, answers: Answers) -> str:
    """The next question's slug; the last one stays."""
    slugs = [step.slug for step in path(answers)]
    all_slugs = list(BY_SLUG)
    later = [one for one in slugs if all_slugs.index(one) > all_slugs.index(slug)]
    return later[0] if later else slugs[-1]


def before(slug: str, answers: Answers) -> str | None:
    all_slugs = list(BY_SLUG)
    earlier = [step.slug for step in path(answers) if all_slugs.index(step.slug) < all_slugs.index(slug)]
    return earlier[-1] if earlier else None


def first_open(answers: Answers) -> str:
    """Where to go on after resuming: the first question that has neither an answer nor a skip."""
    return next((step.slug for step in path(answers) if step.slug not in answers), "periksa")
