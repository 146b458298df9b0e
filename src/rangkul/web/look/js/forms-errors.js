// What is wrong with an answer stands beside its question, is spoken, and is listed above with a link to each.
const MESSAGES = ".or-required-msg, .or-constraint-msg, .or-server-msg";
const WRONG = ".invalid-required, .invalid-constraint, .invalid-server";
let number = 0;

const shown = (question) => {
  const kind = ["server", "constraint", "required"].find((one) => question.classList.contains(`invalid-${one}`));
  return kind && question.querySelector(`.or-${kind}-msg.active, .or-${kind}-msg`);
};

/** Tie the message that counts now to the inputs of a question, and let it be spoken. */
export function mark(question) {
  const inputs = question.querySelectorAll("input, select, textarea");
  const message = shown(question);
  for (const other of question.querySelectorAll(MESSAGES)) other.removeAttribute("role");
  for (const input of inputs) {
    input.toggleAttribute("aria-invalid", Boolean(message));
    if (message) {
      message.id ||= `salah-${(number += 1)}`;
      input.setAttribute("aria-invalid", "true");
      input.setAttribute("aria-describedby", message.id);
    } else input.removeAttribute("aria-describedby");
  }
  message?.setAttribute("role", "alert");
}

export function wrongOnes(form) {
  return [...form.querySelectorAll(".question")].filter((one) => one.matches(WRONG) && !one.closest(".disabled"));
}

const labelOf = (question) => (question.querySelector("legend .question-label, .question-label")?.textContent ?? "").trim();

/** The list above the questions; it takes the focus, and each line leads to its question. */
export function list(summary, wrong) {
  const items = summary.querySelector("ul");
  items.replaceChildren(
    ...wrong.map((question) => {
      const link = document.createElement("a");
      const target = question.querySelector("input:not([type=hidden], .rank), select, textarea, button:not(:disabled)");
      target.id ||= `jawab-${(number += 1)}`;
      link.href = `#${target.id}`;
      link.textContent = labelOf(question);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        target.focus();
        question.scrollIntoView({ block: "center" });
      });
      const line = document.createElement("li");
      line.append(link, ": ", (shown(question)?.textContent ?? "").trim());
      return line;
    }),
  );
  summary.hidden = wrong.length === 0;
  if (wrong.length) summary.focus();
}

/** What the server refused: `{"/data/g/a1": "…"}` by the path of the question. */
export function fromServer(form, refused) {
  for (const [path, sentence] of Object.entries(refused)) {
    const input = form.querySelector(`[data-name="${CSS.escape(path)}"], [name="${CSS.escape(path)}"]`);
    const question = input?.closest(".question");
    if (!question) continue;
    const message = document.createElement("span");
    message.className = "or-server-msg active";
    message.textContent = sentence;
    question.append(message);
    question.classList.add("invalid-server");
    mark(question);
    question.addEventListener("change", () => {
      question.classList.remove("invalid-server");
      message.remove();
      mark(question);
    }, { once: true });
  }
}
