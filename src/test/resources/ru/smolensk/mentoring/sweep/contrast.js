// Asks axe whether texts of these looks, as looks.js has found them on this page, can be told from what they stand on: one sentence for each.
looks => axe.run({ include: looks.map(look => window.textsOfLooks.get(look)) },
    { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'], preload: false })
  .then(results => results.violations.flatMap(rule => rule.nodes.slice(0, 2).map(node =>
    'axe ' + rule.id + ': ' + node.failureSummary.split('\n').slice(1, 2).join('').trim() + ' ' + node.html)))
