"""How pages look: skeleton, parts, theme, forms and the staircase. Knows no person."""
