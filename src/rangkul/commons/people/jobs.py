"""Periodic work: whoever has no page open learns that something waits for them."""

from rangkul.base import asking, work
from rangkul.base.news.wishes import while_time_lasts
from rangkul.commons.people.actions.news import tell_staff
from rangkul.commons.people.queries.news import staff_news_due


@work.periodic("*/30 * * * * *", name="people.news")
def tell_the_staff() -> None:
    by = asking.current()
    for news, waiting in while_time_lasts(staff_news_due()):
        tell_staff(by=by, news=news, waiting=waiting)
