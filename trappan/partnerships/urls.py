from django.urls import path

from trappan.partnerships.views import agreement, money, partner

app_name = "partnerships"
urlpatterns = [
    path("partners/", partner.listed, name="partners"),
    path("partners/new/", partner.make_partner, name="make_partner"),
    path("partners/<int:organisation_id>/", partner.partner, name="partner"),
    path("partners/agreements/", agreement.agreements, name="agreements"),
    path("partners/agreements/new/", agreement.draft_agreement, name="draft_agreement"),
    path("partners/agreements/<int:agreed_id>/", agreement.agreement, name="agreement"),
    path("partners/agreements/<int:agreed_id>/money/", money.money, name="money"),
    path("partners/annexes/<int:annex_id>/", agreement.open_annex, name="open_annex"),
]
