"""The window: PySide6 over `Studio`. Everything that Qt knows of lies here."""
