"""One visit to each page with everything that is asked of it: access, room, light, paper, weight.

A page of each kind is looked at closely, every other page in passing. Each question is a subtest
that names the page; the pages are dealt out to a few tests so that workers can share them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import probes
from tests.browser.conftest import Open, settle
from tests.browser.kinds import kinds, others, unlike
from tests.browser.probes import LOOKS, PAPER, SCHEMES, WIDTHS, look
from tests.browser.test_telephone import TELEPHONE
from tests.hosting import Host, hosting

pytestmark = pytest.mark.browser

HANDS = 8
"""Into how many tests the pages are dealt."""

LOST = "tidak/ada/"
VISIT = 100 * 1024
"""What a first visit may weigh on a telephone, in bytes."""

SEARCH = ("assets/javascripts/workers/", "assets/javascripts/lunr/", "search/")
"""Where the parts of the search lie."""

dealt = pytest.mark.parametrize("hand", range(HANDS))


class Questions:
    """What is asked of one page, each as a subtest."""

    def __init__(
        self, subtests: pytest.Subtests, page: Page, url: str, *, made_up: bool = True
    ) -> None:
        self.subtests, self.page, self.url, self.made_up = subtests, page, url, made_up

    @contextmanager
    def ask(self, question: str) -> Iterator[None]:
        """A question of which the failure names page and question."""
        with self.subtests.test(question, page=self.url):
            yield

    def heading(self) -> None:
        """One heading, and that its figures are made up."""
        with self.ask("one heading"):
            assert self.page.locator("h1").count() == 1
        with self.ask("says whether it is made up"):
            told = self.page.locator(".md-banner").filter(has_text="dibuat-buat")
            expect(told).to_have_count(int(self.made_up))

    def in_every_light(self) -> None:
        """By day and by night, at a desk and on a telephone; with the focus of keys at a desk."""
        for scheme, width in LOOKS:
            look(self.page, scheme, width)
            with self.ask(f"fits, {scheme} {width}"):
                assert probes.overflowing(self.page) == []
            with self.ask(f"stands out, {scheme} {width}"):
                assert probes.faint(self.page) == []
            if (scheme, width) in LOOKS[::2]:
                with self.ask(f"axe, {scheme} {width}"):
                    assert probes.violations(self.page) == []
            if width == WIDTHS[0]:
                with self.ask(f"focus, {scheme}"):
                    assert probes.faint_stops(self.page) == []

    def zoomed(self) -> None:
        """Zoomed twice and four times, in a window of 1280 by 1024, for one who wants calm."""
        for zoom in (2, 4):
            self.page.set_viewport_size({"width": 1280 // zoom, "height": 1024 // zoom})
            with self.ask(f"zoomed {zoom} times"):
                assert probes.overflowing(self.page) == []
        with self.ask("nothing moves"):
            assert self.page.evaluate(probes.MOVING) == []

    def on_paper(self, address: str = "") -> None:
        """On sheets of paper; `address` is what they say of where the page is, if known."""
        foot = self.page.locator(".md-copyright")
        with self.ask("no address of paper on a screen"):
            expect(foot.locator(".alamat-cetak")).to_be_hidden()
        self.page.set_viewport_size({"width": PAPER["width"], "height": PAPER["height"]})
        for scheme in SCHEMES:
            self.page.emulate_media(media="print", color_scheme=scheme, reduced_motion="reduce")
            probes.settled(self.page)
            with self.ask(f"greys on paper, {scheme}"):
                assert probes.coloured(self.page) == []
        with self.ask("a sheet takes it whole"):
            assert probes.misprinted(self.page) == []
        with self.ask("a sheet says of when and from where it is"):
            expect(foot).to_be_visible()
            expect(foot).to_contain_text(re.compile("Data per |Tanggal data tidak dik"))
            if address:
                expect(foot.locator(".alamat-cetak")).to_be_visible()
                expect(foot.locator(".alamat-cetak")).to_have_text(f"Alamat: {address}")
        with self.ask("a sheet says that it is made up"):
            expect(self.page.locator(".md-banner")).to_be_visible()
        self.page.emulate_media(media="screen")

    def without_script(self) -> None:
        """Everything of it is seen, and nothing that is dead."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            with self.ask(f"whole without scripts, {width}"):
                assert self.page.evaluate(probes.UNSEEN) == []
            with self.ask(f"nothing dead without scripts, {width}"):
                assert self.page.evaluate(probes.DEAD) == []

    def at_once(self, scheme: probes.Scheme, width: int) -> None:
        """In passing: one light, one width."""
        look(self.page, scheme, width)
        self.heading()
        with self.ask(f"fits, {width}"):
            assert probes.overflowing(self.page) == []
        with self.ask(f"stands out, {scheme}"):
            assert probes.faint(self.page) == []
        with self.ask(f"axe, {scheme} {width}"):
            assert probes.violations(self.page, contrast=False) == []


