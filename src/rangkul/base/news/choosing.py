"""What a page needs on which somebody turns "Ada kabar untuk Anda" on and off (`look/news_ways.html`)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from rangkul.base.forms import RangkulForm
from rangkul.base.news import sending
from rangkul.base.news.sending import NewsWay
from rangkul.base.news.wishes import Wish


class MailForm(RangkulForm):
    reach_at = forms.EmailField(
        label=gettext_lazy("Alamat surel"), max_length=200,
        help_text=gettext_lazy("Hanya bila tidak ada orang lain yang membukanya."),
    )  # fmt: skip


def choices(wishes: Sequence[Wish], form: MailForm | None = None) -> dict[str, Any]:
    """`wishes`: one person's, also those that were lost; `form` as it was refused."""
    ways = sending.ways()
    left = ways - {one.way for one in wishes if one.lost_at is None}
    return {
        "wishes": wishes,
        "nowhere": not ways,
        "push_key": sending.public_key() if NewsWay.PUSH in left else "",
        "mail_form": (form or MailForm()) if NewsWay.MAIL in left else None,
    }
