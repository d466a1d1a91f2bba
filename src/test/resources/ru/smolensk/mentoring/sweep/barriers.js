// Runs axe by some of its rules on the whole page, or on its parts: one sentence for each barrier. Lines of a table or of a list that show
// nothing new are left out meanwhile. Contrast takes longer than all other rules together: it is looked at by itself, on one text of each look.
({ tags, parts }) => {
  const ENOUGH = 3;
  const speaks = e => [...e.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const attributes = e => e.getAttributeNames().filter(name => !/^(id|href|name|value|for|data-.*)$/.test(name));
  const looks = e => [e.tagName, e.getAttribute('class'), attributes(e), speaks(e), ...[...e.children].map(looks)].join(' ');
  const seen = new Map();
  const showsNothingNew = line => {
    const sights = line.tagName === 'TR' ? [...line.children].map(cell => line.className + ' ' + looks(cell)) : [looks(line)];
    if (sights.every(sight => seen.get(sight) >= ENOUGH)) return true;
    sights.forEach(sight => seen.set(sight, (seen.get(sight) ?? 0) + 1));
    return false;
  };
  const back = [...document.querySelectorAll('main tbody > tr, main li')].filter(showsNothingNew).map(line => {
    const place = document.createComment('');
    line.replaceWith(place);
    return () => place.replaceWith(line);
  }).reverse();
  const rules = { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } };
  return axe.run(parts.length ? { include: parts } : document, { runOnly: tags, rules, resultTypes: ['violations'], preload: false })
    .then(results => results.violations.flatMap(rule => rule.nodes.slice(0, 2).map(node =>
      'axe ' + rule.id + ': ' + node.failureSummary.split('\n').slice(1, 2).join('').trim() + ' ' + node.html)))
    .finally(() => back.forEach(putBack => putBack()));
}
