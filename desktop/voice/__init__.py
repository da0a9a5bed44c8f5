"""Who reads aloud: the voices of the system, and how far a text was read."""
