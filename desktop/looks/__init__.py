"""How the guide looks: colours and sizes by role, icons and drawings."""
