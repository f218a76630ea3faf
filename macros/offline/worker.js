// A page opened from a disk may start no worker. The theme's search is one, so it runs in a hidden
// frame of the page instead, with the worker's two ways of talking.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inside = frame.contentWindow;
      // Firefox would put a fresh document into the frame later on, had this one not been written.
      inside.document.open();
      inside.document.write("<!doctype html><title>Pencarian</title><body>");
      inside.document.close();
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data: data }));
      const home = new URL(url, document.baseURI);
      const load = (name) => new Promise(function (loaded) {
        const script = inside.document.createElement("script");
        script.src = new URL(name, home).href;
        script.addEventListener("load", function () { loaded(inside); });
        inside.document.body.append(script);
      });
      // The language of the search comes in this way; the theme waits for what it returns.
      inside.importScripts = async (...names) => { for (const name of names) await load(name); };
      this.ready = load(home);
    }

    postMessage(data) {
      this.ready.then(function (inside) {
        inside.dispatchEvent(new MessageEvent("message", { data: data }));
      });
    }

    terminate() {}
  }

  window.Worker = FrameWorker;
})();
