// What kinds of things the page shows, whatever their words: one line for each, from the page's root down to the thing.
() => {
  const kinds = new Set();
  const speaks = e => [...e.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const look = (e, above) => {
    const attributes = e.getAttributeNames().filter(name => !/^(id|href|name|value|for|class|data-.*)$/.test(name)).sort();
    const kind = above + '>' + e.localName + [...e.classList].map(c => '.' + c).join('') + attributes.map(a => '[' + a + ']').join('') + (speaks(e) ? '!' : '');
    kinds.add(kind);
    for (const child of e.children) look(child, kind);
  };
  look(document.body, '');
  return [...kinds];
}
