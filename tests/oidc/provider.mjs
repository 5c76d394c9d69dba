// A certified OpenID Connect provider on this machine, for the tests: who comes next, and at which level,
// is said beforehand at /as?sub=...&acr=..., and the sign-in there ends by itself.
// Usage: node provider.mjs PORT REDIRECT_URI
import http from "node:http";

import Provider from "oidc-provider";

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const levels = ["http://id.elegnamnden.se/loa/1.0/loa2", "http://id.elegnamnden.se/loa/1.0/loa3"];
let next = { sub: "nobody", acr: levels[1] };

const provider = new Provider(issuer, {
  clients: [{ client_id: "trappan", client_secret: "a secret of the tests alone", redirect_uris: [redirectUri] }],
  claims: { openid: ["sub", "acr", "employee"] },
  acrValues: levels,
  conformIdTokenClaims: false,
  cookies: { keys: ["a key of the tests alone"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, employee: `employee-${id}` }) }),
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
      next = { sub: url.searchParams.get("sub"), acr: url.searchParams.get("acr") };
      response.end("noted");
    } else if (url.pathname.startsWith("/interaction/")) {
      await provider.interactionFinished(request, response, { login: { accountId: next.sub, acr: next.acr } });
    } else {
      answer(request, response);
    }
  })
  .listen(Number(port), "127.0.0.1", () => console.log("ready"));
