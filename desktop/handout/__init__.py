"""Turns what was chosen into a document. Knows no Qt and no paper."""
