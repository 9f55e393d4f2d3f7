// Shows what a return's form would print, and what is found in it, while one types. Without it the button "Xem trước" does the same.
"use strict";

const bieu = document.querySelector("form.nhap");
const goc = new URL(bieu.action).pathname;
const trangThai = document.getElementById("xem-bao");
const nguonSo = document.getElementById("nguon-so");
let dangGui = false;
let conDoi = false;
let loiVan = null;

function duLieu() {
  return new URLSearchParams(new FormData(bieu));
}

async function hoi(diaChi) {
  const tra = await fetch(diaChi, { method: "POST", body: duLieu() });
  if (!tra.ok) throw new Error(String(tra.status));
  return new DOMParser().parseFromString(await tra.text(), "text/html");
}

// One request is under way at a time; what is typed meanwhile is sent when it is answered.
async function gui() {
  if (dangGui) {
    conDoi = true;
    return;
  }
  dangGui = true;
  try {
    do {
      conDoi = false;
      dat(await hoi(goc + "/xem-ngay"));
    } while (conDoi);
  } catch {
    bao("Không hỏi được chương trình: lời bạn gõ vẫn còn ở trang này; xem cửa sổ chương trình còn mở không rồi gõ tiếp hoặc bấm Lưu.");
  } finally {
    dangGui = false;
  }
}

function bao(chu) {
  if (trangThai.textContent !== chu) trangThai.textContent = chu;
}

function dat(moi) {
  datTrang(moi.getElementById("xem-trang"));
  for (const ten of ["xem-phat-hien", "xem-dan"]) {
    const cu = document.getElementById(ten);
    const thay = moi.getElementById(ten);
    if (cu.innerHTML !== thay.innerHTML) cu.replaceChildren(...thay.childNodes);
  }
  datCanhO(moi.getElementById("xem-o"));
  hienNut();
  const loi = document.querySelectorAll("#xem-phat-hien li.thieu").length;
  const canhBao = document.querySelectorAll("#xem-phat-hien li.can-lam").length;
  bao(`${loi} lỗi, ${canhBao} cảnh báo. Chưa lưu.`);
}

// A page whose picture is the same keeps it; another's is shown once it is there, so that nothing flickers.
function datTrang(moi) {
  const khung = document.getElementById("xem-trang");
  const cu = khung.querySelectorAll("svg.trang");
  const sau = moi.querySelectorAll("svg.trang");
  if (sau.length === 0) {
    // The last pages that could be printed stay, with why they are not those of now.
    const chua = moi.querySelector("#xem-chua");
    const ghi = document.getElementById("xem-cu");
    ghi.textContent = cu.length > 0 ? "Trang in dưới đây là của lần đúng gần nhất. " : "";
    if (chua) ghi.append(chua.textContent);
    ghi.hidden = false;
    return;
  }
  document.getElementById("xem-cu").hidden = true;
  if (cu.length !== sau.length) {
    khung.replaceChildren(...moi.childNodes);
    return;
  }
  cu.forEach((trang, thu) => {
    const [hinhCu, hinhMoi] = [trang.querySelector("image"), sau[thu].querySelector("image")];
    for (const vung of trang.querySelectorAll("a")) vung.remove();
    trang.append(...sau[thu].querySelectorAll("a"));
    if (hinhCu.getAttribute("href") !== hinhMoi.getAttribute("href")) {
      hinhMoi.addEventListener("load", () => {
        for (const hinh of trang.querySelectorAll("image")) if (hinh !== hinhMoi) hinh.remove();
      });
      hinhCu.after(hinhMoi);
    }
    const [chuCu, chuMoi] = [trang, sau[thu]].map((mot) => mot.closest("figure").querySelector("details p"));
    if (chuCu.textContent !== chuMoi.textContent) chuCu.textContent = chuMoi.textContent;
  });
}

