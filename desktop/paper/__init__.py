"""Sets a document on pages: for the printer, for a PDF and for the preview, all by the same code."""
