// An instrument in the browser: questions come drawn by the server, the engine follows their logic, the server decides.
import { Form } from "enketo-core/src/js/form";
import events from "enketo-core/src/js/event";
import { fromServer, list, mark, wrongOnes } from "./forms-errors.js";
import { watchDanger } from "./forms-danger.js";
import { drafting } from "./forms-draft.js";
import { photos } from "./forms-photos.js";
import { leaving } from "./exit.js";
import { learnWords, toast, word } from "./say.js";

const ANSWERED = "input:checked:not(.ignore), input:not([type=radio], [type=checkbox], .ignore), select, textarea";

function progress(form, line) {
  const asked = [...form.querySelectorAll(".question:not(.note, .readonly)")].filter((one) => !one.closest(".disabled, .or-appearance-label"));
  const done = asked.filter((one) => [...one.querySelectorAll(ANSWERED)].some((input) => input.value !== ""));
  line.textContent = word("formProgress", { n: done.length, all: asked.length });
}

/** A choice that need not be made can be taken back. */
function takeBack(form) {
  for (const question of form.querySelectorAll("fieldset.question:not(.note)")) {
    const radio = question.querySelector("input[type=radio]");
    if (!radio || radio.dataset.required) continue;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "take-back", textContent: word("formTakeBack") });
    question.append(button);
  }
  form.addEventListener("click", (event) => {
    const button = event.target.closest(".take-back");
    const chosen = button?.closest(".question").querySelector("input:checked");
    if (!chosen) return;
    chosen.checked = false;
    chosen.dispatchEvent(new Event("change", { bubbles: true }));
    button.closest(".question").querySelector("input[type=radio]").focus();
  });
}

/** What cannot be counted yet is a gap and no "NaN"; the engine writes it anew whenever something is answered. */
function fillGaps(form) {
  const mend = () => {
    for (const said of form.querySelectorAll(".or-output")) if (said.textContent.trim() === "NaN") said.textContent = "…";
  };
  new MutationObserver(mend).observe(form, { subtree: true, childList: true, characterData: true });
  mend();
}

/** The engine draws bare buttons around repeated parts; ours say what they do. */
function nameButtons(form) {
  for (const button of form.querySelectorAll(".add-repeat-btn")) button.textContent = word("formAdd");
  for (const button of form.querySelectorAll(".repeat-buttons .remove")) button.textContent = word("formTakeOut");
}

function begin(holder) {
  learnWords(holder);
  const view = holder.querySelector("form.or");
  const sender = document.getElementById(holder.dataset.sender);
  const model = holder.querySelector("[data-rangkul-model]").value;
  const given = sender?.elements.answer.value;
  const form = new Form(view, { modelStr: model, instanceStr: given || undefined, submitted: false });
  const faults = form.init();
  if (faults.length) console.warn(faults.join("\n"));
  // The engine goes to its first question; the reader begins where the page does.
  if (view.contains(document.activeElement)) document.activeElement.blur();
  if (!location.hash) scrollTo(0, 0);
  const answer = () => form.getDataStr({ irrelevant: false });
  const draft = holder.dataset.draft ? drafting(holder, answer) : null;
  const line = holder.querySelector("[data-rangkul-progress]");
  const summary = holder.querySelector("[data-rangkul-faults]");
  const follow = () => line && setTimeout(() => progress(view, line));
  let going = false;

  watchDanger(holder, view);
  takeBack(view);
  nameButtons(view);
  photos(holder);
  fillGaps(view);
  follow();
  view.addEventListener("submit", (event) => event.preventDefault());
  for (const name of ["change", "input"]) view.addEventListener(name, () => draft?.soon());
  view.addEventListener("change", follow);
  for (const type of [events.AddRepeat().type, events.RemoveRepeat().type]) view.addEventListener(type, () => (nameButtons(view), photos(holder), follow(), draft?.soon()));
  view.addEventListener("change", (event) => {
    const question = event.target.closest(".question");
    // The engine judges an answer a moment after it was given.
    if (question) setTimeout(() => mark(question), 60);
  });
  fromServer(view, JSON.parse(holder.dataset.refused || "{}"));

  async function send(submitter) {
    const valid = await form.validate();
    view.querySelectorAll(".question").forEach(mark);
    const wrong = wrongOnes(view);
    list(summary, wrong);
    if (!valid || wrong.length) return;
    sender.elements.answer.value = answer();
    // Without a session or a line the page stays as it is, with everything that was typed.
    const outcome = draft ? await draft.save() : "kept";
    if (outcome !== "kept") {
      toast(word(outcome === "gone" ? "formGone" : "formLost"), 15);
      return;
    }
    going = true;
    // A form does not send itself while it is being asked to: after this turn it does.
    setTimeout(() => sender.requestSubmit(submitter));
  }

  if (!sender) {
    holder.dataset.ready = "";
    return;
  }
  // Before the page's own watch over sending, which would count this as sent.
  sender.addEventListener("submit", (event) => {
    if (going) return;
    event.preventDefault();
    event.stopPropagation();
    send(event.submitter);
  });
  addEventListener("beforeunload", (event) => {
    if (!going && !leaving.now && draft?.unsent()) event.preventDefault();
  });
  holder.dataset.ready = "";
}

for (const holder of document.querySelectorAll("[data-rangkul-instrument]")) begin(holder);
