// Finds the obvious faults of a layout at the present width of the window: one sentence each; or only whether the page scrolls sideways.
sidewaysOnly => {
  const found = [];
  const width = document.documentElement.clientWidth;
  const words = text => '«' + text.trim().replace(/\s+/g, ' ').slice(0, 50) + '»';
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + [...e.classList].map(c => '.' + c).join('');

  const scrolls = e => /auto|scroll|hidden/.test(getComputedStyle(e).overflowX) && e !== document.body && e !== document.documentElement;
  const scroller = e => { for (let p = e.parentElement; p; p = p.parentElement) if (scrolls(p)) return p; return null; };
  const hidden = e => { // for the eye: of no size, or cut out by a clip path
    for (let p = e; p && p !== document.body; p = p.parentElement) {
      const box = p.getBoundingClientRect();
      const style = getComputedStyle(p);
      if (style.clipPath !== 'none' || (box.width <= 1 && box.height <= 1)) return true;
    }
    return !e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };

  if (document.documentElement.scrollWidth > width) {
    const guilty = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !scroller(e) && !hidden(e));
    const deepest = guilty.filter(e => !guilty.some(other => other !== e && e.contains(other)));
    found.push('the page scrolls sideways because of ' + (deepest.slice(0, 3).map(e => name(e) + ' ' + words(e.textContent)).join(', ') || 'something hidden'));
  }
  if (sidewaysOnly) return found;
  if (width <= 400) {
    for (const box of document.querySelectorAll('.scroll')) {
      if (box.scrollWidth > box.clientWidth + 1 && box.querySelector('table.stack')) found.push('the cards of a table scroll sideways: ' + words(box.textContent));
      if (box.querySelector('table:not(.stack)') && box.scrollWidth > box.clientWidth + 1 && !box.hasAttribute('tabindex'))
        found.push('a table scrolls sideways but not by keyboard: ' + words(box.textContent));
    }
  }

  // Every visible piece of text with the lines it stands on.
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('script, style, select, textarea, svg, .skip') || hidden(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(b => b.width > 1 && b.height > 1);
    if (boxes.length) pieces.push({ node, parent, boxes });
  }

  for (const { node, parent, boxes } of pieces) {
    let block = parent;
    while (block !== document.body && /^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    const frame = block.getBoundingClientRect();
    const right = Math.max(...boxes.map(b => b.right));
    const bottom = Math.max(...boxes.map(b => b.bottom));
    if (right > frame.right + 2) found.push('text sticks out of ' + name(block) + ': ' + words(node.data));
    else if (bottom > frame.bottom + boxes[0].height / 2) found.push('text hangs out of ' + name(block) + ': ' + words(node.data));
    const cut = scroller(node);
    if (cut && getComputedStyle(cut).overflowX === 'hidden' && right > cut.getBoundingClientRect().right + 2)
      found.push('text is cut off by ' + name(cut) + ': ' + words(node.data));
  }

  // A bar that stays in sight lies on the page on purpose.
  for (const piece of pieces) {
    let above = piece.parent;
    while (above && !/^(sticky|fixed)$/.test(getComputedStyle(above).position)) above = above.parentElement;
    piece.bar = above;
  }
  const lines = pieces.flatMap(piece => piece.boxes.map(box => ({ piece, box }))).sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length && lines[j].box.top < lines[i].box.bottom; j++) {
      const a = lines[i].box, b = lines[j].box;
      if (lines[i].piece === lines[j].piece || !lines[i].piece.bar !== !lines[j].piece.bar) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 3 && down > Math.min(a.height, b.height) / 2)
        found.push('text lies on text: ' + words(lines[i].piece.node.data) + ' and ' + words(lines[j].piece.node.data));
    }
  }
  return [...new Set(found)].slice(0, 8);
}
