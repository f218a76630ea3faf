"""Mistakes in styles and scripts, which only a browser can notice."""

from __future__ import annotations

from tests.breakages.breakage import Breakage

STYLE = "docs/assets/stylesheets/situs.css"
SCRIPT = "docs/assets/javascripts/situs.js"
SEARCH = "macros/search/search.js"
BROWSER = "tests/browser"
ACCESS = f"{BROWSER}/test_access.py"
PRINT = f"{BROWSER}/test_print.py"
FILTER = f"{BROWSER}/test_filter.py"
QUESTIONS = f"{BROWSER}/test_questions.py"
KEYS = f"{BROWSER}/test_keyboard.py"

LOOKS = (
    Breakage(
        "head-not-sticky",
        STYLE,
        "    position: sticky;\n    top: 2.4rem;\n",
        "    top: 2.4rem;\n",
        ACCESS,
    ),
    Breakage(
        "stops-behind-the-head",
        STYLE,
        "    scroll-margin-top: 12rem;\n",
        "    scroll-margin-top: 0;\n",
        ACCESS,
    ),
    Breakage(
        "top-without-focus",
        STYLE,
        ".md-top:focus-visible {\n  outline: 2px solid var(--md-default-fg-color);",
        ".md-top:focus-visible {\n  outline: 0 solid var(--md-default-fg-color);",
        KEYS,
    ),
    Breakage(
        "top-a-stop-unseen",
        STYLE,
        ".md-top[hidden] {\n  visibility: hidden;",
        ".md-top[hidden] {\n  visibility: visible;",
        KEYS,
    ),
    Breakage(
        "property-that-is-none",
        STYLE,
        "  text-wrap: balance;\n",
        "  text-wraps: balance;\n",
        "tests/site/test_nu.py",
    ),
    Breakage(
        "status-without-icon",
        STYLE,
        "  mask: var(--ikon) center / contain no-repeat;\n",
        "",
        f"{BROWSER}/test_results.py",
    ),
    Breakage(
        "year-no-card",
        STYLE,
        "  .md-typeset .tabel-silang :is(thead, tbody, tr) {\n    display: contents;\n  }",
        "",
        f"{BROWSER}/test_telephone.py",
    ),
    Breakage(
        "affixes-not-cut",
        SEARCH,
        "for (const left of bare(word)) {",
        "for (const left of []) {",
        QUESTIONS,
    ),
    Breakage(
        "synonyms-left-out",
        SEARCH,
        "if (phrase.own.every(here)) phrase.others.forEach(add);",
        "",
        QUESTIONS,
    ),
    Breakage("slips-not-forgiven", SEARCH, "word.length < 5 ||", "word.length < 50 ||", QUESTIONS),
    Breakage(
        "weights-of-kinds-lost",
        "macros/search/index.py",
        "        if pages.weight != 1:\n",
        "        if pages.weight == 1:\n",
        QUESTIONS,
    ),
    Breakage(
        "search-at-once",
        "docs/assets/javascripts/cari.js",
        "if (this.waits) opened.then(() => send.apply(this, arguments));\n    else send",
        "send",
        f"{BROWSER}/test_weight.py",
    ),
    Breakage(
        "filter-of-one-word",
        SCRIPT,
        "return wanted.every(function (entry) {",
        "return wanted.some(function (entry) {",
        FILTER,
    ),
    Breakage(
        "filter-not-in-the-address",
        SCRIPT,
        "history.replaceState(history.state,",
        "void (history.state,",
        FILTER,
    ),
    Breakage(
        "order-upside-down",
        SCRIPT,
        "number(a, Infinity) - number(b, Infinity)",
        "number(b, Infinity) - number(a, Infinity)",
        f"{BROWSER}/test_results.py",
    ),
    Breakage(
        "copies-nothing",
        SCRIPT,
        "button.dataset.clipboardText = source.textContent;",
        'button.dataset.clipboardText = "";',
        f"{BROWSER}/test_copy.py",
    ),
    Breakage(
        "why-stays-closed",
        SCRIPT,
        'target.tagName === "DETAILS"',
        'target.tagName === "details"',
        f"{BROWSER}/test_results.py",
    ),
    Breakage(
        "offline-worker-silent",
        "macros/offline/worker.js",
        'inside.dispatchEvent(new MessageEvent("message", { data: data }));',
        'inside.dispatchEvent(new Event("message"));',
        f"{BROWSER}/test_offline.py",
    ),
)
