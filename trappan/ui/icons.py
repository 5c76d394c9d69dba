"""The line icons of the pages: SVG paths on a 24 grid, drawn with currentColor."""

PATHS = {
    "check": "M5 12.5l4.5 4.5L19 7",
    "clock": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
    "down": "M6 9l6 6 6-6",
    "search": "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "cup": "M5 8h11v6a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10h2a2 2 0 0 1 0 4h-2M8 3v2M12 3v2",
    "bag": "M6 8h12l1 12H5zM9 8V6a3 3 0 0 1 6 0v2",
    "leaf": "M5 19c0-9 5-14 14-14 0 9-5 14-14 14zM5 19l8-8",
    "hammer": "M4 20l9-9M11 5l8 8 2-2-5-5V3h-3z",
    "thread": "M8 4h8M8 20h8M9 4v16M15 4v16M9 9h6M9 12h6M9 15h6",
    "tool": "M14 6a4 4 0 0 0 5 5l-9 9a2 2 0 0 1-4-4l9-9z",
    "box": "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8",
    "spade": "M12 3v9M9 3h6M8 12h8v4a4 4 0 0 1-8 0z",
    "heart": "M12 20C6 16 3 12 4 8.500a4 4 0 0 1 8-.5 4 4 0 0 1 8 .5c1 3.500-2 7.500-8 11.500z",
    "desk": "M4 6h16v9H4zM9 20h6M12 15v5",
    "people": "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
    "M3 20c0-4 2-6 5-6s5 2 5 6M12 15c1-.7 2-1 4-1 3 0 5 2 5 6",
    "phone": "M6 3h4l2 5-2.500 1.500a11 11 0 0 0 5 5L16 12l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z",
    "late": "M12 4l9 16H3zM12 10v5M12 17.500v.5",
    "dash": "M6 12h12",
    "cross": "M6 6l12 12M18 6L6 18",
}
