"""Which packages run. RANGKUL_MODULES lists what an agency switches on; the spine is always there."""

import os

_LIBRARIES = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    # The account library's list of passkeys loads its filters.
    "django.contrib.humanize",
    # The templates of its widgets.
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "procrastinate.contrib.django",
]
_SPINE = [
    "rangkul.base",
    "rangkul.base.wilayah",
    "rangkul.base.taxonomy",
    "rangkul.commons.people",
    "rangkul.commons.trust",
    "rangkul.entry.signals",
    "rangkul.entry.intake",
    "rangkul.entry.crisis",
    "rangkul.journey.cases",
    "rangkul.journey.assessment",
    "rangkul.journey.instruments",
    "rangkul.journey.plans",
]
_WEB = [
    "rangkul.web",
    "rangkul.web.look",
    "rangkul.web.accounts",
    "rangkul.web.site",
    "rangkul.web.desks",
    "rangkul.web.portal",
    "rangkul.web.api",
    "rangkul.web.demo",
]
OPTIONAL_MODULES = [
    "commons.directory",
    "journey.pictures",
    "journey.visits",
    "journey.conferences",
    "journey.protection",
    "journey.reports",
    "support.consultation",
    "support.counselling",
    "support.entitlements",
    "support.referral",
    "support.volunteers",
    "sustain.workforce",
    "tell.exchange",
]
# "none" switches off whatever can be.
MODULES = [
    name
    for name in os.environ.get("RANGKUL_MODULES", ",".join(OPTIONAL_MODULES)).split(",")
    if name not in {"", "none"}
]
# Our templates come before the libraries', so that their login pages wear our look.
INSTALLED_APPS = [*reversed(_WEB), *_SPINE, *[f"rangkul.{name}" for name in MODULES], *_LIBRARIES]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "rangkul.web.middleware.programs.PlainAnswers",
    "rangkul.web.middleware.limits.BoundedBody",
    "rangkul.web.middleware.files.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "rangkul.web.middleware.asking.AskingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "rangkul.web.middleware.doors.ClosedDoors",
    "axes.middleware.AxesMiddleware",
]