function datCanhO(moi) {
  const theoO = new Map(Array.from(moi.children, (mot) => [mot.dataset.o, mot]));
  for (const cho of document.querySelectorAll("[data-kem]")) {
    const thay = theoO.get(cho.dataset.kem);
    if (cho.innerHTML !== (thay ? thay.innerHTML : "")) {
      cho.replaceChildren(...(thay ? thay.childNodes : []));
    }
    const hoiVi = document.querySelector(`[data-giai-trinh="${CSS.escape(cho.dataset.kem)}"]`);
    if (hoiVi && thay && "hoi" in thay.dataset) hoiVi.hidden = false;
  }
}

function den(o) {
  if (!o) return;
  const gap = o.closest("details");
  if (gap) gap.open = true;
  o.focus();
  o.scrollIntoView({ block: "center" });
}

// A number on a page leads to its field and says where it comes from; a sentence to the text it is typed in.
async function bam(viec) {
  const vung = viec.target.closest("svg.trang a");
  if (!vung) return;
  const dich = vung.getAttribute("href");
  // Another unit's number is on that unit's own page.
  if (!dich.startsWith("#") && !vung.dataset.so) return;
  viec.preventDefault();
  if (!vung.dataset.so) {
    nguonSo.hidden = true;
    return den(document.getElementById(dich.slice(1)));
  }
  const [nhom, ma] = vung.dataset.so.split("/");
  if (nhom === "so-lieu") den(document.getElementById("so." + ma));
  else den(document.querySelector(`[data-kem]:has([data-chi-tieu="${CSS.escape(ma)}"])`)?.closest("tr")?.querySelector("input, select"));
  try {
    const trang = await hoi(goc + dich.slice(goc.length - "/nhap".length));
    nguonSo.querySelector("pre").textContent = trang.querySelector("pre").textContent;
    nguonSo.hidden = false;
    nguonSo.scrollIntoView({ block: "nearest" });
  } catch {
    bao("Không hỏi được số này từ đâu ra.");
  }
}

function hienNut() {
  for (const nut of document.querySelectorAll("[data-chen]")) nut.hidden = !(nut.dataset.vao || loiVan);
}

// A number goes where one writes; a unit's words to the text they are listed below.
function chen(viec) {
  const nut = viec.target.closest("[data-chen]");
  const vao = nut && nut.dataset.vao ? document.getElementById(nut.dataset.vao) : loiVan;
  if (!nut || !vao) return;
  vao.setRangeText(nut.dataset.chen, vao.selectionStart, vao.selectionEnd, "end");
  vao.focus();
  vao.dispatchEvent(new Event("input", { bubbles: true }));
}

// A value that is as it was is confirmed by one button.
function nhuTruoc(viec) {
  const nut = viec.target.closest("[data-nhu]");
  if (!nut) return;
  const o = document.getElementById(nut.dataset.vao);
  o.value = nut.dataset.nhu;
  nut.hidden = true;
  o.focus();
  o.dispatchEvent(new Event("input", { bubbles: true }));
}

function phong(viec) {
  const nut = viec.target.closest("[data-co]");
  if (!nut) return;
  document.getElementById("xem").dataset.co = nut.dataset.co;
  for (const mot of document.querySelectorAll("[data-co]")) {
    if (mot !== document.getElementById("xem")) mot.setAttribute("aria-pressed", String(mot === nut));
  }
}

bieu.addEventListener("input", gui);
bieu.addEventListener("focusin", (viec) => {
  if (viec.target.matches("textarea")) {
    loiVan = viec.target;
    hienNut();
  }
});
document.addEventListener("click", (viec) => {
  bam(viec);
  chen(viec);
  nhuTruoc(viec);
  phong(viec);
});
nguonSo.querySelector("button").addEventListener("click", () => {
  nguonSo.hidden = true;
});
document.getElementById("co-trang").hidden = false;
hienNut();
for (const nut of document.querySelectorAll("[data-nhu]")) nut.hidden = false;
