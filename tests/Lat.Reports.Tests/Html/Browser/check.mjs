// Opens the page in a browser, does what a reader does, and prints what happened as one JSON object.
// node check.mjs DRIVER BROWSER PAGE [FOLDER FOR SCREENSHOTS]
const [driver, browserPath, pageFile, shots] = process.argv.slice(2);
const { chromium } = await import(driver);
const browser = await chromium.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
const page = await context.newPage();
const report = { errors: [], requests: [] };
page.on("console", message => { if (["error", "warning"].includes(message.type())) report.errors.push(message.text()); });
page.on("pageerror", error => report.errors.push(String(error)));
page.on("request", request => { if (!/^(file|data):/.test(request.url())) report.requests.push(request.url()); });
const shoot = async name => { if (shots) await page.screenshot({ path: `${shots}/${name}.png` }); };
const text = selector => page.locator(selector).first().innerText();
const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const count = selector => page.locator(selector).count();
// Frames of the page, not time of the machine, which may be a busy one: an observer is called once a frame.
const settle = () => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120)))));

try {
  await page.goto(pageFile);
  report.title = await page.title();
  report.heading = await text("h1");
  await page.keyboard.press("Tab");
  report.firstFocus = await page.evaluate(() => document.activeElement.className);
  report.focusRing = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  await page.evaluate(() => document.activeElement.blur());
  report.injected = await page.evaluate(() => Boolean(window.injected));
  await shoot("top");

  report.sections = [];
  for (const link of await page.locator("nav a").all()) {
    const id = (await link.getAttribute("href")).slice(1);
    await page.evaluate(name => document.getElementById(name).scrollIntoView({ behavior: "instant" }), id);
    await settle();
    report.sections.push({ id, title: await link.innerText(), words: (await text(`#${id}`)).split(/\s+/).length, current: await link.getAttribute("aria-current") === "true" });
    await shoot(`section-${id}`);
  }

  report.charts = await page.evaluate(() => [...document.querySelectorAll(".plot")].filter(place => place.offsetParent).map(place => {
    const canvas = place.querySelector("canvas");
    return canvas ? new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size : 0;
  }));
  report.unnamed = await page.evaluate(() => [...document.querySelectorAll("button, select, input, [role=img], table")].filter(node =>
    !(node.textContent.trim() || node.getAttribute("aria-label") || node.closest("label") || node.caption)).map(node => node.outerHTML.slice(0, 80)));
  report.scopes = await page.evaluate(() => [...document.querySelectorAll("main section table:not(.u-legend) th")].filter(cell => !["row", "col"].includes(cell.scope)).length);

  const switcher = page.locator("#training .switcher select");
  if (await switcher.count()) {
    const before = await page.locator("#training .option:visible").getAttribute("data-name");
    await switcher.selectOption({ index: 1 });
    report.switched = before !== await page.locator("#training .option:visible").getAttribute("data-name") && await count("#training .option:visible") === 1;
  }

  if (await count("#viewer:visible")) {
    const boxes = () => count("#viewer-panels .box");
    const title = () => text("#viewer-title");
    const viewer = report.viewer = { panels: await page.locator(".panel figcaption b").allInnerTexts(), boxes: await boxes(), first: await title() };
    await page.locator("#viewer-stage").focus();
    await page.keyboard.press("ArrowRight");
    viewer.afterRight = await title();
    await page.keyboard.press("ArrowLeft");
    viewer.afterLeft = await title();
    await page.keyboard.press("n");
    viewer.chosen = await text("#viewer-status");
    await page.keyboard.press("d");
    viewer.differing = await boxes();
    viewer.differingShown = await count("#viewer-panels .box.differs");
    await page.keyboard.press("d");
    await page.locator("#viewer-class").selectOption("t0");
    viewer.ofOneClass = await boxes();
    await page.locator("#viewer-class").selectOption("");
    await page.locator("#viewer-score").fill("1");
    viewer.sureOnly = await boxes();
    await page.locator("#viewer-score").fill("0.05");
    viewer.all = await boxes();
    viewer.rows = await count("#viewer-rows tr");
    // A busy machine may lay the page out anew between looking for the box and moving there: move again, as a hand would.
    const tip = page.locator(".tip");
    for (let move = 0; viewer.all > 0 && move < 20 && (await tip.textContent()) === ""; move++) {
      await page.mouse.move(0, 0);
      await page.locator("#viewer-panels .box").last().hover({ force: true });
      await page.waitForTimeout(50);
    }
    viewer.tip = await tip.textContent();
    await shoot("viewer");
  }

  await page.evaluate(() => scrollTo(0, 0));
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  await settle();
  const dark = await background();
  await shoot("dark");
  await page.locator("#theme").click();
  const forcedLight = await background();
  await page.locator("#theme").click();
  await page.emulateMedia({ colorScheme: "light" });
  report.themes = { followsSystem: light !== dark, forcesLight: forcedLight === light, forcesDark: await background() === dark };
  if (shots) {
    for (const id of ["images", "correspondence", "precision-recall"]) {
      await page.evaluate(name => document.getElementById(name).scrollIntoView({ behavior: "instant" }), id);
      await settle();
      await shoot(`dark-${id}`);
    }
  }

  await page.setViewportSize({ width: 375, height: 740 });
  await page.evaluate(() => scrollTo(0, 0));
  await settle();
  report.narrowOverflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await shoot("narrow");
  if (shots) {
    for (const id of ["classes", "images", "correspondence", "datasets"]) {
      await page.evaluate(name => document.getElementById(name).scrollIntoView({ behavior: "instant" }), id);
      await settle();
      await shoot(`narrow-${id}`);
    }
  }
} finally {
  await browser.close();
}

console.log(JSON.stringify(report));
