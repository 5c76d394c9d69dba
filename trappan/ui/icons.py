"""The line icons of the pages: SVG paths on a 24 grid, drawn with currentColor."""

PATHS = {
    "check": "M5 12.5l4.5 4.5L19 7",
    "clock": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
    "down": "M6 9l6 6 6-6",
    "lock": "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    "cross": "M6 6l12 12M18 6L6 18",
}
