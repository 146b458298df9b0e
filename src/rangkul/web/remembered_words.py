"""Each sentence of the interface is looked up in the catalogues once in a process.

The framework asks every package's catalogue in turn, twice over when none has the sentence, as for each Indonesian one.
A list of forty cases says four hundred of them: a sixth of the page's time.
"""

from django.utils.translation import trans_real

# The interface says some thousands. What is looked up beyond that is no sentence of ours.
_AT_MOST = 20_000


class Remembering(trans_real.DjangoTranslation):
    def __init__(self, *args, **kwargs):
        self._said: dict[str, str] = {}
        super().__init__(*args, **kwargs)

    def gettext(self, message: str) -> str:
        said = self._said.get(message)
        if said is None:
            said = super().gettext(message)
            if len(self._said) < _AT_MOST:
                self._said[message] = said
        return said


def remember() -> None:
    """From here on the framework makes ours, for each language when it is first spoken.

    A package that says a sentence while it is being loaded has had the framework make its own before.
    """
    trans_real.DjangoTranslation = Remembering
    trans_real._translations.clear()
    trans_real._default = None
