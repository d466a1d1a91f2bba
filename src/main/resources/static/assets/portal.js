// Only makes quicker what works without it.
(() => {
  const summary = document.getElementById('errors');
  if (summary) {
    // The same words may stand at several fields: each line begins with the name of its own.
    summary.querySelectorAll('a[href^="#"]').forEach(link => {
      const field = document.getElementById(link.hash.slice(1));
      const name = field?.labels?.[0] ?? (field?.localName === 'fieldset' ? field.querySelector('legend') : null);
      const words = name?.firstChild?.textContent.trim();
      if (words && !link.textContent.includes(words)) link.prepend(words + ': ');
    });
    summary.focus();
  }

  // On a narrow screen the menu waits folded above the page.
  const narrow = matchMedia('(max-width: 62rem)');
  const fold = () => document.querySelectorAll('details.fold').forEach(menu => { menu.open = !narrow.matches; });
  narrow.addEventListener('change', fold);
  fold();

  // «Ещё» of the head closes like any menu: by Escape, and when something else is chosen.
  const further = document.querySelector('.further');
  const leave = event => { if (!further.contains(event.target)) further.open = false; };
  if (further) {
    document.addEventListener('click', leave);
    document.addEventListener('focusin', leave);
    further.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      further.open = false;
      further.firstElementChild.focus();
    });
  }

  // A second click while the first is on its way does nothing.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if ((event.submitter?.getAttribute('formmethod') ?? form.method) === 'post') {
      form.dataset.sent = 'yes';
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    }
  });

  // Whoever comes back to the page may send the form again.
  addEventListener('pageshow', event => {
    if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(form => { delete form.dataset.sent; });
  });

  // A file that the portal would refuse is named before it travels; a filter works as soon as it is chosen.
  document.addEventListener('change', event => {
    const input = event.target;
    if (input.type === 'file' && input.files.length) {
      const tooLarge = input.files[0].size > 20 * 1024 * 1024;
      input.setCustomValidity(tooLarge ? 'Файл больше 20 МБ. Выберите файл поменьше.' : '');
      if (tooLarge) input.reportValidity();
    }
    if (input.matches('form.filter select')) input.form.requestSubmit();
  });

  // How much of a long text still fits; what does not is said, never cut off.
  document.addEventListener('input', event => {
    const most = event.target.dataset.most, left = most - event.target.value.length;
    if (!most) return;
    const near = most < 100 ? -1 : most / 10;
    let told = event.target.nextElementSibling;
    if (!told) {
      if (left > near) return;
      told = document.createElement('p');
      told.className = 'left';
      told.setAttribute('aria-live', 'polite');
      event.target.after(told);
    }
    told.textContent = left > near ? '' : left < 0 ? `Лишних знаков: ${(-left).toLocaleString('ru')}` : `Осталось знаков: ${left.toLocaleString('ru')}`;
    told.classList.toggle('wrong', left < 0);
  });

  // Leaving a form with something typed asks first.
  let typed = false;
  document.addEventListener('input', event => { if (event.target.closest('form.sheet[method=post]:not([data-saving]), form.guarded')) typed = true; });
  // A form that saves itself says whether anything is still unsaved.
  document.addEventListener('typed', event => { typed = event.detail; });
  document.addEventListener('submit', () => { typed = false; });
  addEventListener('beforeunload', event => { if (typed) event.preventDefault(); });

  // A part of a form that belongs to another answer steps aside and is not sent; without scripts its hint says when it is needed.
  const parts = document.querySelectorAll('[data-when]');
  const arrange = keepWrong => parts.forEach(part => {
    const answer = part.closest('form').querySelector(`[name="${part.dataset.when}"]:checked`);
    const wanted = answer && answer.value === part.dataset.is || keepWrong && part.querySelector('.field-wrong');
    part.hidden = !wanted;
    part.querySelectorAll('input, select, textarea').forEach(field => { field.disabled = !wanted; });
  });
  arrange(true);
  if (parts.length) document.addEventListener('change', () => arrange(false));

  // What is there to be copied gets a button; by hand it can be copied as well.
  document.querySelectorAll('textarea[data-copied]').forEach(field => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button second small';
    button.textContent = 'Скопировать';
    button.setAttribute('aria-label', 'Скопировать: ' + field.dataset.copied);
    const said = document.createElement('span');
    said.className = 'faint copied';
    said.setAttribute('role', 'status');
    field.addEventListener('focus', () => field.select());
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        // Where the browser keeps its clipboard for itself the old way may still work.
        field.select();
        document.execCommand('copy');
      }
      said.textContent = 'Скопировано';
      setTimeout(() => { said.textContent = ''; }, 4000);
    });
    field.after(button, said);
  });

  // A page of something that is still going on looks again by itself.
  const again = document.querySelector('[data-again]');
  if (again) setTimeout(() => location.reload(), again.dataset.again * 1000);
})();
