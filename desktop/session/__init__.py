"""What one visitor has chosen. Knows no Qt."""
