// Only makes better what works without it: Word and Excel put the table itself on the clipboard beside its bare words. Taken from the table,
// a cell of several paragraphs stays one cell; in bare words each paragraph would begin a row.
(() => {
  const field = document.querySelector('textarea[data-table]');
  if (!field) return;
  const MOST_ROWS = 2000;
  const END = '\u2029';

  const words = cell => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('style, script').forEach(unseen => unseen.remove());
    copy.querySelectorAll('br').forEach(end => end.replaceWith(END));
    copy.querySelectorAll('p, div, li').forEach(part => part.append(END));
    return copy.textContent.replace(/[^\S\u2029]+/g, ' ').split(END).map(line => line.trim()).filter(line => line).join('\n');
  };
  const quoted = text => /["\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;

  // What a merged cell covers is empty, as in Excel.
  const rowsOf = table => {
    const covered = [];
    return [...table.rows].map(row => {
      const line = [];
      const put = text => {
        while (covered[line.length] > 0) { covered[line.length]--; line.push(''); }
        line.push(text);
      };
      [...row.cells].forEach(cell => {
        put(words(cell));
        const first = line.length - 1;
        for (let more = 1; more < Math.min(cell.colSpan, 50); more++) line.push('');
        for (let at = first; at < line.length && cell.rowSpan > 1; at++) covered[at] = Math.min(cell.rowSpan, MOST_ROWS) - 1;
      });
      return line.map(quoted).join('\t');
    });
  };

  field.addEventListener('paste', event => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!/<table/i.test(html)) return;
    // In a template nothing is loaded, styled or run.
    const seen = document.createElement('template');
    seen.innerHTML = html;
    const tables = [...seen.content.querySelectorAll('table')].filter(one => !one.parentElement?.closest('table'));
    const rows = tables.flatMap(rowsOf);
    if (rows.length > MOST_ROWS || !rows.some(row => row.includes('\t'))) return;
    event.preventDefault();
    const text = rows.join('\n') + '\n';
    // It can be undone with Ctrl+Z; where the browser does not know how, it is put in plainly.
    if (!document.execCommand('insertText', false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
})();
