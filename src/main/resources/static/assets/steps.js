// Only makes quicker what works without it: a long form is filled in part by part, and in the end everything is read once more.
// A form that was refused stays whole, so that each message is seen at its field.
(() => {
  const form = document.querySelector('form[data-steps]');
  if (!form || form.querySelector('#errors')) return;
  const parts = [...form.querySelectorAll(':scope > fieldset.part')];
  const saving = form.querySelector(':scope > .actions');
  const last = parts.length;
  let now = 0;
  let checked = false;

  const made = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    element.append(...inside);
    return element;
  };
  const button = (words, looks, go) => {
    const one = made('button', { type: 'button', class: looks }, words);
    one.addEventListener('click', go);
    return one;
  };
  const title = part => part.querySelector(':scope > legend').textContent.trim();

  // ---- What has been entered, read back ---------------------------------------------------------------------------------------

  // The words of a label without those of a question that it belongs to.
  const words = label => label ? [...label.childNodes].filter(node => !node.matches?.('.optional, .hint')).map(node => node.textContent).join('').trim() : '';
  const optional = label => Boolean(label?.querySelector('.optional'));
  const chosen = field => field.type === 'file' ? field.files[0]?.name ?? '' : field.matches('select') ? field.value && field.selectedOptions[0].text
    : field.value.trim();

  const ofRow = row => {
    const said = [...row.querySelectorAll('input:not([type=hidden]), textarea')].map(field => field.value.trim()).filter(Boolean);
    return said.length ? [{ label: row.querySelector('th').textContent.trim(), value: said.join('; ') }] : [];
  };
  const ofQuestion = group => {
    const legend = group.querySelector(':scope > legend');
    const answers = [...group.querySelectorAll('input:checked')].map(field => words(field.labels[0]));
    return [{ label: words(legend), value: answers.join('; '), optional: optional(legend) }];
  };
  const ofField = field => {
    const label = field.labels?.[0];
    if (field.type === 'checkbox') return field.checked ? [{ label: words(label), value: 'да' }] : [];
    return [{ label: words(label), value: chosen(field), optional: optional(label) }];
  };
  const entered = part => {
    const facts = [];
    const seen = new Set();
    part.querySelectorAll('input:not([type=hidden]), select, textarea').forEach(field => {
      const row = field.closest('tbody tr');
      const group = field.closest('fieldset.field');
      const whole = row ?? group ?? field;
      if (field.disabled || seen.has(whole)) return;
      seen.add(whole);
      facts.push(...row ? ofRow(row) : group ? ofQuestion(group) : ofField(field));
    });
    return facts.filter(fact => fact.value || !fact.optional);
  };

  const check = made('section', { class: 'check' });
  const readBack = () => {
    const heading = made('h2', { tabindex: '-1' }, 'Проверьте, что вы ввели');
    check.replaceChildren(heading, made('p', { class: 'soft' }, 'Ещё ничего не сохранено.'));
    parts.forEach((part, at) => {
      const facts = made('dl', { class: 'facts sheet' });
      entered(part).forEach(({ label, value }) => {
        facts.append(made('dt', {}, label), value ? made('dd', { class: 'preline' }, value) : made('dd', { class: 'missing' }, 'не указано'));
      });
      const change = button('Изменить', 'linklike', () => go(at));
      change.append(made('span', { class: 'visually-hidden' }, ': ' + title(part)));
      check.append(made('div', { class: 'check-head' }, made('h3', {}, title(part)), change));
      check.append(facts.children.length ? facts : made('p', { class: 'soft' }, 'Ничего не указано.'));
    });
    return heading;
  };

  // ---- Going on and back ----------------------------------------------------------------------------------------------------

  const way = made('ol', { class: 'steps-way', 'aria-label': 'Шаги' });
  [...parts.map(title), 'Проверка'].forEach(name => way.append(made('li', { tabindex: '-1', 'data-of': last + 1 }, name)));
  const next = button('Дальше', 'button', () => go(now + 1));
  const back = button('Назад', 'button second', () => go(now - 1));
  // Whoever has come from the check to change one thing goes straight back to it.
  const again = button('К проверке', 'button second', () => go(last));
  const cancel = saving.querySelector('a')?.cloneNode(true);
  const moving = made('div', { class: 'actions steps-moving' }, next, again, back, ...cancel ? [cancel] : []);

  const show = (step, moved) => {
    now = Math.max(0, Math.min(step, last));
    parts.forEach((part, at) => { part.hidden = at !== now; });
    [...way.children].forEach((item, at) => {
      item.classList.toggle('done', at < now);
      at === now ? item.setAttribute('aria-current', 'step') : item.removeAttribute('aria-current');
    });
    const checking = now === last;
    const heading = checking ? readBack() : way.children[now];
    check.hidden = !checking;
    saving.hidden = !checking;
    moving.hidden = checking;
    checked ||= checking;
    again.hidden = !checked || now >= last - 1;
    back.hidden = now === 0;
    (checking ? saving.firstElementChild : again).after(back);
    if (moved) {
      heading.focus({ preventScroll: true });
      way.scrollIntoView({ block: 'start' });
    }
  };
  // The browser's own "back" goes a step back too.
  const go = step => {
    history.pushState({ step }, '');
    show(step, true);
  };
  addEventListener('popstate', event => show(event.state?.step ?? 0, true));

  // Enter in a field goes on; only what has been read back is saved. Buttons with a name do something of their own.
  form.addEventListener('submit', event => {
    if (now < last && !event.submitter?.name) {
      event.preventDefault();
      event.stopPropagation();
      go(now + 1);
    }
  });

  parts[0].before(way);
  saving.before(check, moving);
  // A page that was asked for a part of it opens there.
  const asked = document.getElementById(location.hash.slice(1));
  show(history.state?.step ?? (asked ? Math.max(0, parts.findIndex(part => part.contains(asked))) : 0), false);
})();
