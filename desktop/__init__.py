"""Surgery for neuroendocrine cancer: an offline desktop reference."""

__version__ = "0.1.0"
