"""The offline edition: the built site as a zip whose pages open from a disk."""
