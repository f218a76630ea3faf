"""The one room that knows MkDocs: its events, its settings, its server."""
