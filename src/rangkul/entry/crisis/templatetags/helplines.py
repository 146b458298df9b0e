"""`{% helplines %}`: the help lines that are open now, with the advice that always stands beside them."""

from django import template

from rangkul.entry.crisis import queries

register = template.Library()


@register.inclusion_tag("crisis/helplines.html")
def helplines(problems=(), area=""):
    """`problems`: chosen problem codes; without them the few numbers for everybody, for a page's foot."""
    chosen = list(problems)
    offers = queries.for_problems(chosen, area) if chosen else queries.open_now(at_most=queries.FOOT_LINES)
    return {"offers": offers, "full": bool(chosen), "stale": any(offer.stale for offer in offers)}


@register.inclusion_tag("crisis/call_now.html")
def call_now(area="", problems=()):
    """Large buttons for who is in danger now: lines that answer and are confirmed, nothing else. Those that fit the
    chosen problem codes stand first."""
    fitting = queries.for_problems(list(problems), area) if problems else []
    everybody = queries.open_now(area=area, at_most=queries.FOOT_LINES)
    sure = {offer.line.key: offer for offer in [*fitting, *everybody] if offer.sure}
    return {"offers": list(sure.values())[: queries.FOOT_LINES]}
