// Filters the units of the board while one types, as the form does without a script: letters are compared without their marks.
"use strict";

const tim = document.getElementById("tim");
const soHien = document.getElementById("so-hien");
const khongThay = document.getElementById("khong-thay");
const hang = Array.from(document.querySelectorAll("[data-tim]"));

// The same as `fold` of the program: lower case, no marks, letters and digits only.
function gap(chu) {
  const bo = chu.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return bo.replace(/đ/g, "d").replace(/[^\p{L}\p{N}]/gu, "");
}

function loc() {
  const muon = gap(tim.value);
  let dem = 0;
  for (const mot of hang) {
    mot.hidden = !mot.dataset.tim.split(" ").some((phan) => phan.includes(muon));
    dem += mot.hidden ? 0 : 1;
  }
  soHien.textContent = dem + " đơn vị";
  khongThay.hidden = dem > 0;
}

tim.addEventListener("input", loc);
// A page come back to keeps what was typed.
loc();
