"""The guide as data: read from YAML, checked, and held in a frozen model. Knows no Qt."""
