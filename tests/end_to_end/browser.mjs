// Looks at pages with Chromium as a reader does, and tells what it saw: `node browser.mjs JOBS.json`, the answer on standard output.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { modules, chromium, jobs } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const require = createRequire(`${modules}/`);
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf-8");

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});

function outOfTheWindow() {
  const root = document.documentElement;
  const isSeen = (one) => getComputedStyle(one).position !== "absolute";
  const wide = [...document.querySelectorAll("body *")].filter(
    (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && isSeen(one),
  );
  const told = wide.map((one) => `${one.tagName} ${one.textContent.slice(0, 60)}`).slice(0, 3);
  return root.scrollWidth > root.clientWidth ? ["the whole page", ...told] : told;
}

async function look(job) {
  const page = await browser.newPage();
  const requests = [];
  const said = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.setJavaScriptEnabled(!job.withoutScripts);
  await page.setViewport({ width: job.width ?? 1280, height: job.height ?? 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: job.scheme ?? "light" }]);
  await page.goto(job.url);
  for (const key of job.keys ?? []) await page.keyboard.press(key);
  if (job.click) await page.click(job.click);
  if (job.unfold) await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
  const seen = await page.evaluate(() => {
    const active = document.activeElement;
    const outlines = [active, active.nextElementSibling].filter(Boolean).map((one) => getComputedStyle(one).outlineStyle);
    return {
      text: document.body.innerText,
      title: document.title,
      focus: active.id || active.className,
      hasOutline: outlines.includes("solid"),
      background: getComputedStyle(document.body).backgroundColor,
    };
  });
  seen.wide = [];
  for (const width of job.widths ?? []) {
    await page.setViewport({ width, height: 900 });
    seen.wide.push(...(await page.evaluate(outOfTheWindow)).map((one) => `${width}: ${one}`));
  }
  if (job.axe) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    seen.violations = found.violations.flatMap((one) =>
      one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.target} ${node.failureSummary}`),
    );
    seen.passes = found.passes.length;
  }
  if (job.screenshot) {
    const place = typeof job.clip === "string" ? await page.$eval(job.clip, (one) => [one.offsetTop, one.offsetHeight]) : job.clip;
    const clip = place && { x: 0, y: Math.max(0, place[0] - 16), width: job.width ?? 1280, height: place[1] + 32 };
    await page.screenshot({ path: job.screenshot, clip, fullPage: !clip, captureBeyondViewport: true, type: "webp", quality: 70 });
  }
  if (job.pdf) await page.pdf({ path: job.pdf, preferCSSPageSize: true, printBackground: true });
  await page.close();
  return { ...seen, requests, said };
}

const answers = [];
for (const job of jobs) answers.push(await look(job));
await browser.close();
process.stdout.write(JSON.stringify(answers));
