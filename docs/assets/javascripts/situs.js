// What a page needs of the reader's browser: copy buttons with the full address, and list filters.
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

  function startFilter(form) {
    const name = form.dataset.saring;
    const rows = Array.from(document.querySelectorAll("#" + name + " tbody tr"));
    const status = document.querySelector('[data-saring-hasil="' + name + '"]');
    const unit = status.textContent.replace(/^.*dari \d+ /, "");

    function apply() {
      const wanted = Array.from(new FormData(form)).filter(function (entry) { return entry[1].trim(); });
      let shown = 0;
      rows.forEach(function (row) {
        row.hidden = !rowMatches(row, wanted);
        shown += row.hidden ? 0 : 1;
      });
      status.textContent = shown + " dari " + rows.length + " " + unit +
        (shown ? "" : ". Tidak ada yang cocok; kurangi saringannya.");
      return wanted;
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

  function start() {
    completeAddresses(document);
    // The theme opens a search only on a page that the browser itself loads.
    document.querySelectorAll(".cari-contoh a").forEach(function (link) { link.target = "_self"; });
    document.querySelectorAll("form[data-saring]").forEach(startFilter);
  }

  // The theme announces each page, also those it loads without leaving the site.
  if (window.document$) window.document$.subscribe(start);
  else start();
})();
