// Every page as people meet it – light, dark, on paper, in a narrow window – through axe-core; what is wrong as JSON on stdout.
// node axe.mjs FOLDER CHROMIUM FILE…   (FOLDER holds node_modules)

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [folder, executablePath, ...files] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const ways = {
  ljust: { colorScheme: "light", width: 1280 },
  mörkt: { colorScheme: "dark", width: 1280 },
  smalt: { colorScheme: "light", width: 320 },
  papper: { colorScheme: "light", media: "print", width: 794 },
};

const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args }); // with a new, empty profile of its own
const found = [];
for (const file of files) {
  const url = pathToFileURL(file).href;
  for (const [way, { colorScheme, media, width }] of Object.entries(ways)) {
    const tell = (what) => found.push({ file, way, what });
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("request", (request) => request.url() === url || tell(`hämtar ${request.url()}`));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && tell(`konsolen: ${message.text()}`));
    page.on("pageerror", (error) => tell(`fel på sidan: ${error}`));
    await page.goto(url);
    if (media) await page.emulateMedia({ media, colorScheme });
    if (await page.evaluate(() => document.scripts.length)) tell("innehåller skript");
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) tell("måste rullas i sidled");
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, impact, help, nodes } of result.violations) {
      tell(`${id} (${impact}): ${help} – ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
    }
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify({ pages: files.length, ways: Object.keys(ways).length, found }));
