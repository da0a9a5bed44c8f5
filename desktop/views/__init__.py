"""The widgets: one file, one class, one job. They are given what they show and know no files."""
