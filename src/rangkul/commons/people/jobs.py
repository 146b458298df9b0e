"""Periodic work: whoever has no page open learns that something waits for them."""

from rangkul.base import asking, work
from rangkul.commons.people.actions.news import tell_staff
from rangkul.commons.people.queries.news import staff_news_due

# So many are told in one go; what is left waits for the next half minute.
AT_ONCE = 50


@work.periodic("*/30 * * * * *", name="people.news")
def tell_the_staff() -> None:
    by = asking.current()
    for news, waiting in staff_news_due(AT_ONCE):
        tell_staff(by=by, news=news, waiting=waiting)
