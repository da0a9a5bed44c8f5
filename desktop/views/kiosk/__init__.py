"""The kiosk: the same pages at the size of a finger, for strangers who share a screen."""
