"""Numbers as people read them, in the notation of their language."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format


def rounded(number: float | Decimal, digits: int = 1) -> str:
    """So many digits behind the comma, a half going away from nought. The framework's own formatter only cuts."""
    return number_format(_to(number, digits), digits)


def at_most(number: float | Decimal, digits: int = 1) -> str:
    """As `rounded`, without the noughts at the end: a whole number has no comma."""
    told = _to(number, digits)
    whole = told.to_integral_value()
    return number_format(whole if told == whole else told.normalize())


def _to(number: float | Decimal, digits: int) -> Decimal:
    # What is written is rounded, not the binary fraction behind it; nought has no sign.
    return Decimal(str(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP) + 0
