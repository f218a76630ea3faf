// Indonesian for the search of the theme, whose worker loads this file by its name: what the index
// holds of a word, and what a reader's words are looked up as. It rests on the theme's internals and
// on lunr's, which is why their versions are pinned; tests/browser/test_search_words.py holds it.
function indonesian(data) {
  "use strict";
  const roots = new Map();
  for (const family of data.stems.split(";")) {
    const [root, ...words] = family.split(" ");
    for (const word of words) roots.set(word, root);
  }
  const rootOf = (word) => roots.get(word) || word;
  const stop = new Set(data.stop.split(" "));

  // First root of a phrase to the phrases of equal meaning.
  const phrases = new Map();
  for (const group of data.synonyms) {
    const members = group.map((phrase) => phrase.split(" "));
    for (const member of members) {
      const own = member.map(rootOf);
      const others = new Set(members.filter((one) => one !== member).flat().map(rootOf));
      own.forEach((root) => others.delete(root));
      const found = phrases.get(own[0]) || [];
      phrases.set(own[0], [...found, { own: own, others: [...others] }]);
    }
  }

  // In the index stands each word as written, so that its beginning finds it; its root; and where a
  // phrase has others of equal meaning, their roots too, so that a reader finds it by each of them.
  function stemmer(token, at, tokens) {
    const root = rootOf(token.toString());
    const found = [token];
    const add = (word) => found.push(token.clone(() => word));
    if (root !== token.toString()) add(root);
    for (const phrase of phrases.get(root) || []) {
      const here = (word, step) => at + step < tokens.length && rootOf(tokens[at + step].toString()) === word;
      if (phrase.own.every(here)) phrase.others.forEach(add);
    }
    return found;
  }

  // What may be left of a word without its affixes, the longest affixes first.
  function* bare(word) {
    const ends = word.match(/^(.{3,}?)(?:(?:kan|an|i)?(?:nya|lah|kah)?)$/);
    const heads = new Set([word, ends ? ends[1] : word, word.replace(/(kan|an|i)$/, "")]);
    for (const head of heads) {
      const rest = head.replace(/^(?:di|ter|ber|ke|se|pe|me)?(?:per|ber)?/, "");
      const nasal = head.match(/^(?:di)?[mp]e(ny|ng|m|n)(.{2,})$/);
      if (nasal) {
        const lost = { ny: ["s"], ng: ["", "k"], m: ["p", ""], n: ["t", ""] }[nasal[1]];
        for (const letter of lost) yield letter + nasal[2];
      }
      for (const left of [rest, head.replace(/^(?:di|ter|ber|ke|se|pe|me)/, ""), head]) yield left;
    }
  }

  let index = null;
  const known = (word) => word in index.invertedIndex;
  const begun = (word) => index.tokenSet.intersect(lunr.TokenSet.fromString(word + "*")).toArray();
  const pages = (word) => {
    const entry = index.invertedIndex[word];
    return index.fields.reduce((sum, field) => sum + Object.keys(entry[field]).length, 0);
  };

  // The words of the index that a reader's word is taken for, each with its weight.
  function lookUp(word, last) {
    const root = rootOf(word);
    if (known(root) || known(word)) {
      const terms = [[known(root) ? root : word, 1]];
      if (root !== word && known(word)) terms.push([word, 0.5]);
      if (last && word.length > 1) terms.push([word + "*", 0.1]); // it may not be finished
      return terms;
    }
    if (word.length > 1 && begun(word).length) return [[word + "*", 0.5]];
    for (const left of bare(word)) {
      const found = rootOf(left);
      if (left.length > 2 && known(found)) return [[found, 1]];
    }
    if (word.length < 5 || /\d/.test(word)) return [];
    const slips = index.tokenSet.intersect(lunr.TokenSet.fromFuzzyString(word, 1)).toArray();
    const best = slips.sort((one, other) => pages(other) - pages(one) || (one < other ? -1 : 1))[0];
    return best ? [[rootOf(best), 1]] : [];
  }

  // The theme hands over each word with a star behind it, and before it what a reader demands or bars.
  function asked(text) {
    const found = [];
    for (const piece of text.toLowerCase().split(/\s+/)) {
      const [, mark, word] = piece.match(/^([+-]?)(.*?)(?:[~^]\d*|\*)*$/);
      for (const part of word.split(lunr.tokenizer.separator))
        if (part && !found.some((one) => one.word === part)) found.push({ word: part, mark: mark });
    }
    const telling = found.filter((one) => !stop.has(one.word));
    const kept = telling.length ? telling : found;
    kept.forEach((one, at) => { one.terms = lookUp(one.word, at === kept.length - 1); });
    return kept;
  }

  const meets = (word, terms) => terms.some(([term]) =>
    term.endsWith("*") ? word.startsWith(term.slice(0, -1)) : word === term);

  lunr.Index.prototype.search = function (text) {
    const words = asked(text);
    if (!words.some((one) => one.mark !== "-" && one.terms.length)) return [];
    const results = this.query((query) => {
      for (const { mark, terms } of words)
        if (mark !== "-")
          for (const [term, boost] of terms) query.term(term, { boost: boost, usePipeline: false });
    });
    const wanted = words.filter((one) => one.mark !== "-");
    const holds = (one, result) => Object.keys(result.matchData.metadata).some((word) => meets(word, one.terms));
    const barred = words.filter((one) => one.mark === "-").flatMap(({ terms }) =>
      this.query((query) => terms.forEach(([term]) => query.term(term, { usePipeline: false }))));
    const refused = new Set(barred.map((result) => result.ref));
    const onPage = new Map();
    for (const result of results) {
      const page = result.ref.split("#")[0];
      const met = onPage.get(page) || onPage.set(page, new Set()).get(page);
      wanted.filter((one) => holds(one, result)).forEach((one) => met.add(one));
    }
    return results
      .filter((result) => !refused.has(result.ref))
      .filter((result) => wanted.every((one) => one.mark !== "+" || holds(one, result)))
      .map((result) => {
        // What answers the whole question stands above what repeats one word of it; what the rest of
        // its page answers counts half. The theme then favours whole pages more than is good.
        const [page, section] = result.ref.split("#");
        const here = wanted.filter((one) => holds(one, result)).length;
        const share = (here + onPage.get(page).size) / 2 / wanted.length;
        return Object.assign(result, { score: result.score * Math.pow(share, 4) * (section ? 1.5 : 1) });
      })
      .sort((one, other) => other.score - one.score);
  };

  // From it the theme only learns by which words to tell what a result lacks, and what to mark on the
  // page that it leads to. It marks them within other words as well: "ik" would be in every "indikator".
  lunr.QueryParser = class {
    constructor(text, query) { this.text = text; this.query = query; }
    parse() {
      const words = asked(this.text);
      const long = words.filter((one) => one.word.length > 2);
      for (const { word, mark, terms } of long.length ? long : words) {
        const term = terms.length ? terms[0][0].replace("*", "") : word;
        const presence = lunr.Query.presence[mark === "-" ? "PROHIBITED" : "OPTIONAL"];
        this.query.clause({ term: term, presence: presence });
      }
      return this.query;
    }
  };

  lunr.Pipeline.registerFunction(stemmer, "stemmer-id");
  function language() {
    this.pipeline.reset();
    this.pipeline.add(stemmer);
    this.searchPipeline.reset();
    const build = this.build;
    this.build = () => (index = build.call(this));
  }
  return Object.assign(language, { stemmer: stemmer });
}
