// Stands between the day's page and the network, on phones that keep the list and nowhere else. It holds what the
// page without network is drawn with, nothing of what any page says; the list is put beside it by the day's own page.
"use strict";
const LIST = "trappan-list";
const SHELL = "trappan-shell-{{ version }}";
const HELD = {{ held|safe }};
const DAY = "{% url "attendance:day" %}";
const PAGE = "{% url "attendance:offline" %}";
const LONGEST = 4000; // milliseconds; a weak network is worse than none
const addresses = new Set(HELD.map(([address]) => new URL(address, location).href));
const paths = new Set(HELD.map(([address]) => new URL(address, location).pathname));

addEventListener("install", (event) => {
  skipWaiting();
  const wanted = HELD.map(([address, integrity]) => new Request(address, { integrity, cache: "no-cache" }));
  wanted.push(new Request(PAGE, { cache: "no-cache" }));
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(wanted)));
});

addEventListener("activate", (event) => {
  const earlier = async () => {
    for (const name of await caches.keys()) if (name !== SHELL && name !== LIST) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(earlier());
});

// An answer that is no page of the day says that whoever kept the list is not signed in to it any more. A server
// that fails says nothing of that: then it is as without network.
const day = async (request) => {
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  if (answer && (answer.type === "opaqueredirect" || (!answer.ok && answer.status < 500))) await caches.delete(LIST);
  if (answer && (answer.type === "opaqueredirect" || answer.status < 500)) return answer;
  return (await caches.match(PAGE, { cacheName: SHELL })) ?? answer ?? Response.error();
};

const drawing = async (request) => {
  const held = await caches.match(request, { cacheName: SHELL });
  if (held) return held;
  try {
    return await fetch(request);
  } catch (gone) {
    const like = await caches.match(request, { cacheName: SHELL, ignoreSearch: true });
    if (like) return like;
    throw gone;
  }
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const { href, origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === DAY) event.respondWith(day(request));
  } else if (addresses.has(href) || paths.has(pathname)) event.respondWith(drawing(request));
});
