"""Small widgets and shapes that several views use."""
