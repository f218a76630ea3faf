"""What was: the data's history from git, and two states of it compared by what they say."""
