// How the page's texts look by day: for each look its colour, what it stands on and who says so, its size and its weight. Texts of one look are
// alike by night too, for the same rules of the style sheet colour them.
() => {
  const texts = new Map();
  const known = new Map();
  const name = e => e.localName + [...e.classList].map(c => '.' + c).join('');
  const speaks = e => e.matches('textarea, select, input:not([type=hidden], [type=checkbox], [type=radio])')
    || [...e.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim());
  const stands = e => {
    if (!e) return { ink: '', inkOf: '', ground: '', groundOf: '', faint: '' };
    if (!known.has(e)) {
      const above = stands(e.parentElement);
      const style = getComputedStyle(e);
      const own = (style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : style.backgroundColor) + (style.backgroundImage === 'none' ? '' : ' image');
      known.set(e, {
        ink: style.color,
        inkOf: style.color === above.ink ? above.inkOf : name(e),
        ground: own.startsWith('rgb(') ? own : above.ground + own,
        groundOf: own ? name(e) : above.groundOf,
        faint: style.opacity === '1' ? above.faint : above.faint + ' ' + style.opacity
      });
    }
    return known.get(e);
  };
  for (const e of document.body.querySelectorAll('*')) {
    if (!speaks(e) || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const at = stands(e);
    const style = getComputedStyle(e);
    const within = e.localName === 'a' ? stands(e.parentElement).ink + ' ' + style.textDecorationLine : '';
    const look = [at.ink, at.inkOf, at.ground, at.groundOf, at.faint, style.fontSize, style.fontWeight, within].join(' | ');
    if (!texts.has(look)) texts.set(look, e);
  }
  window.textsOfLooks = texts;
  return [...texts.keys()];
}
