"""The gate that guards publishing: data, build and site judged, on the very folder to publish."""
