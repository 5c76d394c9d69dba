"""The town's own rules: what its board has decided of the law's figures."""

from datetime import date

from trappan.rules.models import RuleSet

NEW_YEAR = date(2027, 1, 1)


def decide_next_rules() -> None:
    """Let the town's board have decided a third version of the rules: closer follow-up from new year."""
    latest = RuleSet.objects.get(valid_to=None)
    if latest.valid_from >= NEW_YEAR:
        return
    RuleSet.objects.filter(pk=latest.pk).update(valid_to=NEW_YEAR)
    RuleSet.objects.create(
        name="Aktivitetskrav, tätare uppföljning",
        valid_from=NEW_YEAR,
        source="Påhittat beslut av Ekelundas nämnd: uppföljning var sextionde dag.",
        parameters={**latest.parameters, "review_interval_days": 60, "exemption_warning_days": 45},
    )
