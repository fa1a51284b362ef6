
"use strict";
/* Searches what is on the page: all words in any order, "exact words", -without; no request is made to anywhere. */
(() => {
  const box = document.querySelector("[role=search]");
  const field = document.getElementById("page:query");
  const found = document.getElementById("page:found");
  const results = document.getElementById("page:results");
  const MOST = 100;
  const AROUND = 60;
  let items = null;
  let folds = null;

  /* One character as it is searched; what is not in the table of the page loses its marks and its case. */
  const foldCharacter = (character) => {
    const known = folds.get(character);
    if (known !== undefined) return known;
    if (character === "\n") return character; /* ends a part of what is searched */
    return /\s/.test(character) ? " " : character.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "");
  };
  const fold = (text) => (/^[ -~\n]*$/.test(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join(""));

  const prepare = () => {
    const data = JSON.parse(document.getElementById("page:search-data").textContent);
    folds = new Map(Object.entries(data.folds));
    items = data.items.map(([anchor, kind, name, rest], place) => {
      const folded = fold(name);
      return { anchor, kind, name, rest, place, folded, all: folded + "\n" + fold(rest) };
    });
  };

  const terms = (query) => {
    const wanted = [];
    const without = [];
    for (const [, minus, exact, word] of fold(query).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
      const term = exact === undefined ? word : exact.trim();
      if (term) (minus ? without : wanted).push(term);
    }
    return [wanted, without];
  };

  /* The best first: a whole name, the beginning of a name, a word in it, then what is found elsewhere. */
  const rank = (item, wanted) => {
    const name = item.folded;
    if (name === wanted.join(" ")) return 0;
    if (name.startsWith(wanted[0])) return 1;
    return wanted.every((term) => name.includes(term)) ? 2 : 3;
  };

  /* Text with the words looked for marked; of a long one the part around the first. */
  const marked = (text, wanted) => {
    const folded = fold(text);
    const columns = [];
    let at = 0;
    for (const character of text) {
      for (let count = foldCharacter(character).length; count > 0; count -= 1) columns.push([at, at + character.length]);
      at += character.length;
    }
    const spans = [];
    for (const term of wanted) {
      const first = folded.indexOf(term);
      if (first >= 0) spans.push([columns[first][0], columns[first + term.length - 1][1]]);
    }
    spans.sort((one, other) => one[0] - other[0]);
    const piece = document.createDocumentFragment();
    let from = spans.length && text.length > 3 * AROUND ? Math.max(0, spans[0][0] - AROUND) : 0;
    if (from > 0) from = Math.min(text.indexOf(" ", from) + 1 || from, spans[0][0]);
    const until = text.length > 3 * AROUND ? from + 3 * AROUND : text.length;
    if (from > 0) piece.append("… ");
    for (const [start, end] of spans) {
      if (start < from || end > until) continue;
      piece.append(text.slice(from, start));
      piece.append(Object.assign(document.createElement("mark"), { textContent: text.slice(start, end) }));
      from = end;
    }
    piece.append(text.slice(from, until), until < text.length ? " …" : "");
    return piece;
  };

  const line = (item, wanted) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = "#" + item.anchor;
    link.append(marked(item.name, wanted));
    const about = document.createElement("span");
    about.append(item.kind);
    const missing = wanted.filter((term) => !item.folded.includes(term));
    const part = missing.length && item.rest.split("\n").find((text) => missing.some((term) => fold(text).includes(term)));
    if (part) about.append(" · ", marked(part, missing));
    row.append(link, about);
    return row;
  };

  const search = () => {
    if (items === null) prepare();
    const [wanted, without] = terms(field.value);
    results.replaceChildren();
    found.textContent = "";
    if (!wanted.length) return;
    const hits = items.filter(
      (item) => wanted.every((term) => item.all.includes(term)) && !without.some((term) => item.all.includes(term)),
    );
    hits.sort((one, other) => rank(one, wanted) - rank(other, wanted) || one.place - other.place);
    const count = hits.length.toLocaleString("en");
    found.textContent = !hits.length ? "Nothing matches." : hits.length > MOST ? `${count} found; the first ${MOST}` : `${count} found`;
    results.append(...hits.slice(0, MOST).map((item) => line(item, wanted)));
  };

  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 60);
  });
  field.addEventListener("focus", () => items === null && prepare());
  box.hidden = false;
})();
