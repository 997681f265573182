// Opens the pages in a browser as a reader does: chooses findings, filters, uses keys; looks for console errors, requests to
// anywhere and, with axe-core, for what keeps people out. Arguments: the folder of the pages, their names.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [folder, ...names] = process.argv.slice(2);
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
let wrong = 0;
const expect = (name, what, holds) => {
  if (!holds) {
    wrong += 1;
    console.error(`${name}: ${what}`);
  }
};

async function open(browser, name, scheme, size, script = true) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: sizes[size], reducedMotion: "reduce", javaScriptEnabled: script });
  const page = await context.newPage();
  const label = `${name} ${size} ${scheme}`;
  page.on("console", (message) => expect(label, `console: ${message.text()}`, !["error", "warning"].includes(message.type())));
  page.on("pageerror", (error) => expect(label, `error: ${error}`, false));
  page.on("dialog", (dialog) => { expect(label, `a dialog: ${dialog.message()}`, false); dialog.dismiss(); });
  page.on("request", (request) => expect(label, `asks for ${request.url()}`, /^(file|data):/.test(request.url())));
  await page.goto(pathToFileURL(`${folder}/${name}.html`).href);
  return { page, label };
}

const visible = (page, selector) => page.locator(selector).filter({ visible: true });
const scrolled = (page) => page.$$eval(".group:not([hidden]) article", (panes) => panes.map((pane) => pane.scrollTop));
const inSight = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".group:not([hidden]) article")].filter((pane) => {
      const box = pane.getBoundingClientRect();
      return [...pane.querySelectorAll(".m.on")].some((mark) => {
        const own = mark.getBoundingClientRect();
        return own.top >= box.top && own.top < box.bottom;
      });
    }).length,
  );

async function behaves(page, label) {
  const first = visible(page, ".card").first();
  // Panes too low to scroll show nothing by scrolling; the words must be in sight in any case.
  await page.setViewportSize({ width: 1440, height: 460 });
  await page.evaluate(() => document.querySelectorAll("article").forEach((pane) => { pane.scrollTop = pane.scrollHeight; }));
  const before = await scrolled(page);
  await first.locator(".pick").click();
  const sides = new Set(await first.locator(".letter").allTextContents()).size;
  expect(label, "a chosen finding is not in sight on every side", (await inSight(page)) === sides);
  const after = await scrolled(page);
  if (label.startsWith("seeds")) expect(label, "both sides should scroll", before.every((top, at) => top !== after[at]));
  await page.setViewportSize(sizes.desktop);
  await page.keyboard.press("ArrowDown");
  const count = await visible(page, ".card").count();
  if (count > 1) {
    expect(label, "the arrow key goes on", await visible(page, ".card").nth(1).evaluate((card) => card.classList.contains("on") && card.contains(document.activeElement)));
    await page.keyboard.press("ArrowUp");
  }
  await page.keyboard.press("Escape");
  expect(label, "escape lets go", (await page.locator(".on").count()) === 0);
  const box = page.locator('.filter input[value="conflict"]');
  const conflicts = await visible(page, '.card[data-v="conflict"]').count();
  if (conflicts > 0) {
    await box.uncheck();
    expect(label, "the filter hides conflicts", (await visible(page, '.card[data-v="conflict"]').count()) === 0);
    expect(label, "the filter leaves marks", (await page.locator('.m[data-v="conflict"]:not(.off)').count()) === 0);
    await box.check();
    expect(label, "the filter shows conflicts again", (await visible(page, '.card[data-v="conflict"]').count()) === conflicts);
  }
  await visible(page, ".m:not(.off)").first().click();
  expect(label, "a click on marked words chooses their finding", (await page.locator(".card.on").count()) === 1);
}

async function accessible(page, label) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document));
  for (const violation of found.violations) {
    expect(label, `axe: ${violation.impact} ${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(" | ")}`, false);
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
mkdirSync(`${folder}/pictures`, { recursive: true });
const picture = (page, name, whole = false) => page.screenshot({ path: `${folder}/pictures/${name}.png`, fullPage: whole });
for (const name of names) {
  for (const scheme of ["light", "dark"]) {
    for (const size of Object.keys(sizes)) {
      const { page, label } = await open(browser, name, scheme, size);
      if (size === "desktop") await behaves(page, label);
      else await visible(page, ".pick").first().click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(label, `the page is ${width} wide`, width <= sizes[size].width);
      await picture(page, `${name}-${size}-${scheme}`);
      if (size === "phone") await picture(page, `${name}-${size}-${scheme}-whole`, true);
      await accessible(page, label);
      await page.context().close();
    }
  }
  const { page, label } = await open(browser, name, "light", "desktop");
  await page.emulateMedia({ media: "print" });
  expect(label, "quotations are printed", (await visible(page, ".sides q").count()) > 0);
  await page.pdf({ path: `${folder}/pictures/${name}.pdf` });
  await picture(page, `${name}-print`, true);
  await page.context().close();
  const plain = await open(browser, name, "light", "desktop", false);
  expect(plain.label, "without the script everything is shown", (await visible(plain.page, ".card").count()) === (await plain.page.locator(".card").count()));
  await picture(plain.page, `${name}-no-script`);
  await plain.page.context().close();
  console.log(`${folder}/${name}.html: opened`);
}
await browser.close();
process.exit(wrong ? 1 : 0);
