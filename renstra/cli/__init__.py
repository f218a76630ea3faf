"""The command line of the plan. Its words are Indonesian, for staff."""
