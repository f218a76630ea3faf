// What a page needs of the reader's browser: copy buttons with the full address, lists that
// filter and sort.
// Everything is readable without it.
(function () {
  "use strict";

  // Where mkdocs.yml names no site_url, the address the reader has open is the one to quote.
  function completeAddresses(root) {
    const config = JSON.parse(document.querySelector("#__config").textContent);
    const base = new URL(config.base.replace(/\/?$/, "/"), location.href);
    root.querySelectorAll("[data-alamat]").forEach(function (element) {
      if (!/^https?:/.test(element.textContent)) {
        element.textContent = new URL(element.dataset.alamat, base).href;
      }
    });
    root.querySelectorAll("[data-salin-alamat]").forEach(function (button) {
      const source = button.parentElement.querySelector(".kutipan, [data-alamat]");
      button.dataset.clipboardText = source.textContent;
      button.hidden = false;
    });
  }

  function rowMatches(row, wanted) {
    const text = row.textContent.toLowerCase();
    return wanted.every(function (entry) {
      const [name, value] = entry;
      if (name === "kata") {
        return value.toLowerCase().split(/\s+/).every(function (word) { return text.includes(word); });
      }
      return row.dataset[name] === value;
    });
  }

  // Rows without a number come last whichever way numbers run; equal rows keep the plan's order.
  const ORDERS = {
    naik: function (a, b) { return number(a, Infinity) - number(b, Infinity); },
    turun: function (a, b) { return number(b, -Infinity) - number(a, -Infinity); },
    status: function (a, b, statuses) {
      return statuses.indexOf(a.dataset.status) - statuses.indexOf(b.dataset.status);
    },
  };

  function number(row, missing) {
    return row.dataset.capaian ? parseFloat(row.dataset.capaian) : missing;
  }

  function sortRows(rows, form) {
    const compare = form.elements.urut && ORDERS[form.elements.urut.value];
    const statuses = form.elements.status
      ? Array.from(form.elements.status.options, function (option) { return option.value; }) : [];
    const sorted = compare
      ? rows.slice().sort(function (a, b) { return compare(a, b, statuses) || 0; }) : rows;
    if (form.elements.urut) rows[0].parentElement.append(...sorted);
  }

  function startFilter(form) {
    const name = form.dataset.saring;
    const rows = Array.from(document.querySelectorAll("#" + name + " tbody tr"));
    const status = document.querySelector('[data-saring-hasil="' + name + '"]');
    const unit = status.textContent.replace(/^.*dari \d+ /, "");

    function apply() {
      const given = Array.from(new FormData(form)).filter(function (entry) { return entry[1].trim(); });
      const wanted = given.filter(function (entry) { return entry[0] !== "urut"; });
      let shown = 0;
      rows.forEach(function (row) {
        row.hidden = !rowMatches(row, wanted);
        shown += row.hidden ? 0 : 1;
      });
      status.textContent = shown + " dari " + rows.length + " " + unit +
        (shown ? "" : ". Tidak ada yang cocok; kurangi saringannya.");
      sortRows(rows, form);
      return given;
    }

    function remember() {
      const query = new URLSearchParams(apply()).toString();
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
    }

    // The address carries the filter, so that a filtered list can be sent.
    new URLSearchParams(location.search).forEach(function (value, key) {
      if (form.elements[key]) form.elements[key].value = value;
    });
    form.addEventListener("input", remember);
    form.addEventListener("submit", function (event) { event.preventDefault(); remember(); });
    form.addEventListener("reset", function () { setTimeout(remember); });
    form.hidden = false;
    apply();
  }

  // A link to one year opens what says why.
  function openTarget() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.tagName === "DETAILS") target.open = true;
  }

  function start() {
    completeAddresses(document);
    // The theme opens a search only on a page that the browser itself loads.
    document.querySelectorAll(".cari-contoh a").forEach(function (link) { link.target = "_self"; });
    document.querySelectorAll("form[data-saring]").forEach(startFilter);
    openTarget();
  }

  // The theme's search is a dialog without a name.
  document.querySelector(".md-search").setAttribute("aria-label", "Pencarian");
  window.addEventListener("hashchange", openTarget);

  // The theme announces each page, also those it loads without leaving the site.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
