"""Words by which an article is found: folded as they sound, and each without one letter, so that a slip of the keyboard
finds it too."""

from __future__ import annotations

from collections.abc import Iterable

from rangkul.base.wilayah.folding import fold, questions
from rangkul.support.consultation.models import Article, ArticleKey

# Words that tell no article from another, folded as they are kept.
_EMPTY = frozenset(
    fold(
        "dan yang di ke dari untuk bagi atau dengan oleh pada ini itu adalah akan bila jika agar supaya tidak bukan ada"
        " apa bagaimana kapan siapa saya anda kami kita juga lebih sudah belum dalam sebagai karena the of and to in a"
    )
)
_LONGEST = 40
_SLIP_FROM = 5
_MOST = 400
MOST_TYPED = 6


def cuts(word: str) -> set[str]:
    """The word, and where it is long enough for a slip, the word without each of its letters."""
    if len(word) < _SLIP_FROM:
        return {word}
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}


def _words(*texts: str) -> list[str]:
    found = dict.fromkeys(word[:_LONGEST] for text in texts for word in fold(text) if len(word) > 1)
    return [word for word in found if word not in _EMPTY]


def refresh(article: Article) -> None:
    """Make what finds this article anew."""
    title = set(_words(article.title))
    words = [*title, *(word for word in _words(article.get_topic_display(), article.text) if word not in title)][:_MOST]
    keys = {cut: word in title for word in reversed(words) for cut in cuts(word)}
    keys |= {f"#{code}": False for code in article.categories}
    ArticleKey.objects.filter(article=article).delete()
    ArticleKey.objects.bulk_create(
        [ArticleKey(article=article, key=key, first=first) for key, first in sorted(keys.items())]
    )


def typed(text: str) -> list[set[str]]:
    """Each word that was typed with the cuts that it may share with a kept one."""
    words = [word for word in questions(text[:120])[-1] if word not in _EMPTY][:MOST_TYPED]
    return [cuts(word[:_LONGEST]) for word in words]


def tagged(codes: Iterable[str]) -> list[str]:
    return [f"#{code}" for code in codes]
