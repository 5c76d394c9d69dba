"""Papers: which signs they show, and that one always comes out."""
