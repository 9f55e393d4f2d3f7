// Files can be dropped on the form beside being chosen; what was chosen is told.
"use strict";

for (const khung of document.querySelectorAll("[data-tha-tep]")) {
  const o = khung.querySelector("input[type=file]");
  const daChon = khung.querySelector("[data-da-chon]");
  khung.querySelector("[data-moi]").hidden = false;

  const ke = () => {
    const ten = Array.from(o.files, (tep) => tep.name);
    daChon.textContent = ten.length > 0 ? "Đã chọn " + ten.length + " tệp: " + ten.join(", ") + "." : "";
  };

  for (const viec of ["dragenter", "dragover"]) {
    khung.addEventListener(viec, (su) => {
      su.preventDefault();
      khung.classList.add("dang-tha");
    });
  }
  khung.addEventListener("dragleave", () => khung.classList.remove("dang-tha"));
  khung.addEventListener("drop", (su) => {
    su.preventDefault();
    khung.classList.remove("dang-tha");
    if (su.dataTransfer.files.length > 0) {
      o.files = su.dataTransfer.files;
      ke();
    }
  });
  o.addEventListener("change", ke);
  // A page come back to keeps what was chosen.
  ke();
}