def closely(questions: Questions, address: str = "") -> None:
    """All that is asked of a page that stands open with scripts."""
    questions.heading()
    questions.in_every_light()
    questions.zoomed()
    questions.on_paper(address)


def in_passing(
    read: Open, subtests: pytest.Subtests, root: str, urls: Iterable[str], *, made_up: bool = True
) -> None:
    """Each page in one light at one width, which change in turn."""
    page = read(root)
    for url, (scheme, width) in zip(urls, cycle(LOOKS), strict=False):
        page.goto(root + url)
        Questions(subtests, page, url, made_up=made_up).at_once(scheme, width)


@dealt
def test_a_page_of_each_kind(
    read: Open, subtests: pytest.Subtests, example: str, example_site: Path, hand: int
) -> None:
    page = read(example)
    plain = read(example, java_script_enabled=False)
    for url in kinds(example_site)[hand::HANDS]:
        page.goto(example + url)
        closely(Questions(subtests, page, url), f"/{url}")
        plain.goto(example + url)
        Questions(subtests, plain, url).without_script()


def test_a_lost_address(read: Open, subtests: pytest.Subtests, example: str) -> None:
    closely(Questions(subtests, read(example + LOST, lost=True), LOST))
    plain = read(example + LOST, lost=True, java_script_enabled=False)
    Questions(subtests, plain, LOST).without_script()


@dealt
def test_every_other_page(
    read: Open, subtests: pytest.Subtests, example: str, example_site: Path, hand: int
) -> None:
    in_passing(read, subtests, example, others(example_site)[hand::HANDS])


def test_before_anything_is_reported(
    read: Open, subtests: pytest.Subtests, unreported_site: Path, office_site: Path
) -> None:
    urls = unlike(unreported_site, office_site)
    assert len(urls) >= 5
    with hosting(unreported_site) as host:
        in_passing(read, subtests, host.address, urls, made_up=False)


@dealt
def test_a_first_visit_is_light_and_leaves_the_search_alone(
    read: Open, subtests: pytest.Subtests, host: Host, published_site: Path, hand: int
) -> None:
    urls = kinds(published_site)[hand::HANDS]
    for url in [*urls, LOST] if hand == 0 else urls:
        host.asked.clear()
        page = read(host.address + url, lost=url == LOST, **TELEPHONE)
        settle(page)
        questions = Questions(subtests, page, url)
        with questions.ask("light, and without the search"):
            assert [path for path in host.paths if path.startswith(SEARCH)] == []
            assert sum(size for _, size in host.asked) <= VISIT, host.asked
        with questions.ask("keeps no worker of its own"):
            # Neither the browser's cache nor the office's host needs one to keep what was fetched.
            held = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
            assert page.evaluate(held) == 0
        with questions.ask("a sheet says its whole address"):
            page.emulate_media(media="print")
            place = page.locator(".alamat-cetak")
            if url != LOST:
                expect(place).to_have_text(f"Alamat: {host.address}{url}")
                expect(place).to_be_visible()
