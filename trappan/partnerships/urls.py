from django.urls import path

from trappan.partnerships.views import (
    agreement,
    closing,
    colleague,
    draft,
    meeting,
    money,
    outreach,
    paper,
    partner,
    report,
)

app_name = "partnerships"
urlpatterns = [
    path("partners/", partner.listed, name="partners"),
    path("partners/new/", partner.make_partner, name="make_partner"),
    path("partners/<int:organisation_id>/", partner.partner, name="partner"),
    path("partners/colleagues/", colleague.colleagues, name="colleagues"),
    path("partners/<int:organisation_id>/outreach/", outreach.outreach, name="outreach"),
    path("partners/outreach/", outreach.own_outreach, name="own_outreach"),
    path("partners/referrals/", outreach.partner_referrals, name="partner_referrals"),
    path("partners/referrals/here/", outreach.referrals_to_us, name="referrals_to_us"),
    path("partners/referrals/<int:asked_id>/", outreach.partner_referral, name="partner_referral"),
    path("partners/agreements/", agreement.agreements, name="agreements"),
    path("partners/agreements/new/", draft.draft_agreement, name="draft_agreement"),
    path("partners/agreements/<int:agreed_id>/", agreement.agreement, name="agreement"),
    path("partners/agreements/<int:agreed_id>/change/", draft.change_draft, name="change_draft"),
    path("partners/agreements/<int:agreed_id>/paper/", agreement.paper, name="paper"),
    path("partners/amendments/<int:amendment_id>/change/", draft.change_amendment, name="change_amendment"),
    path("partners/papers/<int:paper_id>/", paper.decision_paper, name="decision_paper"),
    path("partners/papers/<int:paper_id>/pdf/", paper.printed, name="print_paper"),
    path("partners/closing/<int:unit_id>/", closing.closing, name="closing"),
    path("partners/meetings/", meeting.listed, name="meetings"),
    path("partners/meetings/new/", meeting.make_meeting, name="make_meeting"),
    path("partners/meetings/<int:met_id>/", meeting.meeting, name="meeting"),
    path("partners/agreements/<int:agreed_id>/money/", money.money, name="money"),
    path("partners/reports/", report.listed, name="reports"),
    path("partners/reports/<int:report_id>/write/", report.write_report, name="write_report"),
    path("partners/annexes/<int:annex_id>/", agreement.open_annex, name="open_annex"),
]
