"""The published folder: private, counted, exchanged whole, and sent."""
