// The search costs more than a page, and most readers never open it: the theme would fetch all of it
// with the first page. So its worker, and the index that the worker waits for, are fetched once the
// search opens. It must run before the theme's script, on whose internals it rests (the theme is
// pinned); tests/browser/test_weight.py holds it.
(function () {
  "use strict";
  if (location.protocol === "file:") return; // the offline edition brings its search along

  const opened = new Promise(function (open) {
    // The theme marks on a page what was looked for by what the index says a word is.
    if (new URLSearchParams(location.search).has("h")) open();
    // However a reader opens the search, the theme does it by this box.
    document.addEventListener("change", function (event) {
      if (event.target.id === "__search") open();
    });
  });

  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url) {
    this.waits = String(url).endsWith("/search/search_index.json");
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function () {
    if (this.waits) opened.then(() => send.apply(this, arguments));
    else send.apply(this, arguments);
  };

  const Worker = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.url = new URL(url, location.href); // before the theme moves on to another page
    }

    // The theme says nothing to its worker before it has the index.
    postMessage(data) {
      if (!this.real) {
        this.real = new Worker(this.url);
        this.real.addEventListener("message", (event) =>
          this.dispatchEvent(new MessageEvent("message", { data: event.data })));
      }
      this.real.postMessage(data);
    }
  };
})();
