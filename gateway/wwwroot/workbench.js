// What the pages of the workbench need beside Blazor's enhanced navigation: where the keyboard stands after a page was patched,
// and that nothing typed is lost when a form could not be handed in. Without scripts the pages do the same by loading afresh.
(() => {
  const pageOf = () => location.pathname + location.search;
  const send = window.fetch;
  let shown = pageOf();
  // What the history keeps of the entry that is shown.
  let kept = history.state;
  let isPost = false;
  let isLoading = false;
  // Names of the forms in which something was typed or ticked that no answer has taken yet.
  const typed = new Set();
  // The form on its way, what stands in the others meanwhile, and what had no form to go back to.
  let sent = null;
  let others = [];
  let homeless = [];

  const show = (element) => {
    if (!element) return;
    if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'center' });
  };

  const make = (name, attributes, ...content) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...content);
    return element;
  };

  /** Says on the open page what became of the form. */
  const tell = (title, words, way) => {
    isLoading = isPost = false;
    if (sent) typed.add(sent);
    others = [];
    document.querySelectorAll('#problem, main .alert[role=status]').forEach((old) => old.remove());
    const notice = make('div', { className: 'alert alert-danger', id: 'problem', role: 'alert' }, make('strong', {}, title), make('div', { className: 'lines' }, words));
    if (way) notice.append(make('div', { className: 'ways' },
      make('a', { className: 'btn btn-outline-primary', href: way.getAttribute('href'), target: '_blank' }, way.textContent)));
    document.querySelector('main h1').after(notice);
    show(notice);
  };

  /** The form was not taken because its token is no good any more: the page gets a new one, and the person sends the form again. */
  const renew = async () => {
    const response = await send('/staff/form-token', { cache: 'no-store' });
    if (!response.ok) throw new Error(response.status);
    const { token, person, name } = await response.json();
    for (const field of document.querySelectorAll('input[name=__RequestVerificationToken]')) field.value = token;
    const isAnother = person !== document.documentElement.dataset.person;
    tell('页面已更新，请再提交一次', '刚才没有提交，您填写的内容还在本页。'
      + (isAnother ? `现在登录的是${name}，再提交将以${name}的名义办理。` : ''));
  };

  const nameOf = (form) => form.querySelector('input[name=_handler]')?.value ?? form.id;

  const isText = (field) => field.matches('textarea, input:not([type]), input[type=text], input[type=search]');

  // Of a content that was read: whoever goes on with it later says what was read then.
  const READ = ['version', 'digest'];

  const contentOf = (form) => ({
    name: nameOf(form),
    fields: [...form.elements].filter((field) => field.name && (READ.includes(field.name)
      || !['hidden', 'submit', 'button', 'file'].includes(field.type))).map((field) => ({
      name: field.name, value: field.value, isChecked: field.checked, isText: isText(field),
      label: field.getAttribute('aria-label') ?? field.labels?.[0]?.firstChild.textContent.trim() ?? '',
      nth: [...form.elements].filter((other) => other.name === field.name).indexOf(field),
    })),
  });

  /** Puts what stood in a form back into it, as the page shows it now; false where it shows none. */
  const fill = (content, isRefused) => {
    const form = [...document.querySelectorAll('main form[method=post]')].find((one) => nameOf(one) === content.name);
    if (!form) return false;
    for (const kept of content.fields) {
      // A version that was taken was everybody's; after a refusal somebody else may have written a later one.
      if (kept.name === 'version' && !isRefused) continue;
      const fields = [...form.elements].filter((field) => field.name === kept.name);
      const field = ['checkbox', 'radio'].includes(fields[0]?.type) ? fields.find((one) => one.value === kept.value) : fields[kept.nth];
      if (!field) continue;
      if (['checkbox', 'radio'].includes(field.type)) field.checked = kept.isChecked;
      else field.value = kept.value;
      const folded = field.closest('details');
      // A box that is not ticked has a value too.
      const isFilled = ['checkbox', 'radio'].includes(field.type) ? kept.isChecked : field.value && field.type !== 'hidden';
      if (folded && isFilled) folded.open = true;
    }
    return true;
  };

  /** Shows what stood in forms that are gone, as the page itself does where the form that is gone is the one that was sent. */
  const shelter = () => {
    const texts = homeless.flatMap((content) => content.fields).filter((field) => field.isText && field.value.trim());
    if (texts.length === 0) return;
    const panel = make('section', { className: 'panel', id: 'unsent-others' }, make('h2', {}, '您在其他表格中填写的内容（没有提交）'),
      make('p', {}, '这些表格已不在本页，内容没有提交，保留在这里供您复制。'));
    panel.setAttribute('aria-labelledby', 'unsent-others-name');
    panel.firstChild.id = 'unsent-others-name';
    texts.forEach((field, at) => {
      const id = `unsent-other-${at}`;
      panel.append(make('div', { className: 'field' }, make('label', { className: 'form-label', htmlFor: id }, field.label),
        make('textarea', { className: 'form-control', id, readOnly: true, rows: field.value.length > 80 || field.value.includes('\n') ? 8 : 2, value: field.value })));
    });
    (document.querySelector('#problem, main .alert[role=status]') ?? document.querySelector('main h1')).after(panel);
  };

  /** A form was answered: it is done with unless it was refused, and the others are as they were. */
  const giveBack = (problem) => {
    if (sent && problem && !('saved' in problem.dataset)) typed.add(sent);
    homeless.push(...others.filter((content) => !fill(content, problem !== null)));
    shelter();
    others = [];
    sent = null;
  };

  /** Another page was opened: whoever had something to lose was asked. */
  const forget = () => {
    typed.clear();
    homeless = [];
  };

  const isEnhanced = (options) => options?.headers?.accept?.includes('blazor-enhanced-nav') === true;

  // Blazor would put any answer in the place of the form, also a page of failure, and does nothing at all where none came.
  window.fetch = async (address, options) => {
    if (!isEnhanced(options)) return send(address, options);
    isLoading = true;
    isPost = options.method?.toLowerCase() === 'post';
    const never = new Promise(() => {});
    try {
      const response = await send(address, options);
      if (!isPost || !response.headers.has('failure-page')) return response;
      if (response.headers.get('failure-page') === 'stale-form') {
        await renew();
        return never;
      }
      const failure = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main .message');
      tell(failure.querySelector('h1').textContent, failure.querySelector('p').textContent, failure.querySelector('a[target=_blank]'));
    } catch (failure) {
      if (failure.name === 'AbortError') throw failure;
      if (isPost) tell('没有连上服务器，内容还在', '刚才没有收到服务器的答复，可能没有提交。您填写的内容还在本页，请检查网络后再提交一次。');
      else location.replace(address);
    }
    return never;
  };

  /** What was done is said once: who comes back to the page, or loads it again, has not just done it. */
  const settle = (before) => {
    const address = new URL(location.href);
    if (!address.searchParams.has('done')) return;
    for (const name of ['done', 'step', 'case']) address.searchParams.delete(name);
    // The answer stands in the history after the form it answers: where both have one address, the way back passes over one of them.
    const again = isPost && before === address.pathname + address.search;
    history.replaceState({ ...history.state, again }, '', address);
    kept = history.state;
    shown = pageOf();
  };

  /** What is still under way is asked for again by itself, a while longer each time and for a few minutes at most; its link does the same. */
  const follow = () => {
    const link = document.querySelector('a[data-refresh]');
    const times = link ? Number(sessionStorage.getItem('asked-again') ?? 0) : 0;
    sessionStorage.setItem('asked-again', times + (link && times < 20 ? 1 : 0));
    if (link && times < 20) setTimeout(() => link.isConnected && typed.size === 0 && location.replace(link.href), 1000 + 500 * times);
  };

  document.addEventListener('DOMContentLoaded', () => {
    settle();
    follow();
  });

  // This script comes before Blazor's, which is there once the page is read.
  document.addEventListener('DOMContentLoaded', () => window.Blazor?.addEventListener('enhancedload', () => {
    const before = shown;
    [shown, kept, isLoading] = [pageOf(), history.state, false];
    const problem = document.querySelector('#problem');
    if (isPost) giveBack(problem);
    else forget();
    settle(before);
    follow();
    if (isPost) show(problem ?? document.querySelector('main .alert[role=status]') ?? document.querySelector('main h1'));
    // Another page of the same list is another page as well.
    // What was asked for there, such as whether the records are whole, comes before the list below it.
    else if (before !== shown && !location.hash)
      show(document.querySelector('main .alert[role=status]') ?? document.querySelector('main [data-heading]') ?? document.querySelector('main h1'));
    isPost = false;
  }));

  // Blazor scrolls to a place within the page, and leaves the keyboard where it was; the browser takes it along.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a');
    if (!link || event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
    if (link.getAttribute('href')?.startsWith('#')) {
      event.stopPropagation();
    } else if (typed.size > 0 && !link.target && !link.dataset.display) {
      // The browser asks before it leaves a page, Blazor does not.
      event.stopPropagation();
    } else if (link.dataset.display) {
      event.preventDefault();
      event.stopPropagation();
      changeDisplay(link);
    }
  }, true);

  // The way back from such a place would load the page again, without what was typed. The window asks its listeners in the order
  // they came, so this one has to come before Blazor's.
  window.addEventListener('popstate', (event) => {
    const left = kept;
    kept = event.state;
    if (!isLoading && pageOf() === shown) {
      event.stopImmediatePropagation();
      if (left?.again && !location.hash) history.back();
    } else if (typed.size > 0 && !confirm('本页有没有保存的内容。确定离开吗？')) {
      event.stopImmediatePropagation();
      history.pushState(null, '', shown);
      kept = null;
    }
  });

  const formOf = (event) => event.target.closest?.('main form[method=post]');

  for (const name of ['input', 'change'])
    document.addEventListener(name, (event) => { if (formOf(event)) typed.add(nameOf(formOf(event))); }, true);

  // What is sent is not left behind; where it is not taken, the answer says so. What stands in other forms is none of its business.
  document.addEventListener('submit', (event) => {
    const form = formOf(event);
    if (!form) return;
    sent = nameOf(form);
    typed.delete(sent);
    others = [...document.querySelectorAll('main form[method=post]')].filter((one) => typed.has(nameOf(one))).map(contentOf);
  }, true);

  window.addEventListener('beforeunload', (event) => { if (typed.size > 0) event.preventDefault(); });

  /** The address sets the cookie; the display itself is nothing but classes of the root, so the page need not be left. */
  const changeDisplay = async (link) => {
    try {
      if ((await send(link.href, { redirect: 'manual' })).type !== 'opaqueredirect') throw new Error(link.href);
    } catch {
      location.assign(link.href);
      return;
    }
    const wanted = new URL(link.href).searchParams;
    const modes = ['elder', 'contrast'].filter((mode) => wanted.get(mode) === '1');
    document.documentElement.className = modes.join(' ');
    for (const other of document.querySelectorAll('a[data-display]')) {
      const address = new URL(other.href);
      for (const mode of ['elder', 'contrast']) address.searchParams.set(mode, modes.includes(mode) !== (mode === other.dataset.display) ? '1' : '0');
      other.href = address.pathname + address.search;
      other.querySelector('span').textContent = modes.includes(other.dataset.display) ? other.dataset.leave : other.dataset.enter;
    }
  };
})();
