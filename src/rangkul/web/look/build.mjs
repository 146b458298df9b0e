// Writes the style sheet, the scripts, the icon sprite, the font and the pictures to static/look/built/.
// A stamp over every input makes a second run without changes end at once.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../../..");
const modules = join(root, "node_modules");
const served = join(here, "static/look/built");
// Built aside and put in place at once: a server that runs on never sends half a style sheet.
const out = join(modules, ".look-built");

const filesIn = (folder) => readdirSync(join(here, folder)).sort().map((name) => join(here, folder, name));

function stampOfInputs() {
  const hash = createHash("sha256");
  const inputs = [join(here, "build.mjs"), join(here, "icons.txt"), join(root, "package-lock.json")];
  for (const file of [...inputs, ...filesIn("scss"), ...filesIn("js"), ...filesIn("art")]) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

async function styles() {
  const sass = await import("sass");
  const result = sass.compile(join(here, "scss/look.scss"), {
    style: "compressed",
    loadPaths: [modules],
    // Bootstrap 5.3 is written in the older Sass syntax; its warnings are not about our files.
    quietDeps: true,
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  writeFileSync(join(out, "look.css"), result.css);
}

async function scripts() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["public", "work"].map((name) => join(here, "js", `${name}.js`)),
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    logLevel: "warning",
  });
  // Runs before the page is drawn, so it is no module.
  await build({
    entryPoints: [join(here, "js", "gone.js")],
    outdir: out,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    legalComments: "none",
    logLevel: "warning",
  });
}

// The form engine names its parts by aliases; each gets ours, and what our forms never do is left out of the bundle.
const FORM_PARTS = {
  "enketo/config": "forms-config.js",
  "enketo/widgets": "forms-widgets.js",
  "enketo/translator": "forms-words.js",
  "enketo/dialog": "forms-dialog.js",
  "enketo/file-manager": "forms-nothing.js",
  "node-forge": "forms-nothing.js",
};

// Two places of the engine do what our security policy refuses: a handler written into the page (forms.js listens
// instead), and a broken document that is parsed to see what a parser's error looks like. A build without them fails.
const AMENDED = [
  { file: /enketo-core[\\/]src[\\/]js[\\/]form\.js$/, from: "this.view.$.attr('onsubmit', 'return false;');", to: "" },
  {
    file: /mergexml[\\/]mergexml\.js$/,
    from: /f = psr\.parseFromString\('<invalid'[^\n]*\n\s*nsd\.psr = [^\n]*\n/,
    to: "nsd.psr = '*';\n",
  },
];
const amended = {
  name: "amended",
  setup: (build) =>
    AMENDED.forEach(({ file, from, to }) =>
      build.onLoad({ filter: file }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const mended = text.replace(from, to);
        if (mended === text) throw new Error(`${path} has changed: look again at what is amended there`);
        return { contents: mended, loader: "js" };
      }),
    ),
};

async function forms() {
  const { build } = await import("esbuild");
  const ours = Object.entries(FORM_PARTS).map(([name, file]) => [name, join(here, "js", file)]);
  await build({
    entryPoints: [join(here, "js", "forms.js")],
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    logLevel: "error",
    plugins: [amended],
    alias: { ...Object.fromEntries(ours), "enketo/xpath-evaluator-binding": join(modules, "enketo-core/src/js/xpath-evaluator-binding.js") },
  });
  // Forms are made into pages on the server, by the same two sheets: browsers are giving up on XSLT.
  for (const name of ["openrosa2html5form", "openrosa2xmlmodel"]) {
    const { default: sheet } = await import(join(modules, "enketo-transformer/dist/enketo-transformer/xsl", `${name}.xsl.js`));
    writeFileSync(join(out, `${name}.xsl`), sheet);
  }
}

const iconBody = (name) =>
  readFileSync(join(modules, "@tabler/icons/icons/outline", `${name}.svg`), "utf8")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, "")
    .replace(/<path stroke="none"[^>]*>/, "")
    .replace("</svg>", "")
    .replace(/\s+/g, " ")
    .trim();

function sprite() {
  const names = readFileSync(join(here, "icons.txt"), "utf8").split("\n").filter(Boolean);
  const symbols = names.map((name) => `<symbol id="${name}" viewBox="0 0 24 24">${iconBody(name)}</symbol>`);
  writeFileSync(join(out, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`);
}

function copies() {
  const font = "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2";
  copyFileSync(join(modules, font), join(out, "plus-jakarta-sans.woff2"));
  for (const file of filesIn("art")) copyFileSync(file, join(out, file.split(/[\\/]/).pop()));
}

// Browsers on slow lines get the smaller copy that lies beside each text file.
function compress() {
  for (const name of readdirSync(out).filter((file) => /\.(css|js|svg)$/.test(file))) {
    const bytes = readFileSync(join(out, name));
    writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes));
  }
}

function report() {
  for (const name of readdirSync(out).filter((file) => !/\.(br|gz|txt)$/.test(file)).sort()) {
    const bytes = readFileSync(join(out, name));
    console.log(`${name.padEnd(28)} ${String(bytes.length).padStart(7)} B ${String(gzipSync(bytes).length).padStart(7)} B gz`);
  }
}

const stamp = stampOfInputs();
const stampFile = (folder) => join(folder, "stamp.txt");
if (existsSync(stampFile(served)) && readFileSync(stampFile(served), "utf8") === stamp) {
  console.log("look: nothing changed");
} else {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  sprite();
  copies();
  await Promise.all([styles(), scripts(), forms()]);
  compress();
  writeFileSync(stampFile(out), stamp);
  report();
  rmSync(served, { recursive: true, force: true });
  mkdirSync(dirname(served), { recursive: true });
  renameSync(out, served);
}
