"""Every deliberate breakage, in the order in which they are told."""

from __future__ import annotations

from tests.breakages.looks import LOOKS
from tests.breakages.pages import PAGES
from tests.breakages.publishing import PUBLISHING
from tests.breakages.rules import RULES
from tests.breakages.visits import VISITS
from tests.breakages.words import WORDS

BREAKAGES = (*RULES, *WORDS, *PAGES, *PUBLISHING, *LOOKS, *VISITS)
