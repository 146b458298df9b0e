"""What never changes on a page is drawn once a language: words, icons, addresses of files and of places.

A work page draws some 150 of them each time it is asked for (ADR 0112). Here runs of them become one node that
remembers its text for each language. Nothing that was typed by anybody and nothing of the asker is in it. What does
change is mostly a short text without a sign that HTML needs escaped: it is looked at once and said.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.template import Node, Template
from django.template.base import FilterExpression, NodeList, TextNode, VariableNode, render_value_in_context
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.library import SimpleNode
from django.template.loaders import cached
from django.templatetags.i18n import TranslateNode
from django.templatetags.static import StaticNode
from django.utils.html import escape
from django.utils.translation import get_language

# Simple tags that say the same for the same words: theirs is the mark, `@same_every_time`.
_MARK = "same_every_time"
_ESCAPED = re.compile("[&<>\"']")


def same_every_time(tag: Any) -> Any:
    """Says of the function of a simple tag that its answer hangs on its arguments and the language alone."""
    setattr(tag, _MARK, True)
    return tag


class Loader(cached.Loader):
    """The cached loader, whose templates are gone through once when they are read."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        template = super().get_template(template_name, skip)
        if not getattr(template, "gone_through", False):
            go_through(template.nodelist)
            template.gone_through = True
        return template


class Still(Node):
    """Nodes next to each other whose text is the same for everybody who reads a language."""

    child_nodelists = ()

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self.kept: dict[tuple[str | None, bool], str] = {}

    def render(self, context: Context) -> str:
        key = (get_language(), context.autoescape)
        text = self.kept.get(key)
        if text is None:
            text = self.kept[key] = "".join(node.render_annotated(context) for node in self.nodes)
        return text


class Said(VariableNode):
    """`{{ name }}`: what it says is escaped as Django escapes it, only sooner."""

    def render(self, context: Context) -> str:
        value = self.filter_expression.resolve(context)
        if type(value) is str and context.autoescape:
            return escape(value) if _ESCAPED.search(value) else value
        return render_value_in_context(value, context)


def go_through(nodes: NodeList) -> None:
    for node in nodes:
        if type(node) is VariableNode:
            node.__class__ = Said
        for inner in _lists_in(node):
            go_through(inner)
    # In one step: another thread may be drawing this list.
    nodes[:] = _joined(nodes)


def _lists_in(node: Node) -> Iterator[NodeList]:
    """The lists of nodes inside a node, however its class keeps them: alone, or beside the conditions of an `if`."""
    for held in vars(node).values():
        if isinstance(held, NodeList):
            yield held
        elif isinstance(held, list):
            yield from (part for pair in held if isinstance(pair, tuple) for part in pair if isinstance(part, NodeList))


def _joined(nodes: NodeList) -> list[Node]:
    joined: list[Node] = []
    run: list[Node] = []
    for node in [*nodes, None]:
        if node is not None and is_still(node):
            run.append(node)
            continue
        # Text alone is already as fast as it can be.
        joined += [Still(run)] if any(not isinstance(one, TextNode) for one in run) else run
        run = []
        if node is not None:
            joined.append(node)
    return joined


def is_still(node: Node) -> bool:
    """Whether a node says the same to everybody who reads the same language."""
    if isinstance(node, TextNode):
        return True
    if isinstance(node, TranslateNode):
        words = (node.filter_expression, node.message_context)
        return node.asvar is None and all(word is None or _is_literal(word) for word in words)
    if isinstance(node, StaticNode):
        return type(node) is StaticNode and node.varname is None and _is_literal(node.path)
    if isinstance(node, URLNode):
        return node.asvar is None and not node.args and not node.kwargs and _is_literal(node.view_name)
    if isinstance(node, SimpleNode):
        given = [*node.args, *node.kwargs.values()]
        return node.target_var is None and hasattr(node.func, _MARK) and all(map(_is_literal, given))
    return False


def _is_literal(words: FilterExpression) -> bool:
    """Words of the template itself, through no filter: `"Simpan"` or `_("Simpan")`, not `name`."""
    var = words.var
    return not words.filters and (isinstance(var, str) or getattr(var, "lookups", ()) is None)
