"""Reading aloud, without Qt: what is said of a page, in which order and how it is put to a voice."""
