"""Edits Word drafts as leaders do, with python-docx and with LibreOffice, and holds `baocao import` to taking each change of a text into
its key, and to refusing each touched figure and computed sentence. Run by `.ci/drafts`; needs python3-docx, python3-uno, soffice.

    /usr/bin/python3 .ci/word-edits.py PROGRAM WORKSPACE [EDITS] [SEED]
"""

import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import docx
import uno
from com.sun.star.beans import PropertyValue

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PERIOD = "lac-duong/2025-Q2"
UNITS = ["lat", "da-nhim", "da-sar", "dung-kno", "tong-hop"]


def tag(control):
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else found.get(f"{W}val")


def title(control):
    return control.find(f"{W}sdtPr/{W}alias").get(f"{W}val")


def texts(document):
    """The controls of texts that may be changed, each with its paragraph."""
    for control in document.element.body.iter(f"{W}sdt"):
        lock = control.find(f"{W}sdtPr/{W}lock").get(f"{W}val")
        if tag(control).startswith("L") and lock == "sdtLocked":
            yield control


def runs(element, inside=None):
    """The words of an element outside values, or of its values alone."""
    for one in element.iter(f"{W}t"):
        controls = [tag(up) for up in one.iterancestors(f"{W}sdt")]
        value = any(name.startswith("S") for name in controls)
        if value == (inside == "S") and len((one.text or "").split()) > (0 if value else 3):
            yield one


def paragraph(element):
    return next(element.iterancestors(f"{W}p"))


def own_key(control):
    return title(control).split(" · ")[1].split(".")[-1]


class Edit:
    """What was done, and what has to become of it."""

    def __init__(self, outcome, key="", marks=(), gone="", more=()):
        self.outcome, self.key, self.marks, self.gone, self.more = outcome, key, marks, gone, more


def some_text(document, rng):
    return rng.choice([one for one in texts(document) if list(runs(one))])


