"""The forms kit: one base form that every page uses."""

from rangkul.base.forms.kit import LONG, SHORT, RangkulForm, refuse

__all__ = ["LONG", "SHORT", "RangkulForm", "refuse"]
