"""What is kept on this computer between two starts: settings, bookmarks, the edition read last."""
