// Orders rows by dragging and by buttons. The numbers that are typed without a script stay and are kept in step: they
// are what is saved.
"use strict";

{
  const OUTLINE = "[data-order]";
  const INLINES = ".inline-group .tabular tbody, .inline-group[data-inline-type=stacked] > fieldset";

  const placeOf = (row) => row.querySelector('input[name^="place-"], input[name$="-position"]');
  const texts = (row) => [...row.querySelectorAll('input[type="text"], textarea')].filter((entry) => entry.value.trim());
  const isStored = (row) => row.matches("[data-row], .has_original");
  // A new row that nobody has filled in yet is none: a number of its own would make it one.
  const isRow = (row) => placeOf(row) && !row.matches(".empty-form") && (isStored(row) || texts(row).length > 0);
  const rowsOf = (list) => [...list.children].filter(isRow);
  const called = (row) => (row.dataset.row ?? texts(row)[0]?.value ?? "row").trim().slice(0, 60);

  const put = (row, after, first) => {
    const errors = row.previousElementSibling?.matches(".row-form-errors") ? row.previousElementSibling : null;
    if (after) after.after(row);
    else if (first !== row) first.before(row);
    if (errors) row.before(errors);
  };

  const renumber = (list) => {
    const start = list.matches(OUTLINE) ? 1 : 0;
    rowsOf(list).forEach((row, count) => {
      const entry = placeOf(row);
      if (entry.value === String(count + start)) return;
      entry.value = count + start;
      // Whoever keeps what is typed is told of it.
      entry.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };

  const mark = (list) => {
    const rows = rowsOf(list);
    rows.forEach((row, count) => {
      for (const button of row.querySelectorAll("[data-move]")) {
        const isLast = button.dataset.move === "up" ? count === 0 : count === rows.length - 1;
        button.setAttribute("aria-disabled", isLast);
        button.setAttribute("aria-label", `Move ${button.dataset.move}: ${called(row)}`);
      }
    });
  };

  const settle = (list, row) => {
    const rows = rowsOf(list);
    renumber(list);
    mark(list);
    list.order.textContent = `${called(row)}: place ${rows.indexOf(row) + 1} of ${rows.length}, not saved yet`;
  };

  const move = (list, row, direction) => {
    const rows = rowsOf(list);
    const there = rows.indexOf(row) + (direction === "up" ? -1 : 1);
    if (!rows[there]) return;
    if (direction === "up") put(row, rows[there - 1], rows[there]);
    else put(row, rows[there]);
    settle(list, row);
  };

  const drag = (list, row, event) => {
    event.preventDefault();
    row.classList.add("dragged");
    const follow = ({ clientY }) => {
      const others = rowsOf(list).filter((other) => other !== row);
      const above = others.filter((other) => {
        const { top, height } = other.getBoundingClientRect();
        return top + height / 2 < clientY;
      });
      if (others.length) put(row, above.at(-1), others[0]);
    };
    // On the page and not on the row, which leaves it for a moment whenever it moves.
    const dropped = new AbortController();
    const drop = () => {
      dropped.abort();
      row.classList.remove("dragged");
      settle(list, row);
    };
    document.addEventListener("pointermove", follow, { signal: dropped.signal });
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop, { signal: dropped.signal });
  };

  const button = (list, row, direction) => {
    const made = document.createElement("button");
    made.type = "button";
    made.dataset.move = direction;
    made.textContent = direction === "up" ? "↑" : "↓";
    made.addEventListener("click", () => {
      move(list, row, direction);
      made.focus();
    });
    return made;
  };

  const offer = (list, row) => {
    if (row.querySelector("[data-move]")) return;
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.setAttribute("aria-hidden", "true");
    grip.addEventListener("pointerdown", (event) => drag(list, row, event));
    const handles = document.createElement("span");
    handles.className = "handles";
    handles.append(grip, button(list, row, "up"), button(list, row, "down"));
    (row.querySelector(":scope > h3") ?? placeOf(row).parentElement).append(handles);
  };

  // One for all lists of a form: they are saved together.
  const statusBeside = (list) => {
    const place = list.closest("form > .scroll") ?? list.closest(".inline-group");
    if (!place.nextElementSibling?.matches(".order-status")) {
      const made = document.createElement("p");
      made.className = "order-status";
      made.setAttribute("role", "status");
      place.after(made);
    }
    return place.nextElementSibling;
  };

  const begin = (list) => {
    list.order = statusBeside(list);
    rowsOf(list).forEach((row) => offer(list, row));
    mark(list);
  };

  const lists = () => [...document.querySelectorAll(`${OUTLINE}, ${INLINES}`)];

  // Django's script makes and numbers the rows below a form: a new one is offered handles once it is filled in.
  document.addEventListener("change", ({ target }) => {
    const list = target.closest(INLINES);
    if (!list?.order) return;
    rowsOf(list).forEach((row) => offer(list, row));
    mark(list);
  });

  const arrange = (list, rows) => {
    const first = [...list.children].find((row) => rows.includes(row));
    rows.forEach((row, count) => put(row, rows[count - 1], first));
  };

  // When a row is taken away, Django's script numbers the others anew as they stand: stored ones have to come first then.
  document.addEventListener(
    "click",
    ({ target }) => {
      const list = target.closest(".inline-deletelink")?.closest(INLINES);
      if (!list) return;
      const shown = [...list.children].filter((row) => placeOf(row) && !row.matches(".empty-form"));
      const number = (row) => Number(row.id.split("-").at(-1));
      arrange(list, shown.toSorted((one, other) => number(one) - number(other)));
      setTimeout(() => arrange(list, shown.filter((row) => row.isConnected)));
    },
    true,
  );

  lists().forEach(begin);
}
