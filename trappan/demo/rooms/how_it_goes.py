"""What colleagues of the town and of its partners answered in two autumns, as the sums that are kept; all invented.

Nobody has answered this year's question yet: whoever comes to the tour is asked.
"""

from random import Random

from trappan import database

# A code of *staff_question*, and about how it was graded in each year.
GRADES = {2024: {"helps": 3.9, "time": 2.6, "together": 3.1, "say": 3.4}}
GRADES |= {2025: {"helps": 4.1, "time": 2.9, "together": 3.4, "say": 3.6}}
ANSWERING = 0.7  # of those who work in a unit
WHO = """
SELECT m.unit_id, count(*) AS many FROM staff_membership m WHERE m.role <> 'board_reader' GROUP BY 1 ORDER BY 1
"""


def answer() -> None:
    """Write down what was answered."""
    dice = Random("how it goes 1")
    rows = []
    for unit in database.query(WHO):
        for year, grades in GRADES.items():
            answers = round(unit.many * ANSWERING * dice.uniform(0.8, 1.2))
            given = {code: [grade_of(mean, dice) for _one in range(answers)] for code, mean in grades.items()}
            rows += [(year, unit.unit_id, code, answers, sum(found)) for code, found in given.items() if found]
    database.copy("insight_stafftally", ("year", "unit_id", "question", "answers", "total"), rows)


def grade_of(mean: float, dice: Random) -> int:
    """Draw a grade from 1 to 5 about a mean."""
    return min(5, max(1, round(dice.gauss(mean, 1))))
