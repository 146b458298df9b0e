from django.urls import path

from rangkul.support.referral.pages import board, line, need, of_case, one, paper, unmet

app_name = "referrals"
# The key is that of a case, or where there is none of the request.
_NEED = "kasus/<uuid:case_id>/kebutuhan/<uuid:need_id>/"
_ONE = "kasus/<uuid:case_id>/<uuid:referral_id>/"
urlpatterns = [
    path("", board.show, name="board"),
    path("mitra/", board.typed_partner, name="typed_partner"),
    path("mitra/<uuid:organization_id>/", board.partner, name="partner"),
    path("belum-terpenuhi/", unmet.show, name="unmet"),
    path("antrean/", line.show, name="lines"),
    path("antrean/<uuid:service_id>/", line.show, name="line"),
    path("kasus/<uuid:case_id>/", of_case.show, name="of_case"),
    path(_NEED, need.show, name="need"),
    path(f"{_NEED}siapkan/", need.prepare, name="prepare"),
    path(f"{_NEED}layanan/<uuid:service_id>/", need.choose_receiver, name="choose_receiver"),
    path(f"{_NEED}terpenuhi/", need.meet, name="meet"),
    path(f"{_NEED}belum/", need.leave_unmet, name="leave_unmet"),
    path(f"{_NEED}batal/", need.drop, name="drop"),
    path(f"{_NEED}buka/", need.reopen, name="reopen"),
    path(_ONE, one.show, name="referral"),
    path(f"{_ONE}data/", one.choose, name="choose"),
    path(f"{_ONE}kirim/", one.send, name="send"),
    path(f"{_ONE}hapus/", one.discard, name="discard"),
    path(f"{_ONE}kabar/", one.told, name="told"),
    path(f"{_ONE}akhir/", one.learn, name="learn"),
    path(f"{_ONE}urutan/", one.requeue, name="requeue"),
    path(f"{_ONE}jawab/", one.reply, name="reply"),
    path(f"{_ONE}tarik/", one.cancel, name="cancel"),
    path(f"{_ONE}gagal/", one.fail, name="fail"),
    path(f"{_ONE}perpanjang/", one.extend, name="extend"),
    path(f"{_ONE}ingatkan/", one.remind, name="remind"),
    path(f"{_ONE}tautan/", one.renew, name="renew"),
    path(f"{_ONE}kode/", one.tell_code, name="tell_code"),
    path(f"{_ONE}henti/", one.stop, name="stop"),
    path(f"{_ONE}telepon/", one.call, name="call"),
    path(f"{_ONE}sudah-telepon/", one.called, name="called"),
    path(f"{_ONE}surat.pdf", paper.download, {"form": "pdf"}, name="letter_pdf"),
    path(f"{_ONE}surat.docx", paper.download, {"form": "docx"}, name="letter_docx"),
    path(f"{_ONE}berkas/<uuid:file_id>/", one.download, name="download"),
]
