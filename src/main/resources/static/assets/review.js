// Only makes quicker what works without it: a remark is typed at once, one key leads to the next in the queue.
(() => {
  document.querySelectorAll('.remark-field').forEach(place => place.addEventListener('toggle', () => {
    if (place.open) place.querySelector('textarea').focus({ preventScroll: true });
  }));

  // Whoever dictates letters to the computer switches the key off; this browser remembers.
  const next = document.querySelector('[data-key]');
  if (!next) return;
  const off = 'review-key-off';
  const box = document.createElement('label');
  box.className = 'faint key-hint';
  const tick = document.createElement('input');
  tick.type = 'checkbox';
  tick.checked = !localStorage.getItem(off);
  box.append(tick, ' клавиша N');
  next.after(box);
  tick.addEventListener('change', () => { if (tick.checked) localStorage.removeItem(off); else localStorage.setItem(off, 'yes'); });
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (event.code !== next.dataset.key || typing || !tick.checked || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    next.click();
  });
})();
