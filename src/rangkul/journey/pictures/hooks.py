"""What later packages put on the pictures of a case: they fill this list in their AppConfig.ready().

hooks.moments.append(fn)   fn(case) -> Moments for the timeline, each in one of the lanes of `states.Lane`
"""

from collections.abc import Callable, Iterable

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.lifeline.values import Moment

moments: list[Callable[[Case], Iterable[Moment]]] = []
