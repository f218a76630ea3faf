"""From a folder of files to a plan, or to every problem that stands in the way."""
