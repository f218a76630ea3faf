"""What a forge and the project tell each other: uploads, proposals, what is published."""
