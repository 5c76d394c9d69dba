"""Pictures of the town's workplaces: drawn here of a few shapes, since the town has no photographs."""

import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise

WIDTH, HEIGHT = 480, 300
Point = tuple[int, int]
# A shape: its colour, and its corners in order; two corners make a box.
Shape = tuple[str, Sequence[Point]]

SKY, GROUND, GLASS, FRAME, LEAF, POT = "dfeaf0", "b9a07c", "eef6f4", "6f8f8b", "3b7a33", "8a5a3b"
BRICK, ROOF, DOOR, STREET, STEEL, WOOD = "c76d4c", "6b4a3a", "12575b", "98938a", "c3cdd1", "d9a864"
BLUE, HONEY, DARK, WALL = "3f689e", "f2b63c", "3a3026", "f3ead9"

ENTRANCE: tuple[Shape, ...] = (
    (SKY, ((0, 0), (480, 240))),
    (STREET, ((0, 240), (480, 300))),
    (BRICK, ((120, 90), (420, 240))),
    (ROOF, ((105, 92), (270, 40), (435, 92))),
    (DOOR, ((232, 140), (312, 240))),
    (GLASS, ((244, 152), (300, 196))),
    (GLASS, ((148, 130), (200, 180))),
    (GLASS, ((344, 130), (396, 180))),
    (STEEL, ((210, 240), (312, 226), (330, 240))),
    (DARK, ((60, 130), (66, 240))),
    (BLUE, ((38, 96), (88, 134))),
    (GLASS, ((46, 104), (80, 120))),
)
GREENHOUSE: tuple[Shape, ...] = (
    (SKY, ((0, 0), (480, 230))),
    (GROUND, ((0, 230), (480, 300))),
    (FRAME, ((36, 230), (36, 108), (240, 26), (444, 108), (444, 230))),
    (GLASS, ((44, 222), (44, 114), (240, 36), (436, 114), (436, 222))),
    *((FRAME, ((x, 60), (x + 5, 230))) for x in (138, 238, 338)),
    *((POT, ((x, 196), (x + 52, 230))) for x in (68, 164, 264, 362)),
    *(
        (LEAF, ((x, 196), (x - 26, 136), (x + 2, 166), (x + 12, 120), (x + 22, 166), (x + 46, 136), (x + 20, 196)))
        for x in (84, 180, 280, 378)
    ),
)
KITCHEN: tuple[Shape, ...] = (
    (WALL, ((0, 0), (480, 210))),
    (STREET, ((0, 210), (480, 300))),
    (STEEL, ((30, 150), (220, 250))),
    (STEEL, ((260, 150), (450, 250))),
    (DARK, ((24, 142), (226, 152))),
    (DARK, ((254, 142), (456, 152))),
    (GLASS, ((170, 30), (310, 110))),
    (FRAME, ((237, 30), (243, 110))),
    (BRICK, ((60, 104), (110, 142))),
    (DARK, ((110, 114), (134, 120))),
    (HONEY, ((290, 122), (350, 142))),
    (HONEY, ((296, 112), (344, 122))),
    (BLUE, ((380, 108), (410, 142))),
)
WORKSHOP: tuple[Shape, ...] = (
    (WALL, ((0, 0), (480, 220))),
    (GROUND, ((0, 220), (480, 300))),
    (WOOD, ((50, 150), (430, 172))),
    (WOOD, ((70, 172), (92, 262))),
    (WOOD, ((388, 172), (410, 262))),
    (FRAME, ((60, 40), (420, 100))),
    (STEEL, ((90, 52), (190, 62), (190, 72), (90, 88))),
    (DARK, ((70, 56), (92, 84))),
    (DARK, ((240, 50), (246, 94))),
    (STEEL, ((222, 50), (264, 64))),
    (WOOD, ((300, 60), (390, 70))),
    (WOOD, ((300, 78), (390, 88))),
    (BRICK, ((180, 126), (260, 150))),
)


def png(shapes: Iterable[Shape]) -> bytes:
    """Return the shapes as a PNG of a few colours, the later ones before the earlier."""
    shapes = list(shapes)
    colours = list(dict.fromkeys(colour for colour, _corners in shapes))
    rows = [bytearray(WIDTH) for _row in range(HEIGHT)]
    for colour, corners in shapes:
        for y, row in enumerate(rows):
            for left, right in spans(corners, y):
                row[left:right] = bytes([colours.index(colour)]) * (right - left)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    parts = ((b"IHDR", head), (b"PLTE", bytes.fromhex("".join(colours))), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def spans(corners: Sequence[Point], y: int) -> list[tuple[int, int]]:
    """Return where a row of pixels lies within a shape, from and to."""
    if len(corners) == 2:
        (left, top), (right, bottom) = corners
        return [(left, right)] if top <= y < bottom else []
    crossed = sorted(
        x + (y - top) * (to - x) // (bottom - top)
        for (x, top), (to, bottom) in pairwise((*corners, corners[0]))
        if min(top, bottom) <= y < max(top, bottom)
    )
    return list(zip(crossed[::2], crossed[1::2], strict=True))
