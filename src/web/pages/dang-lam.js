// Watches a job: its page is asked for again and again, what it says of how far it is put in place, and shown whole when it is done.
"use strict";

const NHIP = 700;
const tienDo = document.getElementById("tien-do");

// Whoever has gone on to another page by then is not called back.
let diTiep = false;
addEventListener("beforeunload", () => {
  diTiep = true;
});

async function xem() {
  let moi = null;
  try {
    const trang = await (await fetch(location.pathname)).text();
    moi = new DOMParser().parseFromString(trang, "text/html").getElementById("tien-do");
    if (!moi && !diTiep) {
      location.replace(location.pathname);
      return;
    }
  } catch {
    // The program was closed, or is busy: it is asked again.
  }
  if (moi) {
    dat(moi);
  }
  setTimeout(xem, NHIP);
}

// Only what changed is put in place, so that it is read out once.
function dat(moi) {
  const thanh = tienDo.querySelector("progress");
  const nay = moi.querySelector("progress");
  for (const ten of ["max", "value"]) {
    if (nay.hasAttribute(ten)) {
      thanh.setAttribute(ten, nay.getAttribute(ten));
    }
  }
  const chu = tienDo.querySelector("[role=status]");
  const loi = moi.querySelector("[role=status]").textContent;
  if (chu.textContent !== loi) {
    chu.textContent = loi;
  }
}

setTimeout(xem, NHIP);