def replaced(document, rng, mark):
    control = some_text(document, rng)
    words = rng.choice(list(runs(control)))
    parts = words.text.split(" ")
    parts[len(parts) // 2] = mark
    words.text = " ".join(parts)
    return Edit("taken", own_key(control), [mark])


def appended(document, rng, mark):
    control = some_text(document, rng)
    words = list(runs(control))[-1]
    words.text += f" Thêm {mark}."
    return Edit("taken", own_key(control), [mark])


def begun(document, rng, mark):
    control = some_text(document, rng)
    words = next(runs(control))
    words.text = f"Mở đầu {mark}. " + words.text
    return Edit("taken", own_key(control), [mark])


def shortened(document, rng, _):
    control = some_text(document, rng)
    words = rng.choice(list(runs(control)))
    parts = words.text.split(" ")
    words.text = " ".join(parts[: len(parts) // 2] + parts[len(parts) // 2 + 1 :])
    return Edit("taken", own_key(control))


def put_behind(control, words):
    old = paragraph(control)
    new = old.makeelement(f"{W}p")
    run = new.makeelement(f"{W}r")
    text = run.makeelement(f"{W}t")
    text.text = words
    run.append(text)
    new.append(run)
    old.addnext(new)


def with_paragraph(document, rng, mark):
    control = some_text(document, rng)
    put_behind(control, f"Đoạn mới {mark} của lãnh đạo.")
    return Edit("taken or told", own_key(control), [mark])


def with_line(document, rng, mark):
    dashed = [one for one in texts(document) if "".join(t.text or "" for t in paragraph(one).iter(f"{W}t")).startswith("- ")]
    control = rng.choice(dashed)
    put_behind(control, f"- Việc mới {mark};")
    return Edit("taken or told", own_key(control), [mark])


def without_paragraph(document, rng, _):
    control = some_text(document, rng)
    old = paragraph(control)
    if len([t for t in old.iter(f"{W}t")]) != len([t for t in control.iter(f"{W}t")]):
        return replaced(document, rng, "thaythe")
    old.getparent().remove(old)
    return Edit("taken or told", own_key(control))


def twice(document, rng, mark):
    first = replaced(document, rng, mark + "a")
    second = appended(document, rng, mark + "b")
    return Edit("taken", first.key, first.marks + second.marks, more=[second.key])


def figure(document, rng, mark):
    inside = [t for one in texts(document) for t in runs(one, "S")]
    if not inside:
        return computed(document, rng, mark)
    words = rng.choice(inside)
    words.text = "99,99"
    return Edit("refused", gone="W03")


def figure_gone(document, rng, mark):
    inside = [t for one in texts(document) for t in runs(one, "S")]
    if not inside:
        return cell(document, rng, mark)
    words = rng.choice(inside)
    control = next(words.iterancestors(f"{W}sdt"))
    control.getparent().remove(control)
    return Edit("refused", gone="W03")


def computed(document, rng, mark):
    def is_computed(t):
        names = [tag(up) for up in t.iterancestors(f"{W}sdt")]
        return len(names) == 1 and names[0].startswith("I") and len((t.text or "").split()) > 6

    words = rng.choice([t for t in document.element.body.iter(f"{W}t") if is_computed(t)])
    parts = words.text.split(" ")
    parts[len(parts) // 2] = mark
    words.text = " ".join(parts)
    return Edit("refused", gone="W02")


def cell(document, rng, mark):
    ruled = [one for one in document.element.body.iter(f"{W}tbl") if one.find(f"{W}tblPr/{W}tblBorders") is not None]
    words = rng.choice([t for t in rng.choice(ruled).iter(f"{W}t") if t.text])
    words.text = mark
    return Edit("refused", gone="W02")


def bare(document, rng, mark):
    edit = replaced(document, rng, mark)
    for control in list(document.element.body.iter(f"{W}sdt")):
        content = control.find(f"{W}sdtContent")
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)
    return edit


def bold(document, rng, _):
    words = rng.choice(list(runs(some_text(document, rng))))
    run = next(words.iterancestors(f"{W}r"))
    look = run.find(f"{W}rPr")
    if look is None:
        look = run.makeelement(f"{W}rPr")
        run.insert(0, look)
    look.insert(0, look.makeelement(f"{W}b"))
    return Edit("nothing")


class Office:
    """LibreOffice, opened once."""

    def __init__(self, folder):
        pipe = f"baocao{time.time_ns()}"
        profile = f"-env:UserInstallation=file://{folder}/profile"
        accept = f"--accept=pipe,name={pipe};urp;"
        self.process = subprocess.Popen(["soffice", profile, "--headless", "--norestore", accept])
        context = uno.getComponentContext()
        resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
        for _ in range(120):
            try:
                found = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:
                time.sleep(0.5)
        self.desktop = found.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", found)

    def edit(self, path, into, change, tracked):
        hidden = PropertyValue("Hidden", 0, True, 0)
        document = self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (hidden,))
        try:
            document.RecordChanges = tracked
            change(document)
            form = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
            document.storeToURL(into.as_uri(), (form,))
        finally:
            document.close(True)

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        self.process.wait(60)


def find(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    found = document.findFirst(search)
    if found is None:
        raise LookupError(words)
    return found


def phrase(control, rng):
    """Three words of a text that stand together in it, not those a paragraph ends with."""
    words = rng.choice(list(runs(control))).text.strip().split(" ")
    at = rng.randrange(max(1, len(words) - 3))
    return " ".join(words[at : at + 3])


def in_office(office, path, into, document, rng, mark, kind):
    control = some_text(document, rng)
    while " " not in phrase(control, rng):
        control = some_text(document, rng)
    key = own_key(control)
    whole = "".join(t.text or "" for t in document.element.body.iter(f"{W}t"))
    words = phrase(control, rng)
    for _ in range(50):
        if whole.count(words) == 1:
            break
        control = some_text(document, rng)
        key, words = own_key(control), phrase(control, rng)

    def put(text):
        def change(opened):
            find(opened, words).String = text

        return change

    if kind in ("tracked", "turned down"):
        office.edit(path, into, put(f"{words} {mark}"), True)
        return Edit("nothing", more=["--theo-doi", "bo"]) if kind == "turned down" else Edit("taken", key, [mark])
    if kind == "replaced":
        office.edit(path, into, put(mark), False)
        return Edit("taken", key, [mark])
    if kind == "removed":
        office.edit(path, into, put(""), True)
        return Edit("taken", key)
    if kind == "computed":
        office.edit(path, into, lambda opened: setattr(find(opened, "ĐẶC ĐIỂM, TÌNH HÌNH CHUNG"), "String", mark), False)
        return Edit("refused", gone="W02")
    office.edit(path, into, lambda opened: None, False)
    return Edit("nothing")


BY_DOCX = [replaced, appended, begun, shortened, with_paragraph, with_line, without_paragraph, twice, figure, figure_gone, computed, cell, bare, bold]
IN_OFFICE = ["tracked", "turned down", "replaced", "removed", "computed", "saved"]


def files(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


def judge(edit, program, workspace, path, mark):
    """What is wrong with what became of an edit; none if nothing is."""
    inputs = workspace / "inputs"
    before = files(inputs)
    options = edit.more if edit.outcome == "nothing" else []
    ran = subprocess.run([program, "import", path, *options], cwd=workspace, capture_output=True, text=True, timeout=120)
    said = ran.stdout + ran.stderr
    after = files(inputs)
    changed = [path for path in after if after[path] != before.get(path)]
    for one in changed:
        one.write_bytes(before[one])
    new = "".join(after[one].decode() for one in changed)
    missing = [one for one in edit.marks if one not in new]
    lost = [one for one in missing if one not in said]
    if edit.outcome == "taken" and (missing or not changed or ran.returncode != 0):
        return f"not taken: {missing} {said}"
    if edit.outcome == "taken" and not any(re.search(rf"\b{key}\b", new) for key in [edit.key, *edit.more]):
        return f"not in its key: {said}"
    if edit.outcome == "taken or told" and (lost or not (changed or ran.returncode == 1)):
        return f"lost: {lost} {said}"
    if edit.outcome == "refused" and (changed or ran.returncode != 1 or edit.gone not in said):
        return f"not refused as {edit.gone}: {said}"
    if edit.outcome == "nothing" and (changed or ran.returncode != 0 or "Không có gì thay đổi" not in said):
        return f"not nothing: {said}"
    return None


def main():
    program, workspace = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    count, seed = int(sys.argv[3]) if len(sys.argv) > 3 else 100, int(sys.argv[4]) if len(sys.argv) > 4 else 1
    scratch = workspace / "edits"
    scratch.mkdir(exist_ok=True)
    office, wrong, outcomes = Office(scratch), [], {}
    kinds = BY_DOCX + IN_OFFICE
    try:
        for number in range(count):
            rng, kind, mark = random.Random(seed * 1000 + number), kinds[number % len(kinds)], f"dauhieu{number}"
            unit = rng.choice(UNITS)
            draft, path = workspace / "out" / PERIOD / f"{unit}.docx", scratch / f"{number}.docx"
            document = docx.Document(str(draft))
            if callable(kind):
                edit = kind(document, rng, mark)
                document.save(str(path))
            else:
                edit = in_office(office, draft, path, document, rng, mark, kind)
            name = kind.__name__ if callable(kind) else kind
            told = judge(edit, program, workspace, path, mark)
            outcomes[edit.outcome] = outcomes.get(edit.outcome, 0) + 1
            if told:
                wrong.append(f"{number} {name} of {unit}: {told[:1500]}")
    finally:
        office.close()
    print(f"{count} edits of {len(kinds)} kinds: {outcomes}; {len(wrong)} wrong")
    print("\n\n".join(wrong))
    shutil.rmtree(scratch / "profile", ignore_errors=True)
    sys.exit(1 if wrong else 0)


main()
