"""The kiosk, joined: the guide on a touch screen that strangers share. Its views are in ``views/kiosk``."""
