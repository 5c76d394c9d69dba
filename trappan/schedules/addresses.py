"""A day in an address: `<day:…>` takes a date and nothing else, so that it shadows no other page."""

from datetime import date


class DayConverter:
    """The day as ISO writes it; what is no day of the calendar is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return str(value)
