// Asks axe whether things of these kinds, as kinds.js has found them on this page, can be told from what they stand on: one sentence for each.
kinds => {
  const things = kinds.map(kind => window.kindsShown.get(kind)).filter(thing => thing.isConnected && thing !== document.body);
  const outermost = things.filter(thing => !things.some(other => other !== thing && other.contains(thing)));
  if (!outermost.length) return [];
  return axe.run({ include: outermost }, { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'], preload: false })
    .then(results => results.violations.flatMap(rule => rule.nodes.slice(0, 2).map(node =>
      'axe ' + rule.id + ': ' + node.failureSummary.split('\n').slice(1, 2).join('').trim() + ' ' + node.html)));
}
