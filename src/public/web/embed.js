// Places the frame of a unit's public page where this script stands, as high as what is in it. In no other site's way: it adds
// one element, reads nothing, and sets no cookie.
(() => {
  const script = document.currentScript;
  const address = new URL('embed', script.src);
  if (script.dataset.lang) address.searchParams.set('lang', script.dataset.lang);
  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title || 'Logbook';
  frame.loading = 'lazy';
  frame.style.cssText = 'width:100%;max-width:40rem;height:520px;border:0;color-scheme:normal';
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const height = Number(event.data?.logbookHeight);
    if (height > 0 && height < 4000) frame.style.height = `${Math.ceil(height)}px`;
  });
  script.after(frame);
})();
