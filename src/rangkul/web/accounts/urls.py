"""Signing in, the second factor, and the staff list, at Indonesian addresses. The names are the library's own."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path

from rangkul.web.accounts import news, pages, units

_KEYS = [
    path("", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("tambah/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("periksa/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("<int:pk>/hapus/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("<int:pk>/ubah/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("masuk/", webauthn.login_webauthn, name="mfa_login_webauthn"),
]
_FACTORS = [
    path("", mfa.index, name="mfa_index"),
    path("masuk/", mfa.authenticate, name="mfa_authenticate"),
    path("periksa/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("aplikasi/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("aplikasi/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("kode/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("kode/buat/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("kode/unduh/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("kunci/", include(_KEYS)),
]
_OURS = (
    [
        path("faktor-kedua/", pages.second_factor, name="second_factor"),
        path("saya/", news.mine, name="mine"),
        path("saya/tutup-sesi/", pages.end_other_sessions, name="end_sessions"),
        path("saya/sesi/<slug:mark>/tutup/", pages.end_session, name="end_session"),
        path("saya/kabar/surel/", news.by_mail, name="news_mail"),
        path("saya/kabar/perangkat/", news.by_push, name="news_push"),
        path("saya/kabar/<slug:way>/matikan/", news.stop, name="news_stop"),
        path("petugas/", pages.staff_list, name="staff"),
        path("petugas/baru/", pages.staff_new, name="staff_new"),
        path("petugas/<uuid:pk>/", pages.staff_edit, name="staff_edit"),
        path("unit/", units.listed, name="units"),
        path("unit/baru/", units.new, name="unit_new"),
        path("unit/<uuid:pk>/", units.edit, name="unit_edit"),
        path("petugas/<uuid:pk>/akses/", pages.renew, name="renew"),
        path("petugas/<uuid:pk>/tutup/", pages.close, name="close"),
    ],
    "accounts",
)

urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("nonaktif/", account.account_inactive, name="account_inactive"),
    path("periksa/", account.reauthenticate, name="account_reauthenticate"),
    path("sandi/", account.password_change, name="account_change_password"),
    # The library looks these names up; here they only send people to the login page.
    path("daftar/", pages.no_sign_up, name="account_signup"),
    path("surel/", pages.no_sign_up, name="account_email"),
    path("sandi/lupa/", pages.forgotten, name="account_reset_password"),
    path("2fa/", include(_FACTORS)),
    path("", include(_OURS)),
]
