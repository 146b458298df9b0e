from ipaddress import ip_address

from django import template
from django.http.request import split_domain_port

register = template.Library()


@register.simple_tag(takes_context=True)
def passkeys_work(context) -> bool:
    """A passkey belongs to a name: browsers refuse one for a bare number such as 127.0.0.1."""
    host, _port = split_domain_port(context["request"].get_host())
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return True
    return False
