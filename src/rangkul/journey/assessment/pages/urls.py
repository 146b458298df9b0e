from django.urls import path

from rangkul.journey.assessment.pages import (
    categories,
    facts,
    functioning,
    institutions,
    pie,
    report,
    risks,
    workspace,
)

app_name = "assessment"
urlpatterns = [
    path("<uuid:case_id>/", workspace.show, name="workspace"),
    path("<uuid:case_id>/masalah/", workspace.presenting, name="presenting"),
    path("<uuid:case_id>/kesimpulan/", workspace.summary, name="summary"),
    path("<uuid:case_id>/tanda-tangan/", workspace.sign, name="sign"),
    path("<uuid:case_id>/ulang/", workspace.again, name="again"),
    path("<uuid:case_id>/belum/<slug:gap>/", workspace.gap, name="gap"),
    path("<uuid:case_id>/fakta/", facts.show, name="facts"),
    path("<uuid:case_id>/fakta/<slug:domain>/catat/", facts.record, name="record"),
    path("<uuid:case_id>/fakta/<uuid:fact_id>/koreksi/", facts.correct, name="correct"),
    path("<uuid:case_id>/keberfungsian/", functioning.show, name="functioning"),
    path("<uuid:case_id>/peran-lingkungan/", pie.show, name="pie"),
    path("<uuid:case_id>/peran-lingkungan/lanjutkan/", pie.carry, name="carry_pie"),
    path("<uuid:case_id>/peran-lingkungan/temuan/<uuid:finding_id>/", pie.correct_found, name="correct_finding"),
    path("<uuid:case_id>/peran-lingkungan/<uuid:coding_id>/", pie.correct, name="correct_pie"),
    path("<uuid:case_id>/peran-lingkungan/<slug:what>/catat/", pie.write, name="write_pie"),
    path("<uuid:case_id>/lembaga/", institutions.show, name="institutions"),
    path("<uuid:case_id>/lembaga/<uuid:institution_id>/", institutions.correct, name="correct_institution"),
    path("<uuid:case_id>/risiko/", risks.show, name="risks"),
    path("<uuid:case_id>/risiko/nilai/", risks.rate, name="rate"),
    path("<uuid:case_id>/risiko/tanya/", risks.check, name="check"),
    path("<uuid:case_id>/risiko/<uuid:risk_id>/selesai/", risks.end, name="end_risk"),
    path("<uuid:case_id>/kelompok/", categories.show, name="categories"),
    path("<uuid:case_id>/pelayanan/", categories.service, name="service"),
    path("<uuid:case_id>/kelompok/<uuid:category_id>/akhiri/", categories.end, name="end_category"),
    path("<uuid:case_id>/laporan/", report.show, name="report"),
    path("<uuid:case_id>/laporan/<int:number>/", report.show, name="report_of"),
]
