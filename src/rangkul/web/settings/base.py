"""Language, time, templates, the way requests are served."""

import os
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
DEBUG = os.environ.get("RANGKUL_DEBUG") == "1"
ROOT_URLCONF = "rangkul.web.urls"
WSGI_APPLICATION = "rangkul.web.wsgi.application"
ASGI_APPLICATION = "rangkul.web.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
USE_I18N = True
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("rangkul.web.look.still.Loader", ["django.template.loaders.app_directories.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "rangkul.web.context.page",
            ],
            "builtins": ["rangkul.web.look.templatetags.look"],
        },
    }
]
FORM_RENDERER = "rangkul.web.look.forms.LookRenderer"

STATIC_URL = "/static/"
STATIC_ROOT = os.environ.get("RANGKUL_STATIC_ROOT") or None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "rangkul.web.file_addresses.Editions"},
}
# Files are found where they lie, so a fresh clone serves without a collecting step.
WHITENOISE_USE_FINDERS = True
# Of an address without an edition; with one a file is kept for a year (web/file_addresses.py).
WHITENOISE_MAX_AGE = 3600

# Empty: the stream is served at the same address as the pages (one-command mode or behind a proxy).
STREAM_URL = os.environ.get("RANGKUL_STREAM_URL", "/aliran/")

# The server through which two browsers speak (docs/calls.md), e.g. "turns:bicara.lembaga.id:5349"; several by spaces.
TURN_URLS = os.environ.get("RANGKUL_TURN_URLS", "").split()
TURN_SECRET = os.environ.get("RANGKUL_TURN_SECRET", "")

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 10
# The largest attachment (15 MB) with its form around it.
LARGEST_BODY = 16_000_000
# What clients hand in never lies unsealed on a disk, not even for the time of a request: files stay in memory, and
# nothing larger than the memory allows gets as far as here.
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_BODY
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

# "Ada kabar untuk Anda" (docs/news.md): each way is off until its settings are there.
EMAIL_HOST = os.environ.get("RANGKUL_MAIL_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("RANGKUL_MAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("RANGKUL_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("RANGKUL_MAIL_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("RANGKUL_MAIL_TLS", "1") == "1"
EMAIL_TIMEOUT = 10
NEWS_MAIL_FROM = os.environ.get("RANGKUL_MAIL_FROM", "")
NEWS_PUSH_KEY = os.environ.get("RANGKUL_PUSH_KEY", "")
NEWS_PUSH_CONTACT = os.environ.get("RANGKUL_PUSH_CONTACT", "")
_MAILS = "smtp" if os.environ.get("RANGKUL_MAIL_HOST") else "console"
EMAIL_BACKEND = os.environ.get("RANGKUL_EMAIL_BACKEND", f"django.core.mail.backends.{_MAILS}.EmailBackend")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "discreet": {"()": "rangkul.web.logs.Discreet", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain" if DEBUG else "discreet"}},
    "root": {"handlers": ["console"], "level": os.environ.get("RANGKUL_LOG", "WARNING")},
    "loggers": {
        # Both have handlers of their own, which would repeat an exception's words.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "uvicorn.error": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Names as typed and addresses; the table of failed logins is where they are counted and removed.
        "axes": {"level": "ERROR"},
    },
}
