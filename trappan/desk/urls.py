from django.urls import path

from trappan.desk.views import (
    ageing,
    caseload,
    formal,
    guide,
    household,
    log,
    people,
    person,
    requirement,
    search,
    start,
    subscription,
    unit,
)

app_name = "desk"
urlpatterns = [
    path("", start.start, name="start"),
    path("work/<str:box>/", start.box, name="box"),
    path("search/", search.search, name="search"),
    path("search/suggestions/", search.suggest, name="suggest"),
    path("people/", people.people, name="people"),
    path("people/<int:person_id>/", person.person, name="person"),
    path("people/<int:person_id>/household/week/", household.household, name="household"),
    path("people/<int:person_id>/number/", person.number, name="number"),
    path("help/", guide.guide, name="own_guide"),
    path("help/accessibility/", guide.accessibility, name="accessibility"),
    path("help/personal-data/", guide.personal_data, name="personal_data"),
    path("help/pictures/<slug:name>.png", guide.guide_picture, name="guide_picture"),
    path("help/<slug:name>/", guide.guide, name="guide"),
    path("caseload/", caseload.caseload, name="caseload"),
    path("unit/cases/", unit.cases, name="unit_cases"),
    path("unit/flow/", unit.flow, name="unit_flow"),
    path("requirement/", requirement.requirement, name="requirement"),
    path("unit/waiting/", ageing.ageing, name="ageing"),
    path("formal-days/", formal.formal_days, name="formal_days"),
    path("feed/", subscription.subscription, name="subscription"),
    path("feed/<str:token>.ics", subscription.feed, name="feed"),
    path("log/", log.log, name="log"),
    path("log/readings/", log.readings, name="readings"),
]
