from django.urls import path

from trappan.employers.views import (
    contact,
    conversation,
    employer,
    employers,
    lead,
    opening,
    openings,
    question,
    workplace,
)

app_name = "employers"
urlpatterns = [
    path("employers/", employers.employers, name="employers"),
    path("employers/new/", employers.make_employer, name="make_employer"),
    path("employers/<int:employer_id>/", employer.employer, name="employer"),
    path("employers/<int:employer_id>/change/", employer.change_employer, name="change_employer"),
    path("employers/<int:employer_id>/merge/", employer.merge_employer, name="merge_employer"),
    path("employers/<int:employer_id>/conversations/new/", conversation.converse, name="converse"),
    path("employers/<int:employer_id>/conversations/new/draft/", conversation.keep_draft, name="keep_draft"),
    path("employers/<int:employer_id>/conversations/new/forget/", conversation.forget_draft, name="forget_draft"),
    path("employers/<int:employer_id>/workplaces/new/", workplace.make_workplace, name="make_workplace"),
    path("employers/<int:employer_id>/contacts/new/", contact.make_contact, name="make_contact"),
    path("employers/<int:employer_id>/openings/new/", opening.make_opening, name="make_opening"),
    path("employers/openings/", openings.openings, name="openings"),
    path("employers/openings/<int:offer_id>/", opening.opening, name="opening"),
    path("employers/openings/<int:offer_id>/change/", opening.change_opening, name="change_opening"),
    path("employers/ads/", lead.leads, name="leads"),
    path("employers/ads/import/", lead.import_ads, name="import_ads"),
    path("employers/ads/<int:lead_id>/", lead.lead, name="lead"),
    path("employers/conversations/<int:conversation_id>/", conversation.conversation, name="conversation"),
    path("departments/questions/<int:question_id>/", question.question, name="question"),
    path("employers/workplaces/<int:workplace_id>/", workplace.workplace, name="workplace"),
    path("employers/contacts/<int:contact_id>/", contact.contact, name="contact"),
]
