// What kinds of things the page shows, whatever their words: for each the way from the page's root down to it. What is of one kind is drawn alike.
() => {
  const kinds = new Map();
  const speaks = e => [...e.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const told = name => /^(type|aria-(current|invalid|sort|disabled|expanded))$/.test(name);
  const look = (e, above) => {
    const attributes = e.getAttributeNames().filter(name => !/^(id|href|name|value|for|class|data-.*)$/.test(name)).sort()
      .map(name => '[' + name + (told(name) ? '=' + e.getAttribute(name) : '') + ']');
    const kind = above + '>' + e.localName + [...e.classList].map(c => '.' + c).join('') + attributes.join('') + (speaks(e) ? '!' : '');
    if (!kinds.has(kind)) kinds.set(kind, e);
    for (const child of e.children) look(child, kind);
  };
  look(document.body, document.documentElement.className);
  window.kindsShown = kinds;
  return [...kinds.keys()];
}
