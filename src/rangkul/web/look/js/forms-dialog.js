// Questions that the form engine asks back, in the browser's own dialogs.
const words = (said) => (typeof said === "string" ? said : said.message);

export default {
  alert: (said) => Promise.resolve(alert(words(said))),
  confirm: (said) => Promise.resolve(confirm(words(said))),
  prompt: (said, given) => Promise.resolve(prompt(words(said), given)),
};
