"""The staircase: treads by what was reached, arcs by moves, words for all of it."""

from django.utils import translation

from trappan.ui.staircase import Move, Step, staircase
from trappan.ui.templatetags.ui import describe

STEPS = [Step(number, f"S{number}") for number in range(1, 7)]


def blocks(stair):
    return [kind for kind, _path in stair.drawings[0].blocks]


def test_nobody_yet():
    stair = staircase(STEPS, [])
    assert blocks(stair) == ["s-todo"] * 6
    assert stair.now is None
    assert stair.next is None


def test_steps_taken_passed_over_and_ahead():
    stair = staircase(STEPS, [Move(1, "jan"), Move(3, "mar")])
    assert blocks(stair) == ["s-done", "s-skip", "s-now", "s-todo", "s-todo", "s-todo"]
    assert stair.next == STEPS[3]
    assert not stair.has_back


def test_a_move_back_is_dotted_and_the_step_left_stays_taken():
    stair = staircase(STEPS, [Move(1, "jan"), Move(3, "mar"), Move(2, "maj")])
    assert blocks(stair)[:3] == ["s-done", "s-now", "s-done"]
    assert [kind for kind, _path in stair.drawings[0].ways] == ["s-way", "s-way s-back"]
    assert stair.has_back


def test_each_arrival_has_its_words():
    stair = staircase(STEPS, [Move(1, "a"), Move(2, "b"), Move(1, "c"), Move(2, "d")])
    assert [when for _step, when, _now in stair.steps[:2]] == [["a", "c"], ["b", "d"]]


def test_the_picture_says_in_words_what_it_shows():
    stair = staircase(STEPS, [Move(2, "jan")], own=4)
    with translation.override("sv"):
        assert describe(stair, "1 januari") == (
            "En trappa med 6 steg. Nu på steg 2, S2. Sedan 1 januari. Egen skattning: steg 4. Nästa är steg 3, S3."
        )
