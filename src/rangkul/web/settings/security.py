"""Keys, cookies, login, headers."""

import os

from csp.constants import NONCE, NONE, SELF

from rangkul.base.home import secret

SECRET_KEY = secret("django", 48).hex()
ALLOWED_HOSTS = [host for host in os.environ.get("RANGKUL_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
_HTTPS = os.environ.get("RANGKUL_HTTPS") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
# Nobody else learns where a visitor was; `no-referrer` would also blank the Origin that guards our own forms.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_NAME = "rangkul"
SESSION_COOKIE_SECURE = _HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# A session ends with the browser, and on the server after half a working day without use (accounts/opening.py).
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 4 * 3600
CSRF_COOKIE_NAME = "rangkul_csrf"
# Ends with the browser: a cookie of a year would tell everybody who uses the telephone that somebody was here.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "rangkul.web.errors.csrf_failed"

AUTH_USER_MODEL = "people.Staff"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rangkul.web.accounts.opening.Accounts",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/kerja/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "rangkul.web.accounts.forms.SignInForm",
    "change_password": "rangkul.web.accounts.forms.OwnPasswordForm",
    "reauthenticate": "rangkul.web.accounts.forms.AgainByPasswordForm",
}
ACCOUNT_ADAPTER = "rangkul.web.accounts.adapter.StaffAdapter"
ACCOUNT_PREVENT_ENUMERATION = True
# Sessions end with the browser, so the login offers no "remember me".
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "rangkul.web.accounts.adapter.FactorAdapter"
MFA_FORMS = {
    "add_webauthn": "rangkul.web.accounts.forms.PasskeyForm",
    "activate_totp": "rangkul.web.accounts.forms.CodeForm",
    "authenticate": "rangkul.web.accounts.forms.SecondStepForm",
    "reauthenticate": "rangkul.web.accounts.forms.AgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Rangkul"
# A code that changes while it is typed or sent still opens; a phone's clock may be half a minute off (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _HTTPS
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "rangkul.web.accounts.lockout.username"
AXES_CLIENT_IP_CALLABLE = "rangkul.entry.intake.address.line_of"
# Failed logins are counted in the database by axes; the library's own counter lives in one process only.
# Of codes it counts ours (accounts/lockout.py), by the account alone: whoever gets that far knows its password.
ACCOUNT_RATE_LIMITS = {"login_failed": False, "codes_missed": "6/15m/key"}
AXES_LOCKOUT_TEMPLATE = "account/locked.html"

_STREAM = os.environ.get("RANGKUL_STREAM_URL", "")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        # A voice that was sent in a room, and one just recorded, before it is sent.
        "media-src": [SELF, "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF, *([_STREAM] if _STREAM.startswith("http") else [])],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
