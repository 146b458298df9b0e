"""Tags of the design system: `{% load look %}`."""

from functools import lru_cache

from django import template
from django.template.base import token_kwargs
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from rangkul.web.look import levels, parts, times
from rangkul.web.look.still import same_every_time

register = template.Library()

# Width and height in CSS pixels keep the place free until the drawing is there.
SIZES = {"hug": (320, 260)}


@register.simple_tag
@same_every_time
def icon(name, label="", big=False):
    """An icon of the sprite. Without a label it is decoration and hidden from screen readers."""
    return _drawn_icon(str(name), str(label), bool(big))


# A work page shows forty icons; their labels are words of the interface, of which there are few.
@lru_cache(maxsize=1024)
def _drawn_icon(name, label, big):
    spoken = format_html(' role="img" aria-label="{}"', label) if label else mark_safe(' aria-hidden="true"')
    return format_html(
        '<svg class="icon{}"{} focusable="false"><use href="{}#{}"></use></svg>',
        " icon-big" if big else "",
        spoken,
        static("look/built/icons.svg"),
        name,
    )


@register.simple_tag
@same_every_time
def art(name):
    """A drawing of ours, pure decoration: the words beside it say what matters."""
    return format_html(
        '<img class="art" src="{}" alt="" width="{}" height="{}">',
        static(f"look/built/{name}.svg"),
        *SIZES.get(name, (160, 120)),
    )


@register.simple_tag
@same_every_time
def level(value, big=False):
    """Word, shape and colour of a risk level; an unknown one says so instead of looking harmless."""
    return levels.badge(value, big=big)


@register.simple_tag
def due(when, inline=False):
    """When something is due: relative first, exact below. `when` is an aware datetime, a date or None."""
    return times.due_html(when, inline=inline)


@register.filter
def ago(when):
    """`3 jam lalu` with the exact time as its tooltip."""
    return times.ago_html(when)


@register.filter
def shortened(text, most):
    """The beginning of a text for a list: at most so many characters, the sign of what was left out among them."""
    text = str(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


@register.filter
def moment(when):
    """`Sen 23 Nov 2026 14.30 WIB`, or only the date for a date."""
    return times.exact(when)


@register.filter
def initials(name):
    """Two letters that stand for a person where there is no picture."""
    words = [word for word in str(name).split() if word[:1].isalpha()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


@register.filter
def bare(words):
    """Somebody's words without the quotation marks they may have been typed with; the page sets its own."""
    return str(words).strip().strip('“”"')


@register.filter
def percent_of(value, whole):
    """Share in whole percent, for SVG widths; 0 where the whole is 0."""
    return round(100 * float(value) / float(whole)) if whole else 0


@register.simple_tag(takes_context=True)
def theme(context):
    """`light`, `dark` or nothing: what the reader chose, else the device decides."""
    request = context.get("request")
    chosen = request.COOKIES.get("rangkul_theme") if request else None
    return chosen if chosen in ("light", "dark") else ""


@register.simple_tag(takes_context=True)
def part(context, name, /, **given):
    """A component without a body: `{% part "empty" title=_("Belum ada kasus") %}`, or all as one: `values=row`."""
    return _draw(context, name, {**given.pop("values", {}), **given})


@register.tag
def keep(parser, token):
    """Draw once what a page shows twice: `{% keep as menu %} … {% endkeep %}`, then `{{ menu }}`."""
    _tag, _as, name = token.split_contents()
    body = parser.parse(("endkeep",))
    parser.delete_first_token()
    return KeepNode(name, body)


class KeepNode(template.Node):
    def __init__(self, name, nodelist):
        self.name, self.nodelist = name, nodelist

    def render(self, context):
        context[self.name] = self.nodelist.render(context)
        return ""


@register.tag
def wrap(parser, token):
    """A component around a body: `{% wrap "notice" tone="warn" %} … {% endwrap %}`."""
    bits = token.split_contents()[1:]
    name = parser.compile_filter(bits.pop(0))
    values = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError(f"wrap takes key=value only, not {bits}")
    body = parser.parse(("endwrap",))
    parser.delete_first_token()
    return WrapNode(name, values, body)


class WrapNode(template.Node):
    def __init__(self, name, values, nodelist):
        self.name, self.values, self.nodelist = name, values, nodelist

    def render(self, context):
        given = {key: value.resolve(context) for key, value in self.values.items()}
        return _draw(context, self.name.resolve(context), {**given, "slot": self.nodelist.render(context)})


def _draw(context, name, given):
    values = parts.values_of(name, given)
    shown = context.template.engine.get_template(f"look/components/{name}.html")
    # The part sees what it was given and nothing of the page, except what forms need to be sent.
    kept = {key: value for key in ("csrf_token", "request") if (value := context.get(key)) is not None}
    return shown.render(context.new({**kept, **values}))
