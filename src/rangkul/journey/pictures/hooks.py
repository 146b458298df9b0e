"""What later packages put on the pictures of a case: they fill these lists in their AppConfig.ready().

hooks.moments.append(fn)   fn(case) -> Moments for the timeline, each in one of the lanes of `states.Lane`
hooks.values.append(fn)    the same for what was counted: it stands on the picture, and in documents elsewhere
"""

from collections.abc import Callable, Iterable

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.lifeline.values import Moment

moments: list[Callable[[Case], Iterable[Moment]]] = []
values: list[Callable[[Case], Iterable[Moment]]] = []
