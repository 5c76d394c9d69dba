// A certified OpenID Connect provider on this machine, for the tests: who comes next, and at which level,
// is said beforehand at /as?sub=...&acr=..., and the sign-in there ends by itself; with &error=... as if it was left.
// A subject of twelve figures is a personal number, any other one a colleague's.
// Usage: node provider.mjs PORT CLIENT=REDIRECT_URI ...
import http from "node:http";

import Provider from "oidc-provider";

const [port, ...known] = process.argv.slice(2);
const personalNumber = "https://id.oidc.se/claim/personalIdentityNumber";
const issuer = `http://127.0.0.1:${port}`;
const levels = ["http://id.elegnamnden.se/loa/1.0/loa2", "http://id.elegnamnden.se/loa/1.0/loa3"];
let next = { sub: "nobody", acr: levels[1] };

const provider = new Provider(issuer, {
  clients: known
    .map((one) => one.split("="))
    .map(([id, uri]) => ({ client_id: id, client_secret: "a secret of the tests alone", redirect_uris: [uri] })),
  claims: { openid: ["sub", "acr", "employee", personalNumber] },
  acrValues: levels,
  conformIdTokenClaims: false,
  cookies: { keys: ["a key of the tests alone"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, ...(/^\d{12}$/.test(id) ? { [personalNumber]: id } : { employee: `employee-${id}` }) }),
  }),
  async loadExistingGrant(context) {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
});
provider.proxy = true;
const answer = provider.callback();

http
  .createServer(async (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === "/as") {
      next = Object.fromEntries(url.searchParams);
      response.end("noted");
    } else if (url.pathname.startsWith("/interaction/")) {
      const ended = next.error ? { error: next.error } : { login: { accountId: next.sub, acr: next.acr } };
      await provider.interactionFinished(request, response, ended);
    } else {
      answer(request, response);
    }
  })
  .listen(Number(port), "127.0.0.1", () => console.log("ready"));
