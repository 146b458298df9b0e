"""Each page is closed until it says otherwise: staff pages ask for a login, public ones stand here with reasons."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from rangkul.web.kept_words import given_back, kept_of

# Prefix → why it is open. A path that is not here asks for a signed-in worker.
PUBLIC = {
    "/": "the front page",
    "/minta-bantuan/": "anyone may ask for help without an account (A01)",
    "/tiket/": "the asker follows the request by ticket and PIN (A37)",
    "/keluar/": "quick exit never asks anything (A05)",
    "/bahasa/": "choosing a language",
    "/cara-kerja/": "how asking for help goes",
    "/pekerja-sosial/": "what a social worker is",
    "/pelindungan-data/": "what happens with what one tells us (UU 27/2022 Pasal 21)",
    "/jejak/": "how to leave no trace on a telephone that others look at (A05)",
    "/tampilan/": "choosing light or dark",
    "/wilayah/": "place names are public facts",
    "/galeri/": "components with sample words; the page itself refuses outside demo",
    "/akun/masuk/": "the login page",
    "/akun/keluar/": "signing out works for who is already out",
    "/akun/2fa/masuk/": "the second step of the login",
    "/akun/2fa/kunci/masuk/": "login by passkey",
    "/akun/sandi/lupa/": "whoever forgot the password cannot sign in to read what to do",
    "/api/": "the API checks its own tokens, tickets and PINs",
    "/periksa-dokumen/": "whoever holds a paper may ask whether it is genuine, and learns of nobody",
    "/layanan-darurat/": "help lines are public (A05)",
    "/layanan/": "where help is to be had is public (A08)",
    "/hak-bantuan/": "which programmes there are and how one applies is public (A47)",
    "/hsds/": "other systems read the public part of the list (A77)",
    "/pertukaran/kunci/": "other houses read our public key (A77)",
    "/pertukaran/berkas/": "files of other houses, in letters that prove by their signature from whom they come (A77)",
    "/pertukaran/pesan/": "letters of other houses, which prove by their signature from whom they come (A77)",
    "/lapor-khawatir/": "anybody may say for whom they fear, without an account (A14)",
    "/kabar/": "the private link that a worker sent to somebody in danger (A15)",
    "/pembahasan/": "a guest of a case conference comes by a link and a PIN (A50)",
    "/rujukan/": "whoever receives a referral comes by a link and a code, without an account (A08)",
    "/konseling/": "anyone may talk to a counsellor without an account (A04); a room opens by ticket and PIN alone",
    "/static/": "styles, scripts and icons",
    "/sehat/": "the supervisor process asks whether the server lives",
}
EXACT = frozenset({"/"})


def is_public(path: str) -> bool:
    return path in EXACT or any(path.startswith(prefix) for prefix in PUBLIC if prefix not in EXACT)


def _is_a_page(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


# What a worker needs before the second factor is set up. Everything else of /akun/ waits for it, the list of accounts
# above all.
# A password that somebody else has seen opens only the page that replaces it.
BEFORE_OWN_PASSWORD = ("/akun/sandi/", "/akun/periksa/", "/akun/nonaktif/")
BEFORE_FACTOR = ("/akun/faktor-kedua/", "/akun/2fa/", "/akun/periksa/", "/akun/sandi/", "/akun/nonaktif/")


def before_factor(path: str) -> bool:
    return path.startswith(BEFORE_FACTOR)


def waits_at_the_door(request: HttpRequest) -> bool:
    """Signed in, but nothing opens yet: the password is not their own, or the second factor is not set up."""
    return request.user.first_password or (settings.SECOND_FACTOR_REQUIRED and "factor" not in request.session)


class ClosedDoors:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_public(request.path):
            return self.get_response(request)
        if not request.user.is_authenticated:
            # Somebody who wrote "/tiket" without its last stroke, or an address wrongly, is no worker to be asked for a
            # password.
            if not _is_a_page(request.path_info):
                return self.get_response(request)
            kept = kept_of(request)
            return given_back(request, kept, signed_out=True) if kept else redirect_to_login(request.get_full_path())
        if request.user.first_password and not request.path.startswith(BEFORE_OWN_PASSWORD):
            return redirect("account_change_password")
        if settings.SECOND_FACTOR_REQUIRED and not before_factor(request.path) and not self.has_factor(request):
            return redirect("accounts:second_factor")
        response = self.get_response(request)
        # Files of clients stay out of every cache between us and the worker.
        response.setdefault("Cache-Control", "no-store")
        return response

    def has_factor(self, request: HttpRequest) -> bool:
        from allauth.mfa.utils import is_mfa_enabled

        if request.session.get("factor") != str(request.user.pk):
            if not is_mfa_enabled(request.user):
                return False
            request.session["factor"] = str(request.user.pk)
        return True
