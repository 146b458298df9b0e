// A signature drawn with a finger, a pen or a mouse; it travels as a PNG in a hidden input.
import { each } from "./ready.js";

const INK = "#12191c";

function pad(box) {
  const canvas = box.querySelector("canvas");
  const hidden = box.querySelector('input[type="hidden"]');
  const pen = canvas.getContext("2d");
  Object.assign(pen, { strokeStyle: INK, lineWidth: 5, lineCap: "round", lineJoin: "round" });
  const place = (event) => {
    const edge = canvas.getBoundingClientRect();
    return [((event.clientX - edge.left) * canvas.width) / edge.width, ((event.clientY - edge.top) * canvas.height) / edge.height];
  };
  let drawing = false;
  canvas.addEventListener("pointerdown", (event) => {
    drawing = true;
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...place(event));
    // A tap alone leaves a dot.
    pen.lineTo(...place(event));
    pen.stroke();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drawing) return;
    pen.lineTo(...place(event));
    pen.stroke();
  });
  const finish = () => {
    if (drawing) hidden.value = canvas.toDataURL("image/png");
    drawing = false;
  };
  canvas.addEventListener("pointerup", finish);
  canvas.addEventListener("pointercancel", finish);
  box.querySelector("[data-rangkul-signature-clear]")?.addEventListener("click", () => {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    hidden.value = "";
  });
  if (hidden.value.startsWith("data:image/png;base64,")) {
    const kept = new Image();
    kept.onload = () => pen.drawImage(kept, 0, 0);
    kept.src = hidden.value;
  }
}

export const signing = () => each("[data-rangkul-signature]", pad);
