// Only makes quicker what works without it: a form is saved some seconds after the last keystroke, and when its page is left.
(() => {
  const pause = 4000;
  document.querySelectorAll('form[data-saving]').forEach(form => {
    const note = form.querySelector('.saved-note');
    const version = form.elements.version;
    let waiting = null;
    let going = null;
    // What somebody else has changed, or what was refused, is decided with the button.
    let over = Boolean(form.querySelector('#errors'));
    let sent = false;

    // The fields alone: neither the version nor what belongs to this page only.
    const typed = () => {
      const fields = new FormData(form);
      ['version', '_once', '_csrf'].forEach(name => fields.delete(name));
      return fields;
    };
    const text = fields => JSON.stringify([...fields]);
    let kept = text(typed());

    const say = (words, safe) => {
      note.textContent = words;
      document.dispatchEvent(new CustomEvent('typed', { detail: !safe }));
    };

    const save = async () => {
      clearTimeout(waiting);
      if (over || sent) return;
      if (going) { await going; if (over) return; }
      const fields = typed();
      const written = text(fields);
      if (written === kept) return;
      fields.set('version', version.value);
      fields.set('_csrf', form.elements._csrf.value);
      fields.set('saving', 'yes');
      // A browser outlives its page only for what is short.
      const keepalive = new TextEncoder().encode(written).length < 60000;
      going = fetch(form.action, { method: 'POST', body: fields, keepalive, redirect: 'manual', headers: { Accept: 'application/json' } })
        .then(async answer => {
          const told = (answer.headers.get('Content-Type') ?? '').startsWith('application/json') ? await answer.json() : null;
          if (answer.ok && told) {
            version.value = told.version;
            kept = written;
            say(told.words + '.', text(typed()) === written);
          } else {
            over = answer.status === 409;
            say(told ? told.words + '.' : 'Само не сохранилось. Нажмите кнопку: введённое останется в полях.', false);
          }
        })
        .catch(() => say('Нет связи, пока не сохранено. Не закрывайте страницу.', false))
        .finally(() => { going = null; });
      await going;
    };

    form.addEventListener('input', () => {
      clearTimeout(waiting);
      document.dispatchEvent(new CustomEvent('typed', { detail: true }));
      waiting = setTimeout(save, pause);
    });
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
    addEventListener('pagehide', save);
    // A link on the page leaves it as soon as what is typed is saved.
    document.addEventListener('click', event => {
      const link = event.target.closest('a[href]');
      if (!link || link.target || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
        || link.getAttribute('href').startsWith('#') || over || text(typed()) === kept) return;
      event.preventDefault();
      save().then(() => { location.href = link.href; });
    });
    // The button waits for a saving that is on its way, or it would meet its own change as somebody else's.
    form.addEventListener('submit', event => {
      clearTimeout(waiting);
      if (!going) { sent = true; setTimeout(() => { sent = false; }, 8000); return; }
      event.preventDefault();
      event.stopPropagation();
      const button = event.submitter;
      going.then(() => form.requestSubmit(button));
    });
  });
})();
