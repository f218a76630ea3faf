// Contrast as WCAG 2 defines it, from what the browser computes; opacity of ancestors included.
window.colours = (() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  const parsed = new Map();
  function parse(colour) {
    if (!parsed.has(colour)) parsed.set(colour, painted(colour));
    return parsed.get(colour);
  }

  function painted(colour) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [red, green, blue], alpha: alpha / 255 };
  }

  const over = (above, alpha, below) => above.map((part, n) => part * alpha + below[n] * (1 - alpha));

  function backdrop(element) {
    if (!element) return [255, 255, 255];
    const { rgb, alpha } = parse(getComputedStyle(element).backgroundColor);
    return alpha === 1 ? rgb : over(rgb, alpha, backdrop(element.parentElement));
  }

  function opacity(element) {
    return element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.map(part => part / 255)
      .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  // Of `colour`, drawn by `element`, against what lies behind `below`.
  function contrast(colour, element, below = element) {
    const behind = backdrop(below);
    const { rgb, alpha } = parse(colour);
    const shown = over(rgb, alpha * opacity(element), behind);
    const [dark, light] = [luminance(shown), luminance(behind)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  const seen = element => element.checkVisibility({ visibilityProperty: true })
    && opacity(element) > 0 && element.getClientRects().length > 0;

  // Text below what it must have: 4.5, or 3 where it is large.
  function faintText() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const faint = new Set();
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !seen(element)) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const ink = element.closest("svg") ? style.fill : style.color;
      const found = contrast(ink, element);
      if (found < (large ? 3 : 4.5)) {
        faint.add(`${found.toFixed(2)} ${element.tagName} .${element.getAttribute("class")} `
          + walker.currentNode.data.trim().slice(0, 30));
      }
    }
    return Array.from(faint);
  }

  // Marks of drawings, keys and edges of fields: 3 to 1. An invisible paint draws nothing. The parts
  // of a bar of statuses are told apart by their edges; their numbers stand beside the bar.
  function faintMarks() {
    const marks = [];
    document.querySelectorAll(".grafik svg :is(rect, circle, line, polyline):not(.bagian)").forEach(mark => {
      const { fill, stroke } = getComputedStyle(mark);
      const paints = [fill, stroke].filter(paint => paint !== "none")
        .map(paint => contrast(paint, mark, mark.closest("figure")));
      marks.push([mark, Math.max(...paints)]);
    });
    document.querySelectorAll(".grafik-warna:not(.bagian)").forEach(key => {
      const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(key);
      const paints = [backgroundColor, ...(parseFloat(borderTopWidth) ? [borderTopColor] : [])];
      marks.push([key, Math.max(...paints.map(paint => contrast(paint, key, key.parentElement)))]);
    });
    document.querySelectorAll(".saring :is(input, select, button)").forEach(field => {
      marks.push([field, contrast(getComputedStyle(field).borderTopColor, field.parentElement)]);
    });
    return { count: marks.length, faint: marks.filter(([, found]) => found < 3)
      .map(([mark, found]) => `${found.toFixed(2)} ${mark.outerHTML.slice(0, 80)}`) };
  }

  // How well the mark of focus stands out; 0 where there is none to see.
  function focus() {
    let element = document.activeElement;
    const name = element.getAttribute("name") || element.getAttribute("aria-label")
      || element.textContent.trim();
    if (element.matches(".md-option")) element = element.nextElementSibling;
    const style = getComputedStyle(element);
    const { right, bottom } = element.getBoundingClientRect();
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    const inside = right > 0 && bottom > 0 && seen(element);
    return [name, drawn && inside ? contrast(style.outlineColor, element, element.parentElement) : 0];
  }

  return { faintText, faintMarks, focus };
})();
