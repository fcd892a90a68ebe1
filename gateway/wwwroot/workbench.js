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
  // Whether something was typed or ticked here that no answer has taken yet.
  let isChanged = false;

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
    isChanged = true;
    document.querySelectorAll('#problem, main .alert[role=status]').forEach((old) => old.remove());
    const notice = make('div', { className: 'alert alert-danger', id: 'problem', role: 'alert' }, make('strong', {}, title), make('div', { className: 'lines' }, words));
    if (way) notice.append(make('a', { href: way.getAttribute('href'), target: '_blank' }, way.textContent));
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
    if (link && times < 20) setTimeout(() => link.isConnected && !isChanged && location.replace(link.href), 1000 + 500 * times);
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
    isChanged = isPost && problem !== null && !('saved' in problem.dataset);
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
    } else if (isChanged && !link.target && !link.dataset.display) {
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
    } else if (isChanged && !confirm('本页有没有保存的内容。确定离开吗？')) {
      event.stopImmediatePropagation();
      history.pushState(null, '', shown);
      kept = null;
    }
  });

  const isOfForm = (event) => event.target.closest?.('main form[method=post]') !== null;

  for (const name of ['input', 'change'])
    document.addEventListener(name, (event) => { isChanged ||= isOfForm(event); }, true);

  // What is sent is not left behind; where it is not taken, the answer says so.
  document.addEventListener('submit', (event) => { if (isOfForm(event)) isChanged = false; }, true);

  window.addEventListener('beforeunload', (event) => { if (isChanged) event.preventDefault(); });

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
