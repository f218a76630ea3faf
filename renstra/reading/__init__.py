"""From a tree of files to a plan, or to every problem in the way; the schemas of editors."""
