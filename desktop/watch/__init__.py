"""What keeps a kiosk on its screen: one process that starts the window, listens to it and starts it again. No Qt."""
